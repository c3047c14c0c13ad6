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
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recourse.radiobiology.fractionation.AlphaBetaRatio;
import org.recourse.radiobiology.fractionation.DailySchedule;
import org.recourse.radiobiology.fractionation.Fractionation;
import org.recourse.radiobiology.ledger.Recovery;

/** Worked values of the reference page "clinical numbers", sections 4.1 to 4.4 and 4.9. */
class LinearQuadraticTest {

  /** The page gives three decimals. */
  private static final double HALF_A_DIGIT = 0.00051;

  @ParameterizedTest(name = "{0} Gy in {1}, alpha/beta {2} Gy: BED {3}, EQD2 {4} Gy")
  @CsvSource({
    "60,    27, 2,  126.667, 63.333",
    "60,    27, 3,  104.444, 62.667",
    "60,    27, 10, 73.333,  61.111",
    "65,    54, 2,  104.120, 52.060",
    "65,    54, 3,  91.080,  54.648",
    "65,    54, 10, 72.824,  60.687",
    "64.8,  54, 3,  90.72,   54.432",
    "69.96, 33, 2,  144.118, 72.059",
    "69.96, 33, 3,  119.398, 71.639",
    "69.96, 33, 10, 84.792,  70.66",
    "45,    5,  3,  180,     108",
    "50,    25, 2,  100,     50",
    "50,    25, 3,  83.333,  50",
    "50,    25, 4,  75,      50"
  })
  void followsThePage(
      double doseGy, int fractions, double alphaBetaGy, double bedGy, double eqd2Gy) {
    var course = new Fractionation(doseGy, fractions);
    var tissue = new AlphaBetaRatio(alphaBetaGy);

    assertEquals(bedGy, LinearQuadratic.bedGy(course, tissue), HALF_A_DIGIT);
    assertEquals(eqd2Gy, LinearQuadratic.eqd2Gy(course, tissue), HALF_A_DIGIT);
    assertEquals(
        bedGy,
        LinearQuadratic.bedOfEqd2Gy(LinearQuadratic.eqd2Gy(course, tissue), tissue),
        HALF_A_DIGIT);
  }

  /** The second half: published test values of EQD2Viewer and DVHmetrics. */
  @ParameterizedTest(name = "{0} Gy in {1}, alpha/beta {2} Gy: EQD2 {3} Gy")
  @CsvSource({
    "66, 30, 3,  68.64",
    "45, 5,  2,  123.75",
    "45, 5,  10, 71.25",
    "18, 5,  2,  25.2",
    "14, 3,  2,  23.333",
    "15, 5,  2,  18.75",
    "45, 15, 3,  54.0",
    "45, 15, 10, 48.75",
    "20, 5,  3,  28",
    "60, 60, 3,  48",
    "60, 60, 10, 55",
    "24, 3,  2,  60",
    "20, 1,  10, 50",
    "8,  1,  3,  17.6",
    "18, 1,  10, 42",
    "50, 20, 2,  56.25",
    "50, 20, 3,  55.0",
    "50, 20, 4,  54.167"
  })
  void followsPublishedValues(double doseGy, int fractions, double alphaBetaGy, double eqd2Gy) {
    assertEquals(eqd2Gy, eqd2Gy(doseGy, fractions, alphaBetaGy), HALF_A_DIGIT);
  }

  @Test
  void agreesWithTheCellKillOfMatRad() {
    // alpha 0.5 /Gy, beta 0.05 /Gy2: one fraction of 2 Gy has 2.4 Gy BED
    assertEquals(
        2.4, LinearQuadratic.bedGy(new Fractionation(2, 1), new AlphaBetaRatio(10)), 1e-12);
  }

  @Test
  void sumsCoursesAsEqd2() {
    assertEquals(38.75, eqd2Gy(20, 10, 2) + eqd2Gy(15, 5, 2), HALF_A_DIGIT);
    assertEquals(73.333, eqd2Gy(50, 25, 2) + eqd2Gy(14, 3, 2), HALF_A_DIGIT);
  }

  @Test
  void trapAEqd2OfThePhysicalSumIsWrong() {
    assertEquals(63.327, eqd2Gy(50 + 24, 25 + 27, 2), HALF_A_DIGIT);
    assertEquals(67.333, eqd2Gy(50, 25, 2) + eqd2Gy(24, 27, 2), HALF_A_DIGIT);
  }

