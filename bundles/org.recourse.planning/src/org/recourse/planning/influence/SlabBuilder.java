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

/** Collects the values of one slab of one beam, beamlet after beamlet. Used by one thread. */
final class SlabBuilder {

  private final int[] firstRun;
  private int[] runVoxel = new int[1 << 12];
  private short[] runLength = new short[1 << 12];
  private float[] value = new float[1 << 16];
  private int beamlets;
  private int runs;
  private int values;

  SlabBuilder(int beamletCount) {
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

  BeamInfluence.Slab build() {
    return new BeamInfluence.Slab(
        firstRun,
        Arrays.copyOf(runVoxel, runs),
        Arrays.copyOf(runLength, runs),
        Arrays.copyOf(value, values));
  }
}
