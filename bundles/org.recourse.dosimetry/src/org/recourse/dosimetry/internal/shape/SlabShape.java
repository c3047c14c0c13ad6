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
 * Shape of a structure between two neighbouring contour planes.
 *
 * <p>The level functions of the planes are interpolated at every node: linearly, plus a bend that
 * follows from the planes beyond. Bends seen from below and from above that disagree in sign are
 * dropped, otherwise the smaller one counts, so that rough contours are not made rougher.
 *
 * <p>The area of every section is interpolated in the same way from the exact areas of the
 * contours, and the layers are given that area: the volume does not depend on the lattice, nor
 * shrink where a thin structure runs aslant.
 *
 * <p>Where one contour is far outside of the other, as at a step, the far distance is cut to the
 * half width of the structure, so that the step lies about half way. A component that overlaps
 * nothing on the other plane, and a hole that is filled there, keep their section up to half way
 * and end flat; the bend is then left out.
 */
public final class SlabShape {

  private final NodeGrid grid;
  private final double distanceMm;
  private final float[] lower;
  private final float[] upper;
  private final float[] bend;
  private final boolean[] endsUpwards; // nodes of the lower plane without a counterpart
  private final boolean[] endsDownwards;
  private final boolean anyEnds;
  private final ShapePlane below;
  private final ShapePlane above;
  private final double goingOnLowerMm2; // area of the lower plane without what ends
  private final double goingOnUpperMm2;
  private double areaBend;

  public SlabShape(ShapePlane below, ShapePlane above, double distanceMm) {
    this.below = below;
    this.above = above;
    this.distanceMm = distanceMm;
    grid = below.grid();
    int nodes = grid.nodeCount();
    lower = new float[nodes];
    upper = new float[nodes];
    bend = new float[nodes];
    endsUpwards = new boolean[nodes];
    endsDownwards = new boolean[nodes];
    boolean anyUp = below.markUnmatched(above, endsUpwards);
    boolean anyDown = above.markUnmatched(below, endsDownwards);
    anyEnds = anyUp || anyDown;
    final float lowest = -below.highestLevel();
    final float lowestAbove = -above.highestLevel();
    for (int i = 0; i < nodes; i++) {
      // What ends is taken out of the interpolation by turning its sign. A step, where one plane is
      // inside and the other far outside, counts as no deeper than the structure is thick.
      lower[i] = endsUpwards[i] ? -below.level(i) : Math.max(below.level(i), lowestAbove);
      upper[i] = endsDownwards[i] ? -above.level(i) : Math.max(above.level(i), lowest);
    }
    goingOnLowerMm2 = anyUp ? below.areaOfVariantMm2(lower) : below.areaMm2();
    goingOnUpperMm2 = anyDown ? above.areaOfVariantMm2(upper) : above.areaMm2();
  }

  /** Adds the bend seen from the lower plane, whose next plane down is given. */
  void bendFromBelow(ShapePlane belowThat, double belowDistanceMm) {
    for (int i = 0; i < bend.length; i++) {
      double first = (below.level(i) - belowThat.level(i)) / belowDistanceMm;
      double second = ((double) above.level(i) - below.level(i)) / distanceMm;
      bend[i] = isStep(i) ? 0 : (float) ((second - first) / (distanceMm + belowDistanceMm));
    }
    double first = (below.areaMm2() - belowThat.areaMm2()) / belowDistanceMm;
    double second = (above.areaMm2() - below.areaMm2()) / distanceMm;
    areaBend = (second - first) / (distanceMm + belowDistanceMm);
  }

  /**
   * Adds the bend seen from the upper plane, whose next plane up is given.
   *
   * @param alone whether there is no bend from below to agree with
   */
  void bendFromAbove(ShapePlane aboveThat, double aboveDistanceMm, boolean alone) {
    for (int i = 0; i < bend.length; i++) {
      double first = ((double) above.level(i) - below.level(i)) / distanceMm;
      double second = (aboveThat.level(i) - above.level(i)) / aboveDistanceMm;
      float seen = (float) ((second - first) / (distanceMm + aboveDistanceMm));
      bend[i] = isStep(i) ? 0 : alone ? seen : (float) agreed(bend[i], seen);
    }
    double first = (above.areaMm2() - below.areaMm2()) / distanceMm;
    double second = (aboveThat.areaMm2() - above.areaMm2()) / aboveDistanceMm;
    double seen = (second - first) / (distanceMm + aboveDistanceMm);
    areaBend = alone ? seen : agreed(areaBend, seen);
  }

  private boolean isStep(int node) {
    return lower[node] != below.level(node) || upper[node] != above.level(node);
  }

  private static double agreed(double a, double b) {
    if (a > 0 != b > 0) {
      return 0;
    }
    return Math.abs(a) < Math.abs(b) ? a : b;
  }

  /**
   * Fills the shape at a height.
   *
   * @param t 0 on the lower plane, 1 on the upper one
   */
  public void levelAt(double t, float[] level) {
    final float down = (float) (1 - t);
    final float up = (float) t;
    if (!anyEnds) {
      final float arc = (float) (-t * (1 - t) * distanceMm * distanceMm);
      for (int i = 0; i < level.length; i++) {
        level[i] = down * lower[i] + up * upper[i] + arc * bend[i];
      }
      return;
    }
    boolean[] ending = t < 0.5 ? endsUpwards : endsDownwards;
    ShapePlane near = t < 0.5 ? below : above;
    for (int i = 0; i < level.length; i++) {
      level[i] = ending[i] ? near.level(i) : down * lower[i] + up * upper[i];
    }
  }

  /** Places the samples between the two planes. */
  void sample(LayerSink collector, double positionMm) {
    int layers = Math.max(1, (int) Math.ceil(distanceMm / grid.spacingMm()));
    if (anyEnds && (layers & 1) == 1) {
      layers++; // half way is then a border between layers
    }
    float[] level = new float[grid.nodeCount()];
    for (int k = 0; k < layers; k++) {
      double t = (k + 0.5) / layers;
      levelAt(t, level);
      collector.layer(level, positionMm + t * distanceMm, distanceMm / layers, areaAt(t));
    }
  }

  /** Area of the section, interpolated in the same way as the level. */
  private double areaAt(double t) {
    double linear = (1 - t) * goingOnLowerMm2 + t * goingOnUpperMm2;
    if (anyEnds) {
      double ending =
          t < 0.5 ? below.areaMm2() - goingOnLowerMm2 : above.areaMm2() - goingOnUpperMm2;
      return linear + ending;
    }
    return linear - t * (1 - t) * distanceMm * distanceMm * areaBend;
  }

  public double distanceMm() {
    return distanceMm;
  }

  public NodeGrid grid() {
    return grid;
  }
}
