/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.recourse.dosimetry.dvh.Dvh;
import org.recourse.dosimetry.dvh.StructureSampling;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.contour.PlanarContour;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;

/** Small inputs for tests of risk models. */
public final class RiskFixtures {

  public static final String FIRST = "First course";
  public static final String PAPER = "Course on paper";
  public static final String PLAN = "Re-irradiation";

  /** Holds the cube of {@link #cube()} with room on every side. */
  public static final GridGeometry GEOMETRY =
      new GridGeometry(20, 20, 20, new Vector3(-19, -19, -19), new Vector3(2, 2, 2));

  /** Dose of a voxel as a function of its position. */
  @FunctionalInterface
  public interface DoseAt {
    double gy(double xMm, double yMm, double zMm);
  }

  private RiskFixtures() {}

  public static RiskCourse first() {
    return course(FIRST, true, 70, 35);
  }

  public static RiskCourse plan() {
    return course(PLAN, false, 60, 27);
  }

  public static RiskCourse course(String label, boolean previous, double doseGy, int fractions) {
    return new RiskCourse(
        label,
        previous,
        false,
        OptionalDouble.of(doseGy),
        "GTV",
        OptionalInt.of(fractions),
        List.of());
  }

  public static RiskCourse paper(double doseGy, int fractions, TypedOrganDose... typed) {
    return new RiskCourse(
        PAPER,
        true,
        true,
        OptionalDouble.of(doseGy),
        "GTV",
        OptionalInt.of(fractions),
        List.of(typed));
  }

  public static RiskInput input(List<RiskCourse> courses, RiskStructure... structures) {
    return new RiskInput(
        RiskPatient.UNKNOWN, courses, List.of(structures), RiskParameterValues.DEFAULTS, false);
  }

  /** A cube of 20 mm edge, 8 cm³, with the same cumulative EQD2 for every alpha/beta. */
  public static RiskStructure structure(String name, DoseAt eqd2, String... courseLabels) {
    Dvh dvh = dvh(cube(), eqd2);
    return new RiskStructure(
        name,
        "",
        RiskStructure.Kind.ORGAN,
        (tissue, monitor) -> new StructureDose.Known(dvh, List.of(courseLabels), List.of()));
  }

  public static RiskStructure uniform(String name, double eqd2Gy, String... courseLabels) {
    return structure(name, (x, y, z) -> eqd2Gy, courseLabels);
  }

  public static Dvh dvh(ContourSet contours, DoseAt dose) {
    try (var executor = SliceExecutor.ofThreads(1)) {
      return StructureSampling.of(contours, GEOMETRY, executor, new NullProgressMonitor())
          .dvh(grid(dose))
          .orElseThrow();
    }
  }

  public static DoseGrid grid(DoseAt dose) {
    DoseGrid.Builder grid = DoseGrid.builder(GEOMETRY);
    float[] slice = new float[GEOMETRY.sliceVoxelCount()];
    for (int z = 0; z < GEOMETRY.sizeZ(); z++) {
      for (int i = 0; i < slice.length; i++) {
        Vector3 mm = GEOMETRY.toPatientMm(i % GEOMETRY.sizeX(), i / GEOMETRY.sizeX(), z);
        slice[i] = (float) dose.gy(mm.x(), mm.y(), mm.z());
      }
      grid.slice(z, slice);
    }
    return grid.build();
  }

  public static ContourSet cube() {
    return box(10);
  }

  /** A box around the origin, {@code halfMm} to each side, contoured every 2 mm. */
  public static ContourSet box(double halfMm) {
    var contours = new ArrayList<PlanarContour>();
    for (double z = -halfMm + 1; z < halfMm; z += 2) {
      contours.add(
          PlanarContour.of(
              new double[] {
                -halfMm, -halfMm, z, halfMm, -halfMm, z, halfMm, halfMm, z, -halfMm, halfMm, z
              }));
    }
    return new ContourSet(contours);
  }
}
