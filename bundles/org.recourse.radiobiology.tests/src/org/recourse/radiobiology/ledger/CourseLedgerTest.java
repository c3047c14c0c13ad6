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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.radiobiology.conversion.CourseDose;
import org.recourse.radiobiology.conversion.IncompleteRepair;
import org.recourse.radiobiology.conversion.RegistrationUncertainty;
import org.recourse.radiobiology.conversion.RepairAssumption;
import org.recourse.radiobiology.conversion.Tissue;
import org.recourse.radiobiology.fractionation.AlphaBetaRatio;
import org.recourse.radiobiology.fractionation.DailySchedule;
import org.recourse.radiobiology.fractionation.Fractionation;

class CourseLedgerTest {

  /** The reference page gives three decimals. */
  private static final double HALF_A_DIGIT = 0.00051;

  private static double at(CumulativeDose<?> dose) {
    return dose.eqd2().doseGyAt(5, 5, 5);
  }

  @Test
  void threeCoursesAreSummedAsEqd2OfEach() {
    var sum =
        LedgerFixtures.sum(
            LedgerFixtures.CORD,
            LedgerFixtures.earlier("First", 40, LedgerFixtures.dose(50, 25)),
            LedgerFixtures.earlier("Second", 20, LedgerFixtures.dose(30, 10)),
            LedgerFixtures.planned(24, 27));

    assertEquals(104.833, at(sum), HALF_A_DIGIT);
    assertEquals(3, sum.parts().size());
    assertEquals(50, sum.parts().get(0).eqd2().doseGyAt(0), HALF_A_DIGIT);
    assertEquals(37.5, sum.parts().get(1).eqd2().doseGyAt(0), HALF_A_DIGIT);
    assertEquals(17.333, sum.parts().get(2).eqd2().doseGyAt(0), HALF_A_DIGIT);
    assertEquals("NONE", sum.convention().id());
  }

  @Test
  void halfOfTwoEarlierCoursesRecovers() {
    var sum =
        LedgerFixtures.recovered(
            RecoveryTables.DOI_2021,
            LedgerFixtures.earlier("First", 40, LedgerFixtures.dose(50, 25)),
            LedgerFixtures.earlier("Second", 20, LedgerFixtures.dose(30, 10)),
            LedgerFixtures.planned(24, 27));

    assertEquals(61.083, at(sum), HALF_A_DIGIT);
    assertEquals(0.5, sum.parts().get(0).recovery().fraction());
    assertEquals(Recovery.NONE, sum.parts().get(2).recovery());
  }

  @ParameterizedTest(name = "{0} after {1} months: {2} Gy")
  @CsvSource({
    "doi2021, 3, 80",
    "doi2021, 7, 67.5",
    "doi2021, 13, 55",
    "doi2021, 30, 55",
    "slicerRadReirradiation, 30, 47.5",
    "subbumishra92, 30, 55",
    "antica1, 30, 45"
  })
  void recoveryActsOnTheEarlierCourseOnly(String table, double months, double sumGy) {
    var sum =
        LedgerFixtures.recovered(
            RecoveryTables.find(table).orElseThrow(),
            LedgerFixtures.earlier("First", months, LedgerFixtures.dose(50, 25)),
            LedgerFixtures.planned(30, 15));

    assertEquals(sumGy, at(sum), HALF_A_DIGIT);
  }

  @Test
  void anUnknownIntervalRecoversNothingAndSaysSo() {
    var undated =
        new LedgerCourse(
            "First",
            new LedgerCourse.Timing.Earlier(OptionalLong.empty()),
            new CourseRecord.Voxels(List.of(LedgerFixtures.dose(50, 25))));
    var sum =
        LedgerFixtures.recovered(RecoveryTables.DOI_2021, undated, LedgerFixtures.planned(30, 15));

    assertEquals(80, at(sum), HALF_A_DIGIT);
    assertTrue(sum.findings().get(0).text().contains("interval"), sum.findings().toString());
  }

  @Test
  void everyPlanOfAReplannedCourseHasItsOwnFractions() {
    var sum =
        LedgerFixtures.sum(
            LedgerFixtures.GTV,
            LedgerFixtures.earlier(
                "Replanned", 30, LedgerFixtures.dose(20, 10), LedgerFixtures.dose(15, 5)));

    assertEquals(38.75, at(sum), HALF_A_DIGIT);
    assertEquals(1, sum.parts().size());
  }

  @Test
  void twiceDailyWithIncompleteRepairNamesItsVariant() {
    var tissue =
        new Tissue(
            new AlphaBetaRatio(3),
            new RepairAssumption.Incomplete(4, IncompleteRepair.Variant.WITHIN_DAY));
    var course =
        LedgerFixtures.dose(65, 54)
            .with(Optional.of(new DailySchedule(2, 6)), RegistrationUncertainty.SAME_FRAME);
    var sum =
        LedgerFixtures.sum(
            new OrganAtRisk("Lobe", tissue), LedgerFixtures.earlier("First", 30, course));

    assertEquals(60.181, at(sum), HALF_A_DIGIT);
    assertEquals("incomplete repair, half-time 4.0 h, pairs of one day", tissue.repair().text());
    var unknownHours = course.with(Optional.empty(), RegistrationUncertainty.SAME_FRAME);
    assertThrows(
        IllegalArgumentException.class,
        () ->
            LedgerFixtures.sum(
                new OrganAtRisk("Lobe", tissue),
                LedgerFixtures.earlier("First", 30, unknownHours)));
  }

