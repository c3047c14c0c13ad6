/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.risk.organ;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.recourse.risk.RiskFixtures.FIRST;
import static org.recourse.risk.RiskFixtures.PLAN;
import static org.recourse.risk.RiskFixtures.dvh;
import static org.recourse.risk.RiskFixtures.first;
import static org.recourse.risk.RiskFixtures.input;
import static org.recourse.risk.RiskFixtures.paper;
import static org.recourse.risk.RiskFixtures.plan;
import static org.recourse.risk.RiskFixtures.structure;
import static org.recourse.risk.RiskFixtures.uniform;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.recourse.dosimetry.dvh.Dvh;
import org.recourse.radiobiology.fractionation.AlphaBetaRatio;
import org.recourse.risk.RiskCourse;
import org.recourse.risk.RiskFixtures;
import org.recourse.risk.RiskInput;
import org.recourse.risk.RiskStructure;
import org.recourse.risk.RiskValue;
import org.recourse.risk.StructureDose;
import org.recourse.risk.TypedOrganDose;

class CumulativeOrganDoseTest {

  private static final CumulativeOrganDose D01CC =
      new CumulativeOrganDose(0.1, new AlphaBetaRatio(3));

  /** Points of the cumulative curve lie 0.01 Gy apart. */
  private static final double BIN_GY = 0.011;

  @Test
  void readsTheVoxelSum() {
    OrganDose.Known dose =
        known(input(List.of(first(), plan()), uniform("Lobe_Temporal_L", 72.5, FIRST, PLAN)));

    assertEquals(72.5, dose.doseEqd2Gy(), BIN_GY);
    assertEquals(RiskValue.Bound.VALUE, dose.bound());
    assertEquals(dose.doseEqd2Gy(), dose.leastEqd2Gy());
    assertTrue(dose.findings().isEmpty(), dose.findings().toString());
    assertTrue(dose.inputs().get(0).origin().contains("First course + Re-irradiation"));
  }

  @Test
  void aTypedMaximumMakesAnUpperBoundThatIsLabelled() {
    RiskCourse paper = paper(50, 25, new TypedOrganDose("Left temporal lobe", "Dmax", 50));
    OrganDose.Known dose =
        known(input(List.of(first(), paper, plan()), uniform("Lobe_Temporal_L", 40, FIRST, PLAN)));

    assertEquals(90, dose.doseEqd2Gy(), BIN_GY); // 50 Gy in 25 fractions are 50 Gy EQD2
    assertEquals(40, dose.leastEqd2Gy(), BIN_GY);
    assertEquals(RiskValue.Bound.UPPER_BOUND, dose.bound());
    String finding = dose.findings().get(0).text();
    assertTrue(finding.contains("upper bound") && finding.contains("Course on paper"), finding);
    assertEquals(2, dose.inputs().size());
  }

  @Test
  void aTypedDoseIsConvertedWithItsOwnFractions() {
    RiskCourse paper = paper(20, 5, new TypedOrganDose("Lobe_Temporal_L", "Dmax", 20));
    OrganDose.Known dose =
        known(input(List.of(paper, plan()), uniform("Lobe_Temporal_L", 40, PLAN)));

    assertEquals(40 + 28, dose.doseEqd2Gy(), BIN_GY); // 20 Gy in 5 fractions at 3 Gy: 28 Gy
  }

  @Test
  void aTypedZeroAddsNothingAndStaysAValue() {
    RiskCourse paper = paper(30, 10, new TypedOrganDose("Lobe_Temporal_L", "Dmax", 0));
    OrganDose.Known dose =
        known(input(List.of(paper, plan()), uniform("Lobe_Temporal_L", 40, PLAN)));

    assertEquals(40, dose.doseEqd2Gy(), BIN_GY);
    assertEquals(RiskValue.Bound.VALUE, dose.bound());
  }

  @Test
  void aTypedVolumeIsTakenFromTheVolumeOfTheVoxelFigure() {
    RiskStructure graded = structure("Lobe_Temporal_L", (x, y, z) -> 50 + x, PLAN);
    RiskCourse paper = paper(50, 25, new TypedOrganDose("Lobe_Temporal_L", "D0.03cc", 50));
    OrganDose.Known dose = known(input(List.of(paper, plan()), graded));

    Dvh dvh = dvh(RiskFixtures.cube(), (x, y, z) -> 50 + x);
    assertEquals(dvh.doseAtVolumeCm3Gy(0.07) + 50, dose.doseEqd2Gy(), BIN_GY);
    assertEquals(dvh.doseAtVolumeCm3Gy(0.1), dose.leastEqd2Gy(), 1e-9);
  }

