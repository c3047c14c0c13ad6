/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.grid.contour;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Outline of a stack of strips, each filled over some intervals. Strips come in rising order; where
 * two touch, only what one of them fills is outline. Not thread-safe.
 */
final class StripOutline {

  private static final double TOUCHING_MM = 1e-6;
  private static final double[] NOTHING = {};

  private record Corner(double a, double b) {}

  /** Ends of the edges that begin at a corner; the inside is on the left. */
  private final Map<Corner, List<Corner>> edges = new LinkedHashMap<>();

  private double border = Double.NEGATIVE_INFINITY;
  private double[] filledBelow = NOTHING;

  /**
   * Adds the next strip.
   *
   * @param inside sorted ends of the filled intervals, an even number
   */
  void strip(double lower, double upper, double[] inside) {
    double bottom = lower;
    if (lower - border < TOUCHING_MM) {
      bottom = border; // the same number, so that the corners of both strips are equal
    } else {
      horizontal(border, filledBelow, NOTHING);
      filledBelow = NOTHING;
    }
    horizontal(bottom, filledBelow, inside);
    for (int i = 0; i + 1 < inside.length; i += 2) {
      if (inside[i] < inside[i + 1]) {
        edge(inside[i], upper, inside[i], bottom);
        edge(inside[i + 1], bottom, inside[i + 1], upper);
      }
    }
    border = upper;
    filledBelow = inside;
  }

  /** Draws the border where exactly one side is filled, cut at every interval end. */
  private void horizontal(double level, double[] below, double[] above) {
    var cuts = new TreeSet<Double>();
    for (double end : below) {
      cuts.add(end);
    }
    for (double end : above) {
      cuts.add(end);
    }
    double previous = Double.NaN;
    for (double cut : cuts) {
      double middle = (previous + cut) / 2; // NaN for the first: inside nothing
      boolean filledAbove = contains(above, middle);
      boolean filledUnder = contains(below, middle);
      if (filledAbove && !filledUnder) {
        edge(previous, level, cut, level);
      } else if (filledUnder && !filledAbove) {
        edge(cut, level, previous, level);
      }
      previous = cut;
    }
  }

  private static boolean contains(double[] intervals, double a) {
    for (int i = 0; i + 1 < intervals.length; i += 2) {
      if (a > intervals[i] && a < intervals[i + 1]) {
        return true;
      }
    }
    return false;
  }

  private void edge(double fromA, double fromB, double toA, double toB) {
    // Adding 0 turns -0.0 into 0.0, which a record would tell apart.
    edges
        .computeIfAbsent(new Corner(fromA + 0.0, fromB + 0.0), corner -> new ArrayList<>(1))
        .add(new Corner(toA + 0.0, toB + 0.0));
  }

  /** Closes the outline and returns its polygons as pairs (position in the strip, height). */
  List<double[]> polygons() {
    horizontal(border, filledBelow, NOTHING);
    filledBelow = NOTHING;
    var polygons = new ArrayList<double[]>();
    while (!edges.isEmpty()) {
      polygons.add(walkFrom(edges.keySet().iterator().next()));
    }
    return polygons;
  }

  private double[] walkFrom(Corner start) {
    var corners = new ArrayList<Corner>();
    Corner at = start;
    do {
      corners.add(at);
      List<Corner> ends = edges.get(at);
      Corner next = ends.removeLast();
      if (ends.isEmpty()) {
        edges.remove(at);
      }
      at = next;
    } while (!at.equals(start));
    double[] polygon = new double[2 * corners.size()];
    for (int i = 0; i < corners.size(); i++) {
      polygon[2 * i] = corners.get(i).a();
      polygon[2 * i + 1] = corners.get(i).b();
    }
    return polygon;
  }
}