  @Test
  void aCourseOnPaperIsABoundAndNotPartOfTheSum() {
    var paper =
        new LedgerCourse(
            "Paper",
            new LedgerCourse.Timing.Earlier(OptionalLong.of(400)),
            new CourseRecord.Paper(
                OptionalDouble.of(20),
                OptionalInt.of(5),
                Optional.empty(),
                List.of(
                    new CourseRecord.PaperMaximum("cord", 18),
                    new CourseRecord.PaperMaximum("Cord", 10))));
    var ledger = new CourseLedger(List.of(paper, LedgerFixtures.planned(30, 15)));
    var sum = LedgerFixtures.sum(LedgerFixtures.CORD, paper, LedgerFixtures.planned(30, 15));

    assertEquals(30, at(sum), HALF_A_DIGIT);
    assertEquals("Paper", sum.findings().get(0).affected());
    PaperBound bound = ledger.paperBound(LedgerFixtures.CORD);
    assertEquals(25.2, bound.eqd2Gy(), HALF_A_DIGIT);
    assertTrue(bound.isBound());
    assertEquals(
        12.6,
        ledger
            .paperBoundWithRecovery(
                LedgerFixtures.CORD, new RecoveryConvention.TableRecovery(RecoveryTables.DOI_2021))
            .eqd2Gy(),
        HALF_A_DIGIT);
    assertEquals(List.of("Paper"), ledger.paperBound(LedgerFixtures.GTV).missing());
  }

  /** 65 Gy in 54 fractions on paper: 6 h apart at a half-time of 4 h, or with unknown hours. */
  @Test
  void aPaperMaximumIsConvertedAsTheTissueRepairs() {
    var repair = new RepairAssumption.Incomplete(4, IncompleteRepair.Variant.WITHIN_DAY);
    var lobe = new OrganAtRisk("Lobe", new Tissue(new AlphaBetaRatio(3), repair));

    assertEquals(60.181, twiceDaily(Optional.of(new DailySchedule(2, 6)), lobe).eqd2Gy(), 5e-4);
    assertEquals(List.of("Paper"), twiceDaily(Optional.empty(), lobe).missing());
    var complete = new OrganAtRisk("Lobe", Tissue.of(new AlphaBetaRatio(3)));
    assertEquals(54.648, twiceDaily(Optional.empty(), complete).eqd2Gy(), 5e-4);
  }

  private static PaperBound twiceDaily(Optional<DailySchedule> schedule, OrganAtRisk organ) {
    var paper =
        new LedgerCourse(
            "Paper",
            new LedgerCourse.Timing.Earlier(OptionalLong.of(400)),
            new CourseRecord.Paper(
                OptionalDouble.of(65),
                OptionalInt.of(54),
                schedule,
                List.of(new CourseRecord.PaperMaximum("Lobe", 65))));
    return new CourseLedger(List.of(paper)).paperBound(organ);
  }

  @Test
  void aLedgerOfPaperOnlyHasNoSum() {
    var paper =
        new LedgerCourse(
            "Paper",
            new LedgerCourse.Timing.Earlier(OptionalLong.empty()),
            new CourseRecord.Paper(
                OptionalDouble.empty(), OptionalInt.empty(), Optional.empty(), List.of()));

    assertThrows(
        IllegalArgumentException.class, () -> LedgerFixtures.sum(LedgerFixtures.CORD, paper));
  }

  @Test
  void anUnknownRegistrationUncertaintyCountsAsThreeMillimetres() {
    var course =
        new CourseDose(
            "First",
            LedgerFixtures.uniform(50),
            new Fractionation(50, 25),
            AffineTransform.IDENTITY);
    var sum = LedgerFixtures.sum(LedgerFixtures.CORD, LedgerFixtures.earlier("First", 30, course));

    assertEquals(3, sum.parts().get(0).uncertainty().mm());
    assertTrue(sum.findings().get(0).text().contains("3.0 mm"), sum.findings().toString());
    for (double stated : new double[] {0, -1, Double.NaN}) {
      assertEquals(
          RegistrationUncertainty.UNKNOWN,
          RegistrationUncertainty.ofStated(OptionalDouble.of(stated)));
    }
    assertEquals(1.5, RegistrationUncertainty.ofStated(OptionalDouble.of(1.5)).mm());
    assertEquals(
        4.5,
        RegistrationUncertainty.ofStated(OptionalDouble.of(1.5))
            .plus(RegistrationUncertainty.UNKNOWN)
            .mm());
  }

  @Test
  void stopsWhenCancelled() {
    var monitor = new NullProgressMonitor();
    monitor.setCanceled(true);
    var ledger = new CourseLedger(List.of(LedgerFixtures.planned(30, 15)));
    try (var executor = SliceExecutor.ofThreads(1)) {
      assertThrows(
          OperationCanceledException.class,
          () -> ledger.sum(LedgerFixtures.CORD, LedgerFixtures.GRID, executor, monitor));
    }
  }

  @Test
  void refusesTwoCoursesWithOneLabel() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new CourseLedger(
                List.of(LedgerFixtures.planned(30, 15), LedgerFixtures.planned(20, 10))));
  }
}
