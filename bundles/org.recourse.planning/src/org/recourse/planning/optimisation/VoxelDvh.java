/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.optimisation;

/**
 * Cumulative dose-volume histogram over the voxels of the dose grid: quick, for watching an
 * optimisation; the DVH of a finished plan comes from {@code org.recourse.dosimetry.dvh}.
 * Immutable.
 */
public final class VoxelDvh {

  private static final double PERCENT = 100;

  private final double binGy;
  private final double[] volumePercent;
  private final double meanGy;
  private final double maxGy;

  private VoxelDvh(double binGy, double[] volumePercent, double meanGy, double maxGy) {
    this.binGy = binGy;
    this.volumePercent = volumePercent;
    this.meanGy = meanGy;
    this.maxGy = maxGy;
  }

  /**
   * @param doseGy dose of every voxel of the grid, not negative
   * @param voxels those of the structure, at least one
   * @param binGy width of a step, above 0
   */
  public static VoxelDvh of(double[] doseGy, int[] voxels, double binGy) {
    if (voxels.length == 0 || !(binGy > 0)) {
      throw new IllegalArgumentException(voxels.length + " voxels, bins of " + binGy + " Gy");
    }
    double sum = 0;
    double greatest = 0;
    for (int voxel : voxels) {
      sum += doseGy[voxel];
      greatest = Math.max(greatest, doseGy[voxel]);
    }
    double[] volume = new double[(int) (greatest / binGy) + 2];
    for (int voxel : voxels) {
      volume[(int) (doseGy[voxel] / binGy)]++;
    }
    double above = 0;
    for (int bin = volume.length - 1; bin >= 0; bin--) {
      above += volume[bin];
      volume[bin] = PERCENT * above / voxels.length;
    }
    return new VoxelDvh(binGy, volume, sum / voxels.length, greatest);
  }

  public double binGy() {
    return binGy;
  }

  /** Part of the volume with at least {@code i * binGy()}, percent; the last entry is 0. */
  public double[] volumePercent() {
    return volumePercent.clone();
  }

  public double meanGy() {
    return meanGy;
  }

  public double maxGy() {
    return maxGy;
  }

  /**
   * Dose that this part of the volume gets at least, Gy, linear within a bin.
   *
   * @param percent above 0, at most 100
   */
  public double doseAtVolumePercentGy(double percent) {
    if (!(percent > 0 && percent <= PERCENT)) {
      throw new IllegalArgumentException("percent is above 0, at most 100: " + percent);
    }
    int bin = 0;
    while (bin + 1 < volumePercent.length && volumePercent[bin + 1] >= percent) {
      bin++;
    }
    double here = volumePercent[bin];
    double next = bin + 1 < volumePercent.length ? volumePercent[bin + 1] : 0;
    double part = here > next ? (here - percent) / (here - next) : 0;
    return Math.min(maxGy, (bin + part) * binGy);
  }
}
