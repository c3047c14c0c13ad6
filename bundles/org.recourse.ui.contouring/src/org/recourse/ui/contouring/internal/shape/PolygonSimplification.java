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
import java.util.BitSet;

/**
 * Leaves out points of a closed polygon that change it by less than a tolerance: the rule of
 * Douglas and Peucker (1973, DOI 10.3138/FM57-6770-U75U-7727), begun at the two points that are
 * furthest apart as seen from the first. Stateless.
 */
final class PolygonSimplification {

  private PolygonSimplification() {}

  static double[] of(double[] xyMm, double toleranceMm) {
    int n = xyMm.length / 2;
    int far = furthestFromFirst(xyMm, n);
    var kept = new BitSet(n);
    kept.set(0);
    kept.set(far);
    var spans = new ArrayDeque<int[]>();
    spans.push(new int[] {0, far});
    spans.push(new int[] {far, n});
    while (!spans.isEmpty()) {
      int[] span = spans.pop();
      int worst = worstBetween(xyMm, n, span[0], span[1], toleranceMm);
      if (worst > span[0]) {
        kept.set(worst);
        spans.push(new int[] {span[0], worst});
        spans.push(new int[] {worst, span[1]});
      }
    }
    double[] simple = new double[2 * kept.cardinality()];
    int at = 0;
    for (int i = kept.nextSetBit(0); i >= 0; i = kept.nextSetBit(i + 1)) {
      simple[at++] = xyMm[2 * i];
      simple[at++] = xyMm[2 * i + 1];
    }
    return simple;
  }

  private static int furthestFromFirst(double[] xyMm, int n) {
    int far = 0;
    double largest = 0;
    for (int i = 1; i < n; i++) {
      double distance = Math.hypot(xyMm[2 * i] - xyMm[0], xyMm[2 * i + 1] - xyMm[1]);
      if (distance > largest) {
        largest = distance;
        far = i;
      }
    }
    return far;
  }

  /** The point furthest from the line if it is further than the tolerance, else {@code from}. */
  private static int worstBetween(double[] xyMm, int n, int from, int to, double toleranceMm) {
    double ax = xyMm[2 * from];
    double ay = xyMm[2 * from + 1];
    double dx = xyMm[2 * (to % n)] - ax;
    double dy = xyMm[2 * (to % n) + 1] - ay;
    double length = Math.hypot(dx, dy);
    int worst = from;
    double largest = toleranceMm;
    for (int i = from + 1; i < to; i++) {
      double px = xyMm[2 * i] - ax;
      double py = xyMm[2 * i + 1] - ay;
      double distance = length == 0 ? Math.hypot(px, py) : Math.abs(px * dy - py * dx) / length;
      if (distance > largest) {
        largest = distance;
        worst = i;
      }
    }
    return worst;
  }
}
