/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosimetry.gamma;

/**
 * Least value of F(x) = |x|² + T(x)² in boxes, where T is trilinear: the square of gamma, with x in
 * units of the distance tolerance and T the dose difference in units of the dose tolerance.
 *
 * <p>Where T is nearly linear F is convex, and Gauss-Newton steps lead to its minimum: each step
 * minimises |x|² + (c + g·x)² in the box exactly. Convexity holds while |T|·‖∇²T‖ is below 1, and
 * only |T| ≤ √(least F so far) matters. Elsewhere the box is halved along every axis; boxes whose
 * corners show that they cannot hold the minimum are left out, because a trilinear function takes
 * its extremes at corners. Used by one thread.
 */
final class CellMinimum {

  /** Halvings of a box in which F is not convex. */
  private static final int DEPTH = 3;

  private static final int LOW = 8;
  private static final int HIGH = 11;
  private static final int MOST_STEPS = 12;
  private static final double STEP_TOLERANCE = 1e-5;

  /** Gain in F that is not worth a search: below 2e-4 in gamma, whatever gamma is. */
  private static final double GAIN = 4e-8;

  private final double[][] boxes = new double[DEPTH + 1][14];
  private final double[] x = new double[3];
  private final double[] gradient = new double[3];
  private double least;

  /** Forgets the last point; values above {@code limit} are of no interest. */
  void start(double limit) {
    least = limit;
  }

  void offer(double value) {
    least = Math.min(least, value);
  }

  /** Least F so far. */
  double least() {
    return least;
  }

  /**
   * The next box: eight values of T, x fastest, then three lower and three upper limits. Filled by
   * the caller, then searched.
   */
  double[] box() {
    return boxes[0];
  }

  /** Searches the box; {@link #least} falls if it holds a smaller value. */
  void search() {
    search(0);
  }

  private void search(int depth) {
    double[] box = boxes[depth];
    if (lowerBound(box) >= least - GAIN) {
      return;
    }
    descend(box);
    boolean convex = curvature(box) * Math.sqrt(least) < 1;
    if (convex || depth == DEPTH || lowerBound(box) >= least - GAIN) {
      return;
    }
    double[] child = boxes[depth + 1];
    for (int octant = 0; octant < 8; octant++) {
      fillChild(box, octant, child);
      search(depth + 1);
    }
  }

  private static double lowerBound(double[] box) {
    double bound = 0;
    for (int axis = 0; axis < 3; axis++) {
      double away = Math.max(0, Math.max(box[LOW + axis], -box[HIGH + axis]));
      bound += away * away;
    }
    double lowest = box[0];
    double highest = box[0];
    for (int corner = 1; corner < 8; corner++) {
      lowest = Math.min(lowest, box[corner]);
      highest = Math.max(highest, box[corner]);
    }
    double gap = Math.max(0, Math.max(lowest, -highest));
    return bound + gap * gap;
  }