  @Test
  void trapCConversionAndAverageDoNotCommute() {
    double eqd2ThenMeanGy = (eqd2Gy(27, 27, 2) + eqd2Gy(54, 27, 2) + eqd2Gy(81, 27, 2)) / 3;

    assertEquals(58.5, eqd2ThenMeanGy, HALF_A_DIGIT);
    assertEquals(54.0, eqd2Gy((27 + 54 + 81) / 3.0, 27, 2), HALF_A_DIGIT);
  }

  @ParameterizedTest(name = "recovery {0} %: {1} Gy")
  @CsvSource({"0, 80", "25, 67.5", "50, 55", "65, 47.5"})
  void recoveryIsTakenFromTheEqd2OfTheEarlierCourse(double percent, double sumGy) {
    var recovery = new Recovery(percent / 100);
    assertEquals(sumGy, recovery.remainingGy(eqd2Gy(50, 25, 2)) + eqd2Gy(30, 15, 2), HALF_A_DIGIT);
  }

  @Test
  void threeCoursesWithAndWithoutRecovery() {
    double firstGy = eqd2Gy(50, 25, 2);
    double secondGy = eqd2Gy(30, 10, 2);
    double thirdGy = eqd2Gy(24, 27, 2);
    var half = new Recovery(0.5);

    assertEquals(104.833, firstGy + secondGy + thirdGy, HALF_A_DIGIT);
    assertEquals(
        61.083, half.remainingGy(firstGy) + half.remainingGy(secondGy) + thirdGy, HALF_A_DIGIT);
    assertThrows(IllegalArgumentException.class, () -> new Recovery(1));
  }

  @ParameterizedTest(name = "alpha/beta {0} Gy, half-time {1} h: H {2}, BED {3}, EQD2 {4} Gy")
  @CsvSource({
    "3, 1.5, 0.0625,  92.71,   55.626",
    "3, 3,   0.25,    97.6,    58.56",
    "3, 4,   0.35355, 100.301, 60.181",
    "3, 5,   0.43528, 102.432, 61.459",
    "2, 4,   0.35355, 117.952, 58.976",
    "2, 5,   0.43528, 121.149, 60.574"
  })
  void incompleteRepairWithinTheDay(
      double alphaBetaGy, double halfTimeHours, double h, double bedGy, double eqd2Gy) {
    var repair =
        new IncompleteRepair(
            new DailySchedule(2, 6), halfTimeHours, IncompleteRepair.Variant.WITHIN_DAY);
    var course = new Fractionation(65, 54);
    var tissue = new AlphaBetaRatio(alphaBetaGy);

    assertEquals(h, repair.incompleteRepairFactor(54), 0.000006);
    assertEquals(bedGy, repair.bedGy(course, tissue), HALF_A_DIGIT);
    assertEquals(eqd2Gy, repair.eqd2Gy(course, tissue), HALF_A_DIGIT);
  }

  /** The plain double sum over pairs of fraction times is the oracle for the running sum. */
  @ParameterizedTest(name = "{0} fractions, {1} a day {2} h apart, half-time {3} h")
  @CsvSource({"54, 2, 6, 4", "54, 2, 6, 5", "35, 1, 24, 4", "36, 3, 6, 1.5", "5, 2, 8, 20"})
  void overnightRemainderIsTheSumOverAllPairs(
      int fractions, int perDay, double hours, double halfTimeHours) {
    double sum = 0;
    for (int j = 0; j < fractions; j++) {
      for (int i = 0; i < j; i++) {
        double gapHours = 24.0 * (j / perDay - i / perDay) + hours * (j % perDay - i % perDay);
        sum += Math.pow(2, -gapHours / halfTimeHours);
      }
    }
    var repair =
        new IncompleteRepair(
            new DailySchedule(perDay, hours),
            halfTimeHours,
            IncompleteRepair.Variant.WITH_OVERNIGHT_REMAINDER);

    assertEquals(2 * sum / fractions, repair.incompleteRepairFactor(fractions), 1e-12);
  }

  @Test
  void theNightLeavesWhatThePageSays() {
    // two fractions with only a night of 18 h between them: H is the remainder itself
    double fourHours = Math.pow(2, -18 / 4.0);
    assertEquals(0.044, fourHours, 0.0005);
    assertEquals(0.082, Math.pow(2, -18 / 5.0), 0.0006);

    var repair =
        new IncompleteRepair(
            new DailySchedule(2, 6), 4, IncompleteRepair.Variant.WITH_OVERNIGHT_REMAINDER);
    // fractions 1, 2 | 3: pairs 1-2 (6 h), 2-3 (18 h), 1-3 (24 h)
    double expected = 2.0 / 3 * (Math.pow(2, -1.5) + fourHours + Math.pow(2, -6));
    assertEquals(expected, repair.incompleteRepairFactor(3), 1e-12);
  }

