/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.proposal;

import java.util.Arrays;

/**
 * Doses of the beams in the voxels of one structure: what a weight changes there, in microseconds.
 * Immutable.
 */
final class BeamRows {

  /** Part of the voxels on each side of a quantile over which its slope is averaged. */
  private static final double QUANTILE_BAND = 0.01;

  private final String structure;
  private final float[][] gyPerWeight; // by beam, then voxel
  private final int wholeCount;
  private final double voxelCm3;

  /**
   * @param gyPerWeight by beam, then voxel
   * @param wholeCount voxels of the structure, of which those given are the ones with most dose
   * @param voxelCm3 volume of a voxel
   */
  BeamRows(String structure, float[][] gyPerWeight, int wholeCount, double voxelCm3) {
    this.structure = structure;
    this.gyPerWeight = gyPerWeight;
    this.wholeCount = wholeCount;
    this.voxelCm3 = voxelCm3;
  }

  String structure() {
    return structure;
  }

  /** Volume of the structure, cm³. */
  double volumeCm3() {
    return wholeCount * voxelCm3;
  }

  private int count() {
    return gyPerWeight[0].length;
  }

  /** Dose of each voxel, Gy. */
  float[] doseGy(double[] weight) {
    float[] dose = new float[count()];
    for (int b = 0; b < weight.length; b++) {
      final float w = (float) weight[b];
      float[] row = gyPerWeight[b];
      for (int v = 0; v < dose.length; v++) {
        dose[v] += w * row[v];
      }
    }
    return dose;
  }

  /**
   * Returns the dose that at least this part of the volume receives, Gy: voxels in order, without
   * interpolation.
   */
  double doseAtFractionGy(double[] weight, double volumeFraction) {
    float[] dose = doseGy(weight);
    Arrays.sort(dose);
    return dose[position(volumeFraction, dose.length)];
  }

  /** Position from the top among the voxels kept; clamped to the coldest one kept. */
  private int position(double volumeFraction, int count) {
    int fromTop = (int) Math.min(count - 1.0, Math.floor(volumeFraction * wholeCount));
    return count - 1 - Math.max(0, fromTop);
  }

  /** Returns the change of that dose per weight: the mean over the voxels around the quantile. */
  double[] slopeAtFraction(double[] weight, double volumeFraction) {
    float[] dose = doseGy(weight);
    Integer[] order = new Integer[dose.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Float.compare(dose[a], dose[b]));
    int at = position(volumeFraction, dose.length);
    int half = Math.max(1, (int) (QUANTILE_BAND * Math.min(wholeCount, dose.length)));
    int from = Math.max(0, at - half);
    int to = Math.min(dose.length - 1, at + half);
    double[] slope = new double[weight.length];
    for (int k = from; k <= to; k++) {
      for (int b = 0; b < slope.length; b++) {
        slope[b] += gyPerWeight[b][order[k]];
      }
    }
    for (int b = 0; b < slope.length; b++) {
      slope[b] /= to - from + 1.0;
    }
    return slope;
  }

  /** Returns the part of the volume that a volume in cm³ is, at most 1. */
  double fractionOf(double cm3) {
    return Math.min(1, cm3 / volumeCm3());
  }
}