  /** Bound of the largest eigenvalue of ∇²T, which has mixed derivatives only. */
  private static double curvature(double[] v) {
    double wx = v[HIGH] - v[LOW];
    double wy = v[HIGH + 1] - v[LOW + 1];
    double wz = v[HIGH + 2] - v[LOW + 2];
    double xy = mixed(v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7], wx * wy);
    double xz = mixed(v[0], v[1], v[4], v[5], v[2], v[3], v[6], v[7], wx * wz);
    double yz = mixed(v[0], v[2], v[4], v[6], v[1], v[3], v[5], v[7], wy * wz);
    return Math.max(xy + xz, Math.max(xy + yz, xz + yz));
  }

  private static double mixed(
      double a00,
      double a10,
      double a01,
      double a11,
      double b00,
      double b10,
      double b01,
      double b11,
      double area) {
    double a = Math.abs(a11 - a10 - a01 + a00);
    double b = Math.abs(b11 - b10 - b01 + b00);
    return area > 0 ? Math.max(a, b) / area : 0;
  }

  /** Gauss-Newton steps from the point of the box that is closest to the origin. */
  private void descend(double[] box) {
    for (int axis = 0; axis < 3; axis++) {
      x[axis] = Math.clamp(0.0, box[LOW + axis], box[HIGH + axis]);
    }
    for (int step = 0; step < MOST_STEPS; step++) {
      double value = valueAndGradient(box);
      double square = x[0] * x[0] + x[1] * x[1] + x[2] * x[2];
      least = Math.min(least, square + value * value);
      double c = value - gradient[0] * x[0] - gradient[1] * x[1] - gradient[2] * x[2];
      if (moveToLinearMinimum(box, c) < STEP_TOLERANCE) {
        return;
      }
    }
  }

  private double valueAndGradient(double[] v) {
    double wx = v[HIGH] - v[LOW];
    double wy = v[HIGH + 1] - v[LOW + 1];
    double wz = v[HIGH + 2] - v[LOW + 2];
    double a = wx > 0 ? (x[0] - v[LOW]) / wx : 0;
    double b = wy > 0 ? (x[1] - v[LOW + 1]) / wy : 0;
    double c = wz > 0 ? (x[2] - v[LOW + 2]) / wz : 0;
    double x0 = v[1] - v[0];
    double x1 = v[3] - v[2];
    double x2 = v[5] - v[4];
    double x3 = v[7] - v[6];
    double v0 = v[0] + a * x0;
    double v1 = v[2] + a * x1;
    double v2 = v[4] + a * x2;
    double v3 = v[6] + a * x3;
    double near = v0 + b * (v1 - v0);
    double far = v2 + b * (v3 - v2);
    double slopeNear = x0 + b * (x1 - x0);
    double slopeFar = x2 + b * (x3 - x2);
    gradient[0] = wx > 0 ? (slopeNear + c * (slopeFar - slopeNear)) / wx : 0;
    gradient[1] = wy > 0 ? (v1 - v0 + c * (v3 - v2 - (v1 - v0))) / wy : 0;
    gradient[2] = wz > 0 ? (far - near) / wz : 0;
    return near + c * (far - near);
  }

  /**
   * Moves x to the minimum of |x|² + (c + g·x)² in the box: x = −λg, cut to the box, where λ = c +
   * g·x is the root of a falling function that is linear in pieces. Returns how far x moved.
   */
  private double moveToLinearMinimum(double[] box, double c) {
    double lambda =
        c / (1 + gradient[0] * gradient[0] + gradient[1] * gradient[1] + gradient[2] * gradient[2]);
    for (int step = 0; step < MOST_STEPS; step++) {
      double surplus = c - lambda;
      double slope = -1;
      for (int axis = 0; axis < 3; axis++) {
        double free = -lambda * gradient[axis];
        double cut = Math.max(box[LOW + axis], Math.min(box[HIGH + axis], free));
        surplus += gradient[axis] * cut;
        boolean isFree = free >= box[LOW + axis] && free <= box[HIGH + axis];
        slope -= isFree ? gradient[axis] * gradient[axis] : 0;
      }
      if (Math.abs(surplus) < 1e-9) {
        break;
      }
      lambda -= surplus / slope;
    }
    double moved = 0;
    for (int axis = 0; axis < 3; axis++) {
      double next = Math.max(box[LOW + axis], Math.min(box[HIGH + axis], -lambda * gradient[axis]));
      moved = Math.max(moved, Math.abs(next - x[axis]));
      x[axis] = next;
    }
    return moved;
  }

  private static void fillChild(double[] box, int octant, double[] child) {
    for (int axis = 0; axis < 3; axis++) {
      double middle = (box[LOW + axis] + box[HIGH + axis]) / 2;
      boolean upper = (octant >> axis & 1) == 1;
      child[LOW + axis] = upper ? middle : box[LOW + axis];
      child[HIGH + axis] = upper ? box[HIGH + axis] : middle;
    }
    for (int corner = 0; corner < 8; corner++) {
      double a = ((octant & 1) + (corner & 1)) / 2.0;
      double b = ((octant >> 1 & 1) + (corner >> 1 & 1)) / 2.0;
      double c = ((octant >> 2) + (corner >> 2)) / 2.0;
      double near = between(between(box[0], box[1], a), between(box[2], box[3], a), b);
      double far = between(between(box[4], box[5], a), between(box[6], box[7], a), b);
      child[corner] = between(near, far, c);
    }
  }

  private static double between(double a, double b, double t) {
    return a + t * (b - a);
  }
}
