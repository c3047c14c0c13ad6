/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.influence;

import java.util.Arrays;

/** Collects the values of one slab, beamlet after beamlet. Used by one thread. */
final class SlabBuilder {

  private final int firstVoxel;
  private final int voxelCount;
  private final int[] firstRun;
  private int[] runVoxel = new int[1 << 12];
  private short[] runLength = new short[1 << 12];
  private float[] value = new float[1 << 16];
  private int beamlets;
  private int runs;
  private int values;
  private int[] scoredVoxel = new int[0];
  private BeamScatter.Part[] scatter = new BeamScatter.Part[0];

  SlabBuilder(int firstVoxel, int voxelCount, int beamletCount) {
    this.firstVoxel = firstVoxel;
    this.voxelCount = voxelCount;
    firstRun = new int[beamletCount + 1];
  }

  /** Room for {@code length} more values; the array may be another one afterwards. */
  float[] room(int length) {
    if (values + length > value.length) {
      value = Arrays.copyOf(value, Math.max(values + length, value.length + (value.length >> 1)));
    }
    return value;
  }

  int valueCount() {
    return values;
  }

  /** Takes the {@code length} values just written behind {@link #valueCount()} as a run. */
  void addRun(int voxelInSlab, int length) {
    if (runs == runVoxel.length) {
      runVoxel = Arrays.copyOf(runVoxel, 2 * runs);
      runLength = Arrays.copyOf(runLength, 2 * runs);
    }
    runVoxel[runs] = voxelInSlab;
    runLength[runs++] = (short) length;
    values += length;
  }

  void endBeamlet() {
    firstRun[++beamlets] = runs;
  }

  /**
   * Wide pencils of this slab.
   *
   * @param voxels positions on the grid of the scored voxels
   * @param parts one for each wide pencil of each beam
   */
  void scatter(int[] voxels, BeamScatter.Part[] parts) {
    scoredVoxel = voxels;
    scatter = parts;
  }

  InfluenceMatrix.Slab build() {
    return new InfluenceMatrix.Slab(
        firstVoxel,
        voxelCount,
        firstRun,
        Arrays.copyOf(runVoxel, runs),
        Arrays.copyOf(runLength, runs),
        Arrays.copyOf(value, values),
        scoredVoxel,
        scatter);
  }
}
