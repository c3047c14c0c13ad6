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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.recourse.assistant.bands.GoalBand;
import org.recourse.assistant.bands.RiskBand;
import org.recourse.assistant.bands.StructureBand;
import org.recourse.assistant.bands.UncertaintyBands;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.model.DoseQuantity;
import org.recourse.model.GoalComparison;
import org.recourse.model.UncertaintySource;
import org.recourse.registration.uncertainty.DvhBand;
import org.recourse.registration.uncertainty.GoalUnderUncertainty;
import org.recourse.registration.uncertainty.MetricBand;
import org.recourse.risk.ContributedRiskCatalogue;
import org.recourse.risk.published.PublishedRiskModels;

/**
 * The known case: a search of 3 mm beside a steep gradient moves the maximum of a cord from 72 to
 * 127 Gy. The plan gives 60 Gy EQD2 everywhere. The first course, 25 fractions, gives EQD2 12 Gy
 * (17.720 Gy) up to the voxel centre at 10 mm and 67 Gy (60.590 Gy) from that at 12 mm; the cord
 * ends at 9 mm. Voxels of the plan lie at 9 and at 12 mm.
 */
class UncertaintyBandsTest {

  private static final double LOW_GY = 17.720; // D (D / 25 + 2) / 4 = 12
  private static final double HIGH_GY = 60.590; // = 67

  /** The outermost sample lies up to 0.003 mm inside of the contour, beside 18 Gy/mm. */
  private static final double TOLERANCE_GY = 0.06;

  private final TwoCourseCase twoCourses = new TwoCourseCase();
  private final SliceExecutor executor = SliceExecutor.ofThreads(2);

  @AfterEach
  void close() {
    executor.close();
  }

  private NumbersComputation computation() {
    return new NumbersComputation(
        twoCourses.voxels(),
        ContributedRiskCatalogue.of(PublishedRiskModels.all(), "org.recourse.risk"),
        executor);
  }

  private UncertaintyBands bands() {
    var monitor = new NullProgressMonitor();
    NumbersComputation computation = computation();
    return computation.computeBands(computation.compute(twoCourses.snapshot(), monitor), monitor);
  }

  private StructureBand cord(UncertaintyBands bands) {
    return bands.structures().stream()
        .filter(band -> band.structure().name().equals("SpinalCord"))
        .findFirst()
        .orElseThrow();
  }

  private void steepGradientAt(double xMm) {
    twoCourses.firstDose(x -> x < xMm ? LOW_GY : HIGH_GY);
  }

  @Test
  void aSearchOfThreeMillimetresMovesTheCordFrom72To127Gy() {
    steepGradientAt(11);
    UncertaintyBands bands = bands();
    MetricBand maximum = cord(bands).maximumGy();

    assertEquals(72, maximum.nominal(), TOLERANCE_GY);
    assertEquals(127, maximum.worstHigh(), TOLERANCE_GY); // 12 mm is 3 mm beside the cord
    assertEquals(72, maximum.worstLow(), TOLERANCE_GY); // nowhere is less
    assertTrue(maximum.percentile97() <= maximum.worstHigh());
    assertTrue(maximum.percentile97() > 90, "half of the shifts lead towards the gradient");
    assertEquals(72, maximum.percentile2(), TOLERANCE_GY);
    assertEquals(1, maximum.transformIds().size());
    assertTrue(
        bands.findings().stream().anyMatch(f -> f.text().contains("3.0 mm, assumed")),
        "an uncertainty that nobody stated is named");
  }

  @Test
  void theLedgerGivesTheSameRangeOfTheMaximum() {
    steepGradientAt(11);
    PlanNumbers numbers = computation().compute(twoCourses.snapshot(), new NullProgressMonitor());
    var range = numbers.ledger().row("SpinalCord").orElseThrow().maximum().orElseThrow();

    assertEquals(72, range.nominalEqd2Gy(), TOLERANCE_GY);
    assertEquals(127, range.highestEqd2Gy(), TOLERANCE_GY);
  }

