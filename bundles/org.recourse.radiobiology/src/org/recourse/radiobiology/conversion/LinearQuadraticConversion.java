/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiobiology.conversion;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.radiobiology.fractionation.AlphaBetaRatio;

/**
 * Linear-quadratic conversion: EQD2 = D · (D/n + α/β) / (2 Gy + α/β). Stateless and thread-safe.
 *
 * <p>Sources as in {@link LinearQuadratic}. The number of fractions is that of the whole course, so
 * a voxel with less dose has a smaller dose per fraction. A negative physical dose, which DICOM
 * allows for differences, has no EQD2 and is refused.
 */
public final class LinearQuadraticConversion implements DoseConversion {

  @Override
  public DoseGrid toEqd2(
      DoseGrid physical, int fractionCount, AlphaBetaRatio tissue, IProgressMonitor monitor) {
    GridGeometry geometry = physical.geometry();
    SubMonitor progress = SubMonitor.convert(monitor, "EQD2", geometry.sizeZ());
    var formula = new VoxelFormula(fractionCount, tissue);

    DoseGrid.Builder eqd2 = DoseGrid.builder(geometry);
    float[] slice = new float[geometry.sliceVoxelCount()]; // the only scratch memory
    for (int z = 0; z < geometry.sizeZ(); z++) {
      progress.checkCanceled();
      physical.copySlice(z, slice);
      formula.convert(slice);
      eqd2.slice(z, slice);
      progress.worked(1);
    }
    return eqd2.build();
  }

  /** Does the same on several threads; the result is the same for any number of them. */
  public DoseGrid toEqd2(
      DoseGrid physical,
      int fractionCount,
      AlphaBetaRatio tissue,
      SliceExecutor executor,
      IProgressMonitor monitor) {
    return convert(physical, new VoxelFormula(fractionCount, tissue), executor, monitor);
  }

  /** Converts a course for a tissue that may repair incompletely between fractions. */
  public DoseGrid toEqd2(
      CourseDose course, Tissue tissue, SliceExecutor executor, IProgressMonitor monitor) {
    return convert(course.physicalDose(), VoxelFormula.of(course, tissue), executor, monitor);
  }

  private static DoseGrid convert(
      DoseGrid physical, VoxelFormula formula, SliceExecutor executor, IProgressMonitor monitor) {
    GridGeometry geometry = physical.geometry();
    DoseGrid.Builder eqd2 = DoseGrid.builder(geometry);
    executor.forEachSlice(
        geometry.sizeZ(),
        monitor,
        z -> {
          float[] slice = new float[geometry.sliceVoxelCount()];
          physical.copySlice(z, slice);
          formula.convert(slice);
          eqd2.slice(z, slice);
        });
    return eqd2.build();
  }

  /** The formula with its loop invariants, in double: the only rounding is the one to float. */
  static final class VoxelFormula {

    private final double linear; // EQD2 = D · (linear + quadratic · D)
    private final double quadratic;

    VoxelFormula(int fractionCount, AlphaBetaRatio tissue) {
      this(fractionCount, tissue, 0);
    }

    /**
     * @param incompleteRepairFactor H of {@link IncompleteRepair}; 0 for complete repair
     */
    VoxelFormula(int fractionCount, AlphaBetaRatio tissue, double incompleteRepairFactor) {
      if (fractionCount < 1) {
        throw new IllegalArgumentException("fractionCount must be >= 1: " + fractionCount);
      }
      double scale = 1.0 / (LinearQuadratic.REFERENCE_DOSE_PER_FRACTION_GY + tissue.gy());
      linear = tissue.gy() * scale;
      quadratic = (1 + incompleteRepairFactor) / fractionCount * scale;
    }

    static VoxelFormula of(CourseDose course, Tissue tissue) {
      int fractionCount = course.fractionation().fractionCount();
      return new VoxelFormula(
          fractionCount,
          tissue.alphaBeta(),
          tissue.repair().incompleteRepairFactor(course.schedule(), fractionCount));
    }

    /** Replaces physical dose by EQD2. */
    void convert(float[] slice) {
      convert(slice, slice, 0);
    }

    /** Writes the EQD2 of a slice of physical dose to {@code target} from {@code offset} on. */
    void convert(float[] physicalGy, float[] target, int offset) {
      float smallestGy = 0;
      for (float doseGy : physicalGy) {
        smallestGy = Math.min(smallestGy, doseGy);
      }
      if (!(smallestGy >= 0)) { // also rejects NaN, which Math.min passes on
        throw new IllegalArgumentException(
            "a physical dose that is negative or not a number has no EQD2: " + smallestGy);
      }
      for (int i = 0; i < physicalGy.length; i++) {
        double doseGy = physicalGy[i];
        target[offset + i] = (float) (doseGy * (linear + quadratic * doseGy));
      }
    }
  }
}