  /** The inequality the upper bound rests on, on random distributions. */
  @RepeatedTest(5)
  void theBoundIsNotBelowTheTrueSum(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    double[] a = random.doubles(RiskFixtures.GEOMETRY.voxelCount(), 0, 60).toArray();
    double[] b = random.doubles(RiskFixtures.GEOMETRY.voxelCount(), 0, 60).toArray();
    Dvh first = dvh(RiskFixtures.cube(), (x, y, z) -> a[index(x, y, z)]);
    Dvh second = dvh(RiskFixtures.cube(), (x, y, z) -> b[index(x, y, z)]);
    Dvh sum = dvh(RiskFixtures.cube(), (x, y, z) -> a[index(x, y, z)] + b[index(x, y, z)]);

    double trueGy = sum.doseAtVolumeCm3Gy(0.1);
    assertTrue(trueGy <= first.doseAtVolumeCm3Gy(0.1) + second.maxGy() + BIN_GY);
    assertTrue(trueGy <= first.doseAtVolumeCm3Gy(0.07) + second.doseAtVolumeCm3Gy(0.03) + BIN_GY);
  }

  @Test
  void aCourseOnPaperWithoutAFigureMakesTheDoseUnknown() {
    RiskCourse paper = paper(50, 25, new TypedOrganDose("SpinalCord", "Dmax", 40));
    List<String> lacks =
        missing(input(List.of(paper, plan()), uniform("Lobe_Temporal_L", 40, PLAN)));

    assertTrue(lacks.get(0).contains("Course on paper"), lacks.toString());
    assertTrue(lacks.get(0).contains("left temporal lobe"), lacks.toString());
  }

  @Test
  void aMeanDoseIsNoMaximum() {
    RiskCourse paper =
        paper(
            50,
            25,
            new TypedOrganDose("Lobe_Temporal_L", "Dmean", 20),
            new TypedOrganDose("Lobe_Temporal_L", "about", 20));
    assertEquals(
        1, missing(input(List.of(paper, plan()), uniform("Lobe_Temporal_L", 40, PLAN))).size());
  }

  @Test
  void aCourseOnPaperWithoutFractionsMakesTheDoseUnknown() {
    RiskCourse paper =
        new RiskCourse(
            "Old course",
            true,
            true,
            OptionalDouble.of(50),
            "",
            OptionalInt.empty(),
            List.of(new TypedOrganDose("Lobe_Temporal_L", "Dmax", 40)));
    List<String> lacks =
        missing(input(List.of(paper, plan()), uniform("Lobe_Temporal_L", 40, PLAN)));
    assertTrue(lacks.get(0).contains("fractions of Old course"), lacks.toString());
  }

  @Test
  void aCourseLeftOutOfTheVoxelSumIsNoticed() {
    List<String> lacks =
        missing(input(List.of(first(), plan()), uniform("Lobe_Temporal_L", 40, PLAN)));
    assertTrue(lacks.get(0).contains(FIRST), lacks.toString());
  }

  @Test
  void aCourseSummedPlanByPlanIsPartOfTheSum() {
    known(
        input(
            List.of(first(), plan()),
            uniform("Lobe_Temporal_L", 40, FIRST + ", phase 1", FIRST + ", phase 2", PLAN)));
  }

  @Test
  void aStructureSmallerThanTheVolumeHasNoSuchDose() {
    Dvh tiny = dvh(RiskFixtures.box(2), (x, y, z) -> 50); // 0.064 cm³
    var small =
        new RiskStructure(
            "Lobe_Temporal_L",
            "",
            RiskStructure.Kind.ORGAN,
            (tissue, monitor) -> new StructureDose.Known(tiny, List.of(PLAN), List.of()));
    List<String> lacks = missing(input(List.of(plan()), small));
    assertTrue(lacks.get(0).contains("D0.1cc does not exist"), lacks.toString());
  }

  @Test
  void reasonsOfAnUnknownDoseArePassedOn() {
    var unknown =
        new RiskStructure(
            "Lobe_Temporal_L",
            "",
            RiskStructure.Kind.ORGAN,
            (tissue, monitor) -> new StructureDose.Unknown(List.of("No registration.")));
    assertEquals(List.of("No registration."), missing(input(List.of(plan()), unknown)));
  }

  @Test
  void saysHowToNameAMissingOrgan() {
    List<String> lacks = missing(input(List.of(plan())));
    assertTrue(lacks.get(0).contains("Lobe_Temporal_L"), lacks.toString());
  }

  private static int index(double xMm, double yMm, double zMm) {
    int x = (int) Math.round((xMm + 19) / 2);
    int y = (int) Math.round((yMm + 19) / 2);
    int z = (int) Math.round((zMm + 19) / 2);
    return RiskFixtures.GEOMETRY.indexOf(x, y, z);
  }

  private static OrganDose.Known known(RiskInput input) {
    return assertInstanceOf(OrganDose.Known.class, dose(input));
  }

  private static List<String> missing(RiskInput input) {
    return assertInstanceOf(OrganDose.Missing.class, dose(input)).lacks();
  }

  private static OrganDose dose(RiskInput input) {
    return D01CC.of(Organ.TEMPORAL_LOBE_LEFT, input, new NullProgressMonitor());
  }
}
