/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosimetry.dvh;

/**
 * A dose read at every point of one {@link StructureSampling}, Gy: readings of several doses, or of
 * one dose with the structure elsewhere, can be added and compared point by point and made a
 * histogram of. Immutable and thread-safe; a reading belongs to the sampling that made it.
 */
public final class DoseReading {

  /** How two doses at a point become one. */
  @FunctionalInterface
  private interface Rule {
    float of(float first, float second);
  }

  private final StructureSampling sampling;
  private final float[][] doseGy; // at points with volume, on the surface, at inner voxel centres

  DoseReading(StructureSampling sampling, float[][] doseGy) {
    this.sampling = sampling;
    this.doseGy = doseGy;
  }

  boolean isOf(StructureSampling other) {
    return sampling == other;
  }

  float[] atSamplesGy() {
    return doseGy[0];
  }

  float[] atExtremesGy(int kind) {
    return doseGy[1 + kind];
  }

  /** Returns the sum of both doses at every point. */
  public DoseReading plus(DoseReading other) {
    return joined(other, Float::sum);
  }

  /** Returns the higher of both doses at every point. */
  public DoseReading highest(DoseReading other) {
    return joined(other, Math::max);
  }

  /** Returns the lower of both doses at every point. */
  public DoseReading lowest(DoseReading other) {
    return joined(other, Math::min);
  }

  /** Returns every dose times a factor. */
  public DoseReading times(double factor) {
    float[][] scaled = new float[doseGy.length][];
    for (int k = 0; k < scaled.length; k++) {
      scaled[k] = new float[doseGy[k].length];
      for (int i = 0; i < scaled[k].length; i++) {
        scaled[k][i] = (float) (factor * doseGy[k][i]);
      }
    }
    return new DoseReading(sampling, scaled);
  }

  private DoseReading joined(DoseReading other, Rule rule) {
    if (other.sampling != sampling) {
      throw new IllegalArgumentException("the readings belong to different structures or grids");
    }
    float[][] joined = new float[doseGy.length][];
    for (int k = 0; k < joined.length; k++) {
      joined[k] = new float[doseGy[k].length];
      for (int i = 0; i < joined[k].length; i++) {
        joined[k][i] = rule.of(doseGy[k][i], other.doseGy[k][i]);
      }
    }
    return new DoseReading(sampling, joined);
  }
}