  @Test
  void oneFractionHasNothingToRepair() {
    var repair =
        new IncompleteRepair(new DailySchedule(2, 6), 4, IncompleteRepair.Variant.WITHIN_DAY);
    assertEquals(0, repair.incompleteRepairFactor(1));
    assertThrows(IllegalArgumentException.class, () -> repair.incompleteRepairFactor(0));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new IncompleteRepair(DailySchedule.ONCE_DAILY, 0, IncompleteRepair.Variant.WITHIN_DAY));
  }

  @Test
  void timeFactor() {
    var repopulation = new Repopulation(28, 4, 0.3);
    var course = new Fractionation(70, 35);
    var tissue = new AlphaBetaRatio(10);

    assertEquals(74.180, repopulation.bedGy(course, tissue, 45), HALF_A_DIGIT);
    assertEquals(84, repopulation.bedGy(course, tissue, 28), 1e-12);
    assertEquals(0, repopulation.bedGy(new Fractionation(2, 1), tissue, 100));
    assertThrows(
        IllegalArgumentException.class, () -> repopulation.bedGy(course, tissue, Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> new Repopulation(28, 0, 0.3));
  }

  @ParameterizedTest(name = "54 Gy in 3 fractions, transition {0} Gy: BED {1} Gy")
  @CsvSource({"6, 108.0", "8.6, 124.692", "10, 132.0", "18, 151.2", "25, 151.2"})
  void linearQuadraticLinear(double transitionGy, double bedGy) {
    assertEquals(
        bedGy,
        new LinearQuadraticLinear(transitionGy)
            .bedGy(new Fractionation(54, 3), new AlphaBetaRatio(10)),
        HALF_A_DIGIT);
  }

  @ParameterizedTest(name = "{0} Gy EQD2 left, {1} fractions, alpha/beta {2} Gy: {3} Gy, {4} Gy")
  @CsvSource({
    "30, 27, 2, 1.33333, 36.0",
    "40, 27, 3, 1.60764, 43.4062",
    "40, 54, 3, 0.94002, 50.7611",
    "10, 27, 2, 0.57527, 15.5323",
    "0,  27, 2, 0,       0"
  })
  void remainingDose(
      double leftEqd2Gy, int fractions, double alphaBetaGy, double perFractionGy, double totalGy) {
    var tissue = new AlphaBetaRatio(alphaBetaGy);
    Fractionation course = RemainingDose.of(leftEqd2Gy, fractions, tissue);

    assertEquals(perFractionGy, course.dosePerFractionGy(), 0.0000051);
    assertEquals(totalGy, course.totalDoseGy(), 0.000051);
    assertEquals(leftEqd2Gy, LinearQuadratic.eqd2Gy(course, tissue), 1e-9);
  }

  /** 54 fractions, twice daily 6 h apart, half-time 4 h: less is left than with complete repair. */
  @Test
  void remainingDoseOfATissueThatRepairsIncompletely() {
    var ratio = new AlphaBetaRatio(3);
    var repair = new RepairAssumption.Incomplete(4, IncompleteRepair.Variant.WITHIN_DAY);
    var schedule = Optional.of(new DailySchedule(2, 6));

    Fractionation course =
        RemainingDose.of(40, 54, ratio, repair.incompleteRepairFactor(schedule, 54));

    assertEquals(0.88288, course.dosePerFractionGy(), 0.0000051);
    assertEquals(40, new Tissue(ratio, repair).eqd2Gy(course, schedule), 1e-9);
    assertThrows(IllegalArgumentException.class, () -> RemainingDose.of(40, 54, ratio, -0.1));
  }

  @Test
  void anExceededLimitHasNoRemainingDose() {
    assertThrows(
        IllegalArgumentException.class, () -> RemainingDose.of(-1, 27, new AlphaBetaRatio(2)));
    assertThrows(
        IllegalArgumentException.class, () -> RemainingDose.of(10, 0, new AlphaBetaRatio(2)));
  }

  private static double eqd2Gy(double doseGy, int fractions, double alphaBetaGy) {
    return LinearQuadratic.eqd2Gy(
        new Fractionation(doseGy, fractions), new AlphaBetaRatio(alphaBetaGy));
  }
}