  @Test
  void theHistogramHasABand() {
    steepGradientAt(11);
    DvhBand dvh = cord(bands()).dvh();
    int at = (int) Math.round(100 / dvh.doseGy(1));

    assertEquals(0, dvh.nominalFraction(at), 1e-9);
    assertEquals(0, dvh.lowestFraction(at), 1e-9);
    assertTrue(dvh.highestFraction(at) > 0.05, "the edge of the cord comes into the high dose");
    assertTrue(dvh.percentile97Fraction(at) <= dvh.highestFraction(at) + 1e-9);
  }

  /** A typed maximum of 25.2 Gy EQD2 counts on top of everything. */
  @Test
  void goalsAreJudgedAtTheUnfavourableEnd() {
    steepGradientAt(11);
    twoCourses.goal("Dmax", GoalComparison.AT_MOST, 100, DoseQuantity.CUMULATIVE_EQD2);
    twoCourses.goal("Dmax", GoalComparison.AT_MOST, 65, DoseQuantity.PHYSICAL);
    GoalBand goal = bands().goals().getFirst();

    assertEquals(1, bands().goals().size(), "physical dose comes through no registration");
    assertEquals(72 + 25.2, goal.band().nominal(), TOLERANCE_GY);
    assertEquals(127 + 25.2, goal.unfavourable(), TOLERANCE_GY);
    assertEquals(GoalUnderUncertainty.MET_AS_REGISTERED_ONLY, goal.standing());
    assertEquals(GoalOutcome.Verdict.FAIL, goal.atUnfavourableEnd());
  }

  @Test
  void aStatedUncertaintyNarrowsTheInterval() {
    steepGradientAt(11);
    var registration = twoCourses.patientCase().getRegistrations().getFirst();
    registration.setUncertaintyMm(1.5);
    registration.setUncertaintySource(UncertaintySource.TYPED);
    UncertaintyBands half = bands();

    // half of the way between the voxels at 9 and 12 mm
    assertEquals(72 + 55 / 2.0, cord(half).maximumGy().worstHigh(), TOLERANCE_GY);
    assertTrue(half.findings().isEmpty());
    registration.getUncertaintyAxesMm().addAll(List.of(0.0, 3.0, 3.0));
    assertEquals(72, cord(bands()).maximumGy().worstHigh(), TOLERANCE_GY, "nothing moves along x");
  }

  /** The lobe ends at -3 mm; its gradient lies between the voxels at -3 and 0 mm. */
  @Test
  void risksFromDoseHaveAnInterval() {
    steepGradientAt(-1);
    twoCourses.patientCase().getCourses().remove(1); // nothing is typed for the lobe
    RiskBand risk = bands().risk("org.recourse.risk.temporalLobe.lyman").orElseThrow();

    assertEquals(RiskBand.Kind.PROBABILITY, risk.kind());
    assertTrue(risk.worstHigh() > risk.nominal() + 0.1, risk.toString());
    assertEquals(risk.nominal(), risk.worstLow(), 1e-6);
    assertTrue(risk.sampled().orElseThrow().percentile97() > risk.nominal());
    assertTrue(risk.sampled().orElseThrow().percentile97() <= risk.worstHigh() + 1e-9);
  }

  @Test
  void nothingIsUncertainWithoutARegistration() {
    twoCourses.patientCase().getCourses().removeFirst();

    UncertaintyBands bands = bands();

    assertTrue(bands.structures().isEmpty());
    assertEquals(0, bands.samples());
  }

  @Test
  void stopsWhenCancelled() {
    var monitor = new NullProgressMonitor();
    NumbersComputation computation = computation();
    PlanNumbers numbers = computation.compute(twoCourses.snapshot(), monitor);
    monitor.setCanceled(true);

    assertThrows(
        OperationCanceledException.class, () -> computation.computeBands(numbers, monitor));
  }
}
