/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiobiology.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.grid.volume.Mask;
import org.recourse.radiobiology.conversion.RegistrationUncertainty;
import org.recourse.radiobiology.conversion.Tissue;
import org.recourse.radiobiology.fractionation.AlphaBetaRatio;

class MisplacedDoseTest {

  /** Float doses below 100 Gy, interpolated. */
  private static final double ROUNDING_GY = 1e-4;

  private static final GridGeometry GRID = LedgerFixtures.GRID;

  @Test
  void aGradientOfOneGyPerMillimetreMovesTheMaximumByTheRadius() {
    MaximumRange range = range(RegistrationUncertainty.UNKNOWN);

    assertEquals(54, range.nominalEqd2Gy(), ROUNDING_GY);
    assertEquals(57, range.highestEqd2Gy(), ROUNDING_GY);
    assertEquals(51, range.lowestEqd2Gy(), ROUNDING_GY);
    assertEquals(3, range.radiusMm());
    assertEquals(4, range.atMm().x(), 1e-9);
  }

  @Test
  void aCourseInTheSameFrameIsCertain() {
    MaximumRange range = range(RegistrationUncertainty.SAME_FRAME);

    assertEquals(range.nominalEqd2Gy(), range.highestEqd2Gy());
    assertEquals(range.nominalEqd2Gy(), range.lowestEqd2Gy());
  }

  @Test
  void thePlannedDoseIsCertainAndComesOnTop() {
    var part =
        new CumulativeDose.Part(
            "First", gradient(), Recovery.NONE, RegistrationUncertainty.UNKNOWN);
    MaximumRange range =
        MisplacedDose.of(List.of(part), mask(), new NullProgressMonitor())
            .maximumWith(LedgerFixtures.uniform(10))
            .orElseThrow();

    assertEquals(64, range.nominalEqd2Gy(), ROUNDING_GY);
    assertEquals(67, range.highestEqd2Gy(), ROUNDING_GY);
  }

  /** A histogram counts the surface, which lies half a voxel further out: 55 Gy, not 54. */
  @Test
  void pointsOnTheSurfaceBelongToTheRange() {
    var part =
        new CumulativeDose.Part(
            "First", gradient(), Recovery.NONE, RegistrationUncertainty.UNKNOWN);
    MaximumRange range =
        MisplacedDose.of(
                List.of(part), mask(), List.of(new Vector3(5, 1, 1)), new NullProgressMonitor())
            .maximumWith(LedgerFixtures.uniform(10))
            .orElseThrow();

    assertEquals(65, range.nominalEqd2Gy(), ROUNDING_GY);
    assertEquals(68, range.highestEqd2Gy(), ROUNDING_GY);
    assertEquals(62, range.lowestEqd2Gy(), ROUNDING_GY);
    assertEquals(5, range.atMm().x(), 1e-9);
  }

  @Test
  void aStructureWithoutVoxelHasNoRange() {
    assertTrue(
        MisplacedDose.of(List.of(), Mask.builder(GRID).build(), new NullProgressMonitor())
            .maximumWith(gradient())
            .isEmpty());
  }

  @Test
  void overlapsWithAnotherAlphaBetaAreReportedAndOrdered() {
    var cord = new StructureOverlap.Region(LedgerFixtures.CORD, mask());
    var gtv =
        new StructureOverlap.Region(
            new TargetVolume("GTV", Tissue.of(new AlphaBetaRatio(10))), mask());
    var same = new StructureOverlap.Region(LedgerFixtures.GTV, mask());
    List<StructureOverlap> overlaps = StructureOverlap.of(List.of(cord, gtv, same));

    assertEquals(2, overlaps.size());
    assertEquals(27 * 8 / 1000.0, overlaps.get(0).sharedCm3(), 1e-12);
    assertTrue(overlaps.get(0).finding().text().contains("own alpha/beta"));
  }

  private static MaximumRange range(RegistrationUncertainty uncertainty) {
    var part = new CumulativeDose.Part("First", gradient(), Recovery.NONE, uncertainty);
    var dose =
        new CumulativeDose<>(
            LedgerFixtures.CORD, RecoveryConvention.NONE, gradient(), List.of(part), List.of());
    return MisplacedDose.maximum(dose, mask(), new NullProgressMonitor()).orElseThrow();
  }

  /** 50 Gy + 1 Gy/mm along x. */
  private static DoseGrid gradient() {
    DoseGrid.Builder dose = DoseGrid.builder(GRID);
    float[] slice = new float[GRID.sliceVoxelCount()];
    for (int i = 0; i < slice.length; i++) {
      Vector3 at = GRID.toPatientMm(i % GRID.sizeX(), 0, 0);
      slice[i] = (float) (50 + at.x());
    }
    for (int z = 0; z < GRID.sizeZ(); z++) {
      dose.slice(z, Arrays.copyOf(slice, slice.length));
    }
    return dose.build();
  }

  /** 3 x 3 x 3 voxels at 0 to 4 mm along each axis. */
  private static Mask mask() {
    Mask.Builder mask = Mask.builder(GRID);
    for (int z = 5; z < 8; z++) {
      var voxels = new BitSet();
      for (int y = 5; y < 8; y++) {
        voxels.set(y * GRID.sizeX() + 5, y * GRID.sizeX() + 8);
      }
      mask.slice(z, voxels);
    }
    return mask.build();
  }
}
