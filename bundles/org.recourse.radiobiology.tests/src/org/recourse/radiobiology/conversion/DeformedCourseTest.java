/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiobiology.conversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.PointMap;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.radiobiology.fractionation.AlphaBetaRatio;
import org.recourse.radiobiology.fractionation.Fractionation;

/** Courses that come through a map that is no matrix. */
class DeformedCourseTest {

  private static final GridGeometry GRID =
      new GridGeometry(48, 44, 40, new Vector3(-70, -60, -55), new Vector3(3, 3, 3));
  private static final AlphaBetaRatio CORD = new AlphaBetaRatio(2);

  /** A map by a smooth displacement; not defined for x above a limit. */
  private record Wave(double mm, double definedToXMm) implements PointMap {

    private static final double PER_MM = 1 / 35.0;

    Vector3 apply(Vector3 p) {
      return p.plus(
          new Vector3(
              mm * Math.sin(p.y() * PER_MM),
              mm * Math.cos(p.z() * PER_MM),
              mm * Math.sin(p.z() * PER_MM)));
    }

    /** Only uz depends on z in its own direction: the determinant is 1 + duz/dz. */
    double volumeFactor(Vector3 p) {
      return 1 + mm * PER_MM * Math.cos(p.z() * PER_MM);
    }

    @Override
    public Optional<Vector3> at(Vector3 p) {
      return p.x() > definedToXMm ? Optional.empty() : Optional.of(apply(p));
    }

    @Override
    public Optional<AffineTransform> asAffine() {
      return Optional.empty();
    }
  }

  private static double doseGy(Vector3 p) {
    return 60 * Math.exp(-p.dot(p) / (2 * 30 * 30));
  }

  private static DoseGrid bump() {
    DoseGrid.Builder dose = DoseGrid.builder(GRID);
    for (int z = 0; z < GRID.sizeZ(); z++) {
      float[] slice = new float[GRID.sliceVoxelCount()];
      for (int i = 0; i < slice.length; i++) {
        slice[i] = (float) doseGy(GRID.centreMm(z * slice.length + i));
      }
      dose.slice(z, slice);
    }
    return dose.build();
  }

  private static CumulativeEqd2 mapped(PointMap map) {
    try (var executor = SliceExecutor.ofThreads(2)) {
      return CumulativeEqd2.of(
          List.of(new CourseDose("A", bump(), new Fractionation(60, 30), map)),
          GRID,
          CORD,
          executor,
          new NullProgressMonitor());
    }
  }

  @Test
  void aMapThatMovesNothingIsExact() {
    DoseGrid same = mapped(AffineTransform.IDENTITY).eqd2();
    CumulativeEqd2 still = mapped(new Wave(0, Double.POSITIVE_INFINITY));

    for (int i = 0; i < GRID.voxelCount(); i++) {
      assertEquals(same.doseGyAt(i), still.eqd2().doseGyAt(i), 1e-5); // way to mm and back: 1e-14
    }
    assertEquals(1, still.coverage().getFirst().coveredFraction());
    assertTrue(still.findings().isEmpty());
  }

  /**
   * Mean EQD2 of a ball of 30 mm: over the voxels whose image lies in the ball, each counted with
   * the volume of the tissue it holds, it is that of the ball in the course, within 0.5 %.
   */
  @Test
  void theMeanDoseOfALargeStructureSurvivesASmoothField() {
    var wave = new Wave(8, Double.POSITIVE_INFINITY);
    DoseGrid there = mapped(wave).eqd2();
    DoseGrid own = mapped(AffineTransform.IDENTITY).eqd2();
    double sum = 0;
    double volume = 0;
    double ownSum = 0;
    double ownVolume = 0;
    for (int i = 0; i < GRID.voxelCount(); i++) {
      Vector3 p = GRID.centreMm(i);
      if (wave.apply(p).norm() <= 30) {
        sum += there.doseGyAt(i) * wave.volumeFactor(p);
        volume += wave.volumeFactor(p);
      }
      if (p.norm() <= 30) {
        ownSum += own.doseGyAt(i);
        ownVolume++;
      }
    }
    assertEquals(1, sum / volume / (ownSum / ownVolume), 0.005);
    assertEquals(1, volume / ownVolume, 0.01); // voxels of 3 mm on the surface of the ball
  }

  @Test
  void pointsWithoutAnImageAreNotCoveredAndSaySo() {
    CumulativeEqd2 half = mapped(new Wave(0, 0));

    double covered = half.coverage().getFirst().coveredFraction();
    assertEquals(0.5, covered, 0.02); // 24 of 48 columns lie below x = 0
    assertEquals(0, half.eqd2().doseGyAt(GRID.sizeX() - 1));
    assertTrue(half.findings().getFirst().text().contains("lower bound"));
  }
}
