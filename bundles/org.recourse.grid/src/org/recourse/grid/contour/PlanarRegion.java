/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.grid.contour;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Area in a plane, bounded by closed loops under the even-odd rule: a loop inside another one cuts
 * a hole, and so does a keyhole. Immutable and thread-safe. Coordinates are u, v pairs in mm.
 *
 * <p>A point on the border belongs to the area on one side only, so that two areas that share an
 * edge never both contain it.
 */
public final class PlanarRegion {

  private final List<double[]> loops;
  private final double[] edges; // u0, v0, u1, v1 of every edge

  private PlanarRegion(List<double[]> loops) {
    this.loops = loops;
    edges = new double[4 * loops.stream().mapToInt(loop -> loop.length / 2).sum()];
    int e = 0;
    for (double[] loop : loops) {
      for (int i = 0; i < loop.length; i += 2) {
        int next = (i + 2) % loop.length;
        edges[e++] = loop[i];
        edges[e++] = loop[i + 1];
        edges[e++] = loop[next];
        edges[e++] = loop[next + 1];
      }
    }
  }

  /** Makes a region of loops of u, v pairs, which are copied; the last point joins the first. */
  public static PlanarRegion of(List<double[]> loopsUvMm) {
    for (double[] loop : loopsUvMm) {
      if (loop.length % 2 != 0 || loop.length < 6) {
        throw new IllegalArgumentException(
            "a loop needs at least three u, v points: " + loop.length + " numbers");
      }
    }
    return new PlanarRegion(loopsUvMm.stream().map(double[]::clone).toList());
  }

  public int loopCount() {
    return loops.size();
  }

  /** Returns a copy of the u, v pairs of a loop, mm. */
  public double[] loopUvMm(int loop) {
    return loops.get(Objects.checkIndex(loop, loops.size())).clone();
  }

  public boolean contains(double uMm, double vMm) {
    boolean inside = false;
    for (int e = 0; e < edges.length; e += 4) {
      if ((edges[e + 1] > vMm) != (edges[e + 3] > vMm) && crossingU(e, vMm) > uMm) {
        inside = !inside;
      }
    }
    return inside;
  }

  /**
   * Area under the even-odd rule, mm². Exact up to rounding if loops do not cross each other; where
   * they do, the error is below the product of the two overlapping widths.
   */
  public double areaMm2() {
    double[] levels = levels();
    int[] byLowerEnd = edgesByLowerEnd();
    int[] active = new int[byLowerEnd.length];
    int activeCount = 0;
    int next = 0;
    double[] crossings = new double[byLowerEnd.length];
    double area = 0;
    for (int i = 0; i + 1 < levels.length; i++) {
      // Between two levels no edge ends, so the width is linear and its middle is its mean.
      double middle = (levels[i] + levels[i + 1]) / 2;
      while (next < byLowerEnd.length && lowerEnd(byLowerEnd[next]) < middle) {
        active[activeCount++] = byLowerEnd[next++];
      }
      int kept = 0;
      for (int k = 0; k < activeCount; k++) {
        int e = active[k];
        if (Math.max(edges[e + 1], edges[e + 3]) > middle) {
          crossings[kept] = crossingU(e, middle);
          active[kept++] = e;
        }
      }
      activeCount = kept;
      area += (levels[i + 1] - levels[i]) * filledLength(crossings, kept);
    }
    return area;
  }

  private double[] levels() {
    double[] levels = new double[edges.length / 4];
    for (int e = 0; e < edges.length; e += 4) {
      levels[e / 4] = edges[e + 1];
    }
    return Arrays.stream(levels).sorted().distinct().toArray();
  }

  private int[] edgesByLowerEnd() {
    return IntStream.range(0, edges.length / 4)
        .map(i -> 4 * i)
        .boxed()
        .sorted(Comparator.comparingDouble(this::lowerEnd))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private double lowerEnd(int e) {
    return Math.min(edges[e + 1], edges[e + 3]);
  }

  private static double filledLength(double[] crossings, int count) {
    Arrays.sort(crossings, 0, count);
    double length = 0;
    for (int i = 0; i + 1 < count; i += 2) {
      length += crossings[i + 1] - crossings[i];
    }
    return length;
  }

  /**
   * Returns the sorted positions at which the line of constant {@code vMm} crosses the border, mm;
   * entry 2k begins and entry 2k + 1 ends a stretch inside.
   */
  public double[] crossingsU(double vMm) {
    double[] found = new double[8];
    int count = 0;
    for (int e = 0; e < edges.length; e += 4) {
      if ((edges[e + 1] > vMm) != (edges[e + 3] > vMm)) {
        found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
        found[count++] = crossingU(e, vMm);
      }
    }
    Arrays.sort(found, 0, count);
    return Arrays.copyOf(found, count);
  }

  private double crossingU(int e, double v) {
    double t = (v - edges[e + 1]) / (edges[e + 3] - edges[e + 1]);
    return edges[e] + t * (edges[e + 2] - edges[e]);
  }

  /**
   * Returns the sorted parameters t at which the line {@code (u + t·du, v + t·dv)} crosses the
   * border; entry 2k begins and entry 2k + 1 ends a stretch inside.
   */
  public double[] crossingsAlong(double uMm, double vMm, double du, double dv) {
    double[] found = new double[8];
    int count = 0;
    for (int e = 0; e < edges.length; e += 4) {
      double side0 = du * (edges[e + 1] - vMm) - dv * (edges[e] - uMm);
      double side1 = du * (edges[e + 3] - vMm) - dv * (edges[e + 2] - uMm);
      if ((side0 > 0) != (side1 > 0)) {
        double s = side0 / (side0 - side1);
        double crossU = edges[e] + s * (edges[e + 2] - edges[e]) - uMm;
        double crossV = edges[e + 1] + s * (edges[e + 3] - edges[e + 1]) - vMm;
        found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
        found[count++] = (crossU * du + crossV * dv) / (du * du + dv * dv);
      }
    }
    Arrays.sort(found, 0, count);
    return Arrays.copyOf(found, count);
  }

  /** Returns the bounds as least u, least v, largest u, largest v, mm. */
  public double[] boundsMm() {
    double[] bounds = {
      Double.POSITIVE_INFINITY,
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY,
      Double.NEGATIVE_INFINITY
    };
    for (int e = 0; e < edges.length; e += 4) {
      bounds[0] = Math.min(bounds[0], edges[e]);
      bounds[1] = Math.min(bounds[1], edges[e + 1]);
      bounds[2] = Math.max(bounds[2], edges[e]);
      bounds[3] = Math.max(bounds[3], edges[e + 1]);
    }
    return bounds;
  }

  /** Length of all loops, mm. */
  public double perimeterMm() {
    double length = 0;
    for (int e = 0; e < edges.length; e += 4) {
      length += Math.hypot(edges[e + 2] - edges[e], edges[e + 3] - edges[e + 1]);
    }
    return length;
  }
}
