/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.numbers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.recourse.assistant.cases.DeformationMap;
import org.recourse.dicom.registration.DeformationGrid;
import org.recourse.dicom.registration.SpatialMap;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.model.Registration;
import org.recourse.risk.ContributedRiskCatalogue;

/** Dose of an earlier course that comes through a deformable registration of the case. */
class DeformableDoseTest {

  private static final double FLOAT_STEP_GY = 1e-4;
  private static final AffineTransform TO_FIRST =
      AffineTransform.translation(new Vector3(100, 0, 0));
  private static final GridGeometry NODES =
      new GridGeometry(30, 30, 30, new Vector3(-60, -60, -60), new Vector3(4, 4, 4));

  private final TwoCourseCase twoCourses = new TwoCourseCase();
  private final SliceExecutor executor = SliceExecutor.ofThreads(2);

  @AfterEach
  void close() {
    executor.close();
  }

  /** A field that moves everything by a shift, and then into the frame of the first course. */
  private static SpatialMap shifted(Vector3 shiftMm) {
    float[] mm = new float[3 * NODES.voxelCount()];
    for (int i = 0; i < mm.length; i += 3) {
      mm[i] = (float) shiftMm.x();
      mm[i + 1] = (float) shiftMm.y();
      mm[i + 2] = (float) shiftMm.z();
    }
    return new SpatialMap(
        TwoCourseCase.PLAN_FRAME,
        TwoCourseCase.FIRST_FRAME,
        AffineTransform.IDENTITY,
        Optional.of(DeformationGrid.of(NODES, mm)),
        TO_FIRST);
  }

  private PlanNumbers numbers() {
    return new NumbersComputation(
            twoCourses.voxels(), new ContributedRiskCatalogue(List.of()), executor)
        .compute(twoCourses.snapshot(), new NullProgressMonitor());
  }

  private static CumulativeNumbers cord(PlanNumbers numbers) {
    return numbers.structure("SpinalCord").orElseThrow().cumulative().orElseThrow();
  }

  private static boolean says(PlanNumbers numbers, String text) {
    return numbers.findings().stream().anyMatch(finding -> finding.text().contains(text));
  }

  @Test
  void aDeformationOfNothingGivesTheSameDoseAsTheMatrix() {
    twoCourses.firstDose(x -> 50 + x);
    PlanNumbers rigid = numbers();
    twoCourses.addDeformation("dicom/REG.dcm", shifted(Vector3.ZERO));
    PlanNumbers deformed = numbers();

    assertEquals(cord(rigid).eqd2Dvh().maxGy(), cord(deformed).eqd2Dvh().maxGy(), FLOAT_STEP_GY);
    assertEquals(cord(rigid).eqd2Dvh().meanGy(), cord(deformed).eqd2Dvh().meanGy(), FLOAT_STEP_GY);
    assertTrue(cord(rigid).transformIds().getFirst().startsWith("rigid-"));
    assertTrue(cord(deformed).transformIds().getFirst().startsWith("deformable-"));
    assertEquals(
        cord(deformed).transformIds(), deformed.ledger().columns().getFirst().transformIds());
  }

  /** EQD2 at 2 Gy of a dose of 50 + x in 25 fractions, at x + 6 instead of x. */
  @Test
  void theDoseIsFetchedWhereTheFieldPoints() {
    twoCourses.firstDose(x -> 50 + x);
    PlanNumbers rigid = numbers();
    twoCourses.addDeformation("dicom/REG.dcm", shifted(new Vector3(6, 0, 0)));
    PlanNumbers deformed = numbers();

    double moreGy = cord(deformed).eqd2Dvh().maxGy() - cord(rigid).eqd2Dvh().maxGy();
    // at the edge of the cord, x = 9 mm: E(65) - E(59), E(D) = D (D / 25 + 2) / 4; the dose of the
    // first course is interpolated between voxels of 2 mm, where E bends by 1e-2 Gy
    assertEquals(65 * (65 / 25.0 + 2) / 4 - 59 * (59 / 25.0 + 2) / 4, moreGy, 0.03);
  }

  @Test
  void aTransformWithoutQualityAssuranceIsNamedWhereItsDoseIsUsed() {
    Registration deformation = twoCourses.addDeformation("dicom/REG.dcm", shifted(Vector3.ZERO));

    assertTrue(says(numbers(), "without quality assurance (imported)"));
    deformation.setCarriesDose(false);
    PlanNumbers aside = numbers();

    assertTrue(says(aside, "is set aside"));
    assertTrue(cord(aside).transformIds().getFirst().startsWith("rigid-"));
  }

  @Test
  void aChangedTransformHasAnotherIdSoThatOldNumbersAreStale() {
    List<String> first = idsWith("dicom/REG-1.dcm");
    List<String> second = idsWith("dicom/REG-2.dcm");
    assertNotEquals(first, second);

    twoCourses.patientCase().getRegistrations().removeLast();
    twoCourses.patientCase().getRegistrations().removeLast();
    List<String> matrix = cord(numbers()).transformIds();
    assertTrue(twoCourses.snapshot().frameTransforms().current(matrix));
    assertFalse(twoCourses.snapshot().frameTransforms().current(second));
    twoCourses.patientCase().getRegistrations().getFirst().getMatrix().set(3, 101.0);

    assertNotEquals(matrix, cord(numbers()).transformIds());
    assertFalse(twoCourses.snapshot().frameTransforms().current(matrix));
  }

  private List<String> idsWith(String file) {
    twoCourses.addDeformation(file, shifted(Vector3.ZERO));
    return cord(numbers()).transformIds();
  }

  @Test
  void aMissingFileRefusesTheSumInsteadOfTakingTheMatrix() {
    twoCourses.addDeformation("dicom/REG.dcm", shifted(Vector3.ZERO));
    Registration broken = twoCourses.patientCase().getRegistrations().getLast();
    broken.getReference().setRelativePath("dicom/elsewhere.dcm");

    PlanNumbers numbers = numbers();

    assertTrue(says(numbers, "The file is not there."));
    assertFalse(numbers.structure("SpinalCord").orElseThrow().cumulative().isPresent());
  }

  @Test
  void theInverseTakesPointsBack() {
    float[] mm = new float[3 * NODES.voxelCount()];
    for (int i = 0; i < NODES.voxelCount(); i++) {
      Vector3 p = NODES.centreMm(i);
      mm[3 * i] = (float) (6 * Math.sin(p.y() / 25));
      mm[3 * i + 1] = (float) (4 * Math.cos(p.z() / 30));
      mm[3 * i + 2] = (float) (5 * Math.sin(p.x() / 20));
    }
    double[] turn = {0.8, -0.6, 0, 3, 0.6, 0.8, 0, -7, 0, 0, 1, 2};
    var map =
        new SpatialMap(
            "a",
            "b",
            AffineTransform.ofRows(turn),
            Optional.of(DeformationGrid.of(NODES, mm)),
            TO_FIRST);
    var there = new DeformationMap("d", map, false);
    var back = new DeformationMap("d", map, true);
    for (double x = -30; x <= 30; x += 15) {
      var p = new Vector3(x, 10 - x / 2, x / 3);
      Vector3 again = back.at(there.at(p).orElseThrow()).orElseThrow();
      assertTrue(again.distanceTo(p) < 2e-3, again + " instead of " + p); // stops at 1e-3 mm
    }
    assertTrue(there.at(new Vector3(500, 0, 0)).isEmpty());
    assertNotEquals(there, back);
    assertEquals(there, new DeformationMap("d", map, false));
  }
}
