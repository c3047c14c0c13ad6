/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosimetry.internal.shape;

/**
 * Shape of a structure beyond its last contour plane.
 *
 * <p>The trend of the last three planes is continued at every node: by a parabola where the
 * structure shrinks, by a straight line where it grows. If the section closes within one spacing,
 * the structure ends there, like the pole of a sphere; otherwise it ends flat after half a spacing.
 * With two planes the trend is linear. With one plane, or if part of the last plane has no
 * counterpart on the plane before, the last section stands unchanged for half a spacing.
 */
public final class StackEnd {

  /** A section of less than this part of the last contour counts as closed. */
  private static final double CLOSED_FRACTION = 0.01;

  /** Rounding of plane positions must not open a pole that closes after just one spacing. */
  private static final double REACH = 1.02;

  private final NodeGrid grid;
  private final float[] last;
  private final float[] slope; // per mm outwards
  private final float[] bend; // second divided difference, per mm²
  private final ShapePlane lastPlane;
  private final double firstDistanceMm;
  private final double halfSpacingMm;

  /**
   * Takes the last planes, outermost first; one to three of them.
   *
   * @param distanceMm distances between them
   */
  StackEnd(ShapePlane[] outermostFirst, double[] distanceMm, double halfSpacingMm) {
    grid = outermostFirst[0].grid();
    this.halfSpacingMm = halfSpacingMm;
    lastPlane = outermostFirst[0];
    firstDistanceMm = outermostFirst.length > 1 ? distanceMm[0] : 0;
    int nodes = grid.nodeCount();
    last = new float[nodes];
    slope = new float[nodes];
    bend = new float[nodes];
    for (int i = 0; i < nodes; i++) {
      last[i] = outermostFirst[0].level(i);
    }
    boolean trend =
        outermostFirst.length > 1
            && !outermostFirst[0].markUnmatched(outermostFirst[1], new boolean[nodes]);
    if (trend) {
      fillTrend(outermostFirst, distanceMm);
    }
  }

  private void fillTrend(ShapePlane[] planes, double[] distanceMm) {
    for (int i = 0; i < last.length; i++) {
      double first = (last[i] - planes[1].level(i)) / distanceMm[0];
      slope[i] = (float) first;
      if (planes.length > 2 && first < 0) {
        double second = (planes[1].level(i) - planes[2].level(i)) / distanceMm[1];
        bend[i] = (float) ((first - second) / (distanceMm[0] + distanceMm[1]));
      }
    }
  }

  /**
   * Places the samples of the end.
   *
   * @param positionMm position of the last plane
   * @param outwards +1 if the end points to larger positions, else -1
   */
  void sample(LayerSink collector, double positionMm, int outwards) {
    int layersOfHalf = Math.max(1, (int) Math.ceil(halfSpacingMm / grid.spacingMm()));
    double thickness = halfSpacingMm / layersOfHalf;
    int layers = closedAfter(thickness, layersOfHalf);
    float[] level = last.clone();
    for (int k = 0; k < layers; k++) {
      double outMm = (k + 0.5) * thickness;
      continueTo(outMm, level);
      collector.layer(
          level, positionMm + outwards * outMm, thickness, lastPlane.areaOfVariantMm2(level));
    }
  }

  /** Returns the number of layers up to the pole, or those of half a spacing. */
  private int closedAfter(double thickness, int layersOfHalf) {
    double closed = CLOSED_FRACTION * LevelRows.meanAreaMm2(last, grid);
    float[] level = last.clone();
    for (int k = 0; (k + 0.5) * thickness < 2 * halfSpacingMm * REACH; k++) {
      continueTo((k + 0.5) * thickness, level);
      if (LevelRows.meanAreaMm2(level, grid) <= closed) {
        return k;
      }
    }
    continueTo(2 * halfSpacingMm * REACH, level);
    boolean closesAtReach = LevelRows.meanAreaMm2(level, grid) <= closed;
    return closesAtReach ? 2 * layersOfHalf : layersOfHalf;
  }

  /** Where the structure shrinks it never comes back: the lowest level so far stays. */
  private void continueTo(double outMm, float[] level) {
    for (int i = 0; i < level.length; i++) {
      double continued = last[i] + outMm * (slope[i] + (outMm + firstDistanceMm) * bend[i]);
      level[i] = slope[i] > 0 ? (float) continued : (float) Math.min(level[i], continued);
    }
  }
}
