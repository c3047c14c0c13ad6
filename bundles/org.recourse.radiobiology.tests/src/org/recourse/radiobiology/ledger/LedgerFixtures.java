/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiobiology.ledger;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.recourse.dosimetry.dvh.StructureSampling;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.contour.PlanarContour;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.radiobiology.conversion.CourseDose;
import org.recourse.radiobiology.conversion.RegistrationUncertainty;
import org.recourse.radiobiology.conversion.Tissue;
import org.recourse.radiobiology.fractionation.AlphaBetaRatio;
import org.recourse.radiobiology.fractionation.DailySchedule;
import org.recourse.radiobiology.fractionation.Fractionation;

/** Uniform courses on a small grid. */
final class LedgerFixtures {

  static final GridGeometry GRID =
      new GridGeometry(11, 11, 11, new Vector3(-10, -10, -10), new Vector3(2, 2, 2));
  static final AlphaBetaRatio TWO = new AlphaBetaRatio(2);
  static final OrganAtRisk CORD = new OrganAtRisk("Cord", Tissue.of(TWO));
  static final TargetVolume GTV = new TargetVolume("GTV", Tissue.of(TWO));

  private LedgerFixtures() {}

  static CourseDose dose(double doseGy, int fractions) {
    return new CourseDose(
        doseGy + "/" + fractions,
        uniform(doseGy),
        new Fractionation(doseGy, fractions),
        AffineTransform.IDENTITY,
        Optional.of(DailySchedule.ONCE_DAILY),
        RegistrationUncertainty.SAME_FRAME);
  }

  static LedgerCourse planned(double doseGy, int fractions) {
    return new LedgerCourse(
        "Planned",
        new LedgerCourse.Timing.Planned(),
        new CourseRecord.Voxels(List.of(dose(doseGy, fractions))));
  }

  static LedgerCourse earlier(String label, double months, CourseDose... plans) {
    return new LedgerCourse(
        label,
        new LedgerCourse.Timing.Earlier(
            OptionalLong.of(Math.round(months * RecoveryTable.DAYS_PER_MONTH))),
        new CourseRecord.Voxels(List.of(plans)));
  }

  static CumulativeDose<RecoveryConvention.NoRecovery> sum(
      LedgerStructure structure, LedgerCourse... courses) {
    try (var executor = SliceExecutor.ofThreads(1)) {
      return new CourseLedger(List.of(courses))
          .sum(structure, GRID, executor, new NullProgressMonitor());
    }
  }

  static CumulativeDose<RecoveryConvention.TableRecovery> recovered(
      RecoveryTable table, LedgerCourse... courses) {
    try (var executor = SliceExecutor.ofThreads(1)) {
      return new CourseLedger(List.of(courses))
          .sumWithRecovery(
              CORD,
              new RecoveryConvention.TableRecovery(table),
              GRID,
              executor,
              new NullProgressMonitor());
    }
  }

  static DoseGrid uniform(double doseGy) {
    float[] slice = new float[GRID.sliceVoxelCount()];
    Arrays.fill(slice, (float) doseGy);
    DoseGrid.Builder dose = DoseGrid.builder(GRID);
    for (int z = 0; z < GRID.sizeZ(); z++) {
      dose.slice(z, slice);
    }
    return dose.build();
  }

  /** A box of 8 x 8 mm over the inner slices. */
  static StructureSampling box() {
    var contours =
        new ContourSet(
            IntStream.rangeClosed(-3, 3)
                .mapToObj(
                    z ->
                        PlanarContour.of(
                            new double[] {-4, -4, 2 * z, 4, -4, 2 * z, 4, 4, 2 * z, -4, 4, 2 * z}))
                .toList());
    try (var executor = SliceExecutor.ofThreads(1)) {
      return StructureSampling.of(contours, GRID, executor, new NullProgressMonitor());
    }
  }
}
