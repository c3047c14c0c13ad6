/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.influence;

import java.util.List;

/**
 * The dose of the beamlets of one beam: narrow pencils as values, wide ones on a lattice.
 * Immutable.
 *
 * <p>Within a slab the values of a beamlet lie one after the other in runs of neighbouring voxels:
 * a run is a first voxel, a length, and that many floats.
 */
final class BeamInfluence {

  /** The values of one slab. */
  static final class Slab {
    final int[] firstRun; // of each beamlet, and one past the last
    final int[] runVoxel; // first voxel of each run, within the slab, in the order of the rows
    final short[] runLength;
    final float[] value;

    Slab(int[] firstRun, int[] runVoxel, short[] runLength, float[] value) {
      this.firstRun = firstRun;
      this.runVoxel = runVoxel;
      this.runLength = runLength;
      this.value = value;
    }

    long byteCount() {
      return 4L * (value.length + runVoxel.length + firstRun.length) + 2L * runLength.length;
    }
  }

  final PlannedBeam beam;
  final RowOrder order;
  final WidePencils wide;
  final List<Slab> slabs;
  final float[] wideWeight; // of each scored voxel, in columns: one for each wide pencil

  BeamInfluence(
      PlannedBeam beam, RowOrder order, WidePencils wide, List<Slab> slabs, float[] wideWeight) {
    this.wideWeight = wideWeight;
    this.beam = beam;
    this.order = order;
    this.wide = wide;
    this.slabs = List.copyOf(slabs);
  }

  int beamletCount() {
    return beam.beamlets().count();
  }

  long nonZeroCount() {
    return slabs.stream().mapToLong(slab -> slab.value.length).sum();
  }

  long byteCount() {
    return wide.byteCount()
        + 4L * wideWeight.length
        + slabs.stream().mapToLong(Slab::byteCount).sum();
  }

  /** Adds the dose of the narrow pencils of a slab, in the order of the rows. */
  void addNarrow(int s, double[] fluence, int first, double[] doseGy, int offset) {
    Slab slab = slabs.get(s);
    int next = 0;
    for (int beamlet = 0; beamlet + 1 < slab.firstRun.length; beamlet++) {
      double weight = fluence[first + beamlet];
      for (int run = slab.firstRun[beamlet]; run < slab.firstRun[beamlet + 1]; run++) {
        int length = slab.runLength[run];
        if (weight != 0) {
          addRun(slab.value, next, length, weight, doseGy, offset + slab.runVoxel[run]);
        }
        next += length;
      }
    }
  }

  /** One multiplication and addition per value: the compiler makes vectors of this loop. */
  private static void addRun(
      float[] value, int from, int length, double weight, double[] doseGy, int voxel) {
    for (int k = 0; k < length; k++) {
      doseGy[voxel + k] += weight * value[from + k];
    }
  }

  /** The transpose of {@link #addNarrow}: writes the derivative of each beamlet of the slab. */
  void projectNarrow(int s, double[] doseDerivative, int offset, double[] part, int first) {
    Slab slab = slabs.get(s);
    int next = 0;
    for (int beamlet = 0; beamlet + 1 < slab.firstRun.length; beamlet++) {
      double sum = 0;
      for (int run = slab.firstRun[beamlet]; run < slab.firstRun[beamlet + 1]; run++) {
        int length = slab.runLength[run];
        sum += product(slab.value, next, length, doseDerivative, offset + slab.runVoxel[run]);
        next += length;
      }
      part[first + beamlet] = sum;
    }
  }

  /** Four sums side by side, because one alone waits for each addition to end. */
  private static double product(float[] value, int from, int length, double[] other, int voxel) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int k = 0;
    for (; k + 3 < length; k += 4) {
      a += value[from + k] * other[voxel + k];
      b += value[from + k + 1] * other[voxel + k + 1];
      c += value[from + k + 2] * other[voxel + k + 2];
      d += value[from + k + 3] * other[voxel + k + 3];
    }
    for (; k < length; k++) {
      a += value[from + k] * other[voxel + k];
    }
    return a + b + (c + d);
  }
}
