/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.contouring.internal.shape;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Removes seams: {@link java.awt.geom.Area} sometimes cuts one area along a horizontal line into
 * two loops that run along it in opposite directions. The area is right, but the seam would be
 * drawn. What is run along in both directions is taken away and the loops are joined again.
 * Stateless.
 */
final class Seams {

  private static final int LEAST_NUMBERS = 6;

  private Seams() {}

  private record Point(double x, double y) {}

  private record Edge(Point from, Point to) {}

  /** Joins loops of x, y pairs along their common horizontal edges. */
  static List<double[]> removed(List<double[]> loops) {
    List<Edge> edges = new ArrayList<>();
    SortedMap<Double, SortedMap<Double, Integer>> horizontal = new TreeMap<>();
    boolean[] directions = new boolean[2];
    for (double[] loop : loops) {
      for (int i = 0; i < loop.length; i += 2) {
        int next = (i + 2) % loop.length;
        if (loop[i + 1] != loop[next + 1]) {
          edges.add(
              new Edge(new Point(loop[i], loop[i + 1]), new Point(loop[next], loop[next + 1])));
        } else if (loop[i] != loop[next]) {
          int sign = loop[next] > loop[i] ? 1 : -1;
          directions[sign > 0 ? 0 : 1] = true;
          SortedMap<Double, Integer> changes =
              horizontal.computeIfAbsent(loop[i + 1], unused -> new TreeMap<>());
          changes.merge(Math.min(loop[i], loop[next]), sign, Integer::sum);
          changes.merge(Math.max(loop[i], loop[next]), -sign, Integer::sum);
        }
      }
    }
    if (!(directions[0] && directions[1])) {
      return loops; // nothing that could cancel
    }
    horizontal.forEach((y, changes) -> addNet(y, changes, edges));
    return chained(edges);
  }

  /** What is left of the horizontal edges at one height. */
  private static void addNet(double y, SortedMap<Double, Integer> changes, List<Edge> edges) {
    int net = 0;
    double from = 0;
    for (Map.Entry<Double, Integer> change : changes.entrySet()) {
      double to = change.getKey();
      for (int i = 0; i < Math.abs(net); i++) {
        Point left = new Point(from, y);
        Point right = new Point(to, y);
        edges.add(net > 0 ? new Edge(left, right) : new Edge(right, left));
      }
      net += change.getValue();
      from = to;
    }
  }

  private static List<double[]> chained(List<Edge> edges) {
    Map<Point, Deque<Edge>> byStart = new HashMap<>();
    for (Edge edge : edges) {
      byStart.computeIfAbsent(edge.from(), unused -> new ArrayDeque<>()).add(edge);
    }
    List<double[]> loops = new ArrayList<>();
    for (Edge first : edges) {
      Deque<Edge> starts = byStart.get(first.from());
      if (starts.remove(first)) {
        double[] loop = loopFrom(first, byStart);
        if (loop.length >= LEAST_NUMBERS) {
          loops.add(loop);
        }
      }
    }
    return loops;
  }

  private static double[] loopFrom(Edge first, Map<Point, Deque<Edge>> byStart) {
    List<Point> points = new ArrayList<>();
    points.add(first.from());
    Point at = first.to();
    while (!at.equals(first.from())) {
      points.add(at);
      Deque<Edge> onwards = byStart.get(at);
      if (onwards == null || onwards.isEmpty()) {
        break; // closed loops always go on; what is left is closed by its last edge
      }
      at = onwards.poll().to();
    }
    double[] xy = new double[2 * points.size()];
    for (int i = 0; i < points.size(); i++) {
      xy[2 * i] = points.get(i).x();
      xy[2 * i + 1] = points.get(i).y();
    }
    return xy;
  }
}
