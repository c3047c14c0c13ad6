/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.risk.published;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.recourse.risk.RiskFixtures.FIRST;
import static org.recourse.risk.RiskFixtures.PAPER;
import static org.recourse.risk.RiskFixtures.PLAN;
import static org.recourse.risk.RiskFixtures.course;
import static org.recourse.risk.RiskFixtures.first;
import static org.recourse.risk.RiskFixtures.input;
import static org.recourse.risk.RiskFixtures.paper;
import static org.recourse.risk.RiskFixtures.plan;
import static org.recourse.risk.RiskFixtures.uniform;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recourse.grid.finding.Finding;
import org.recourse.radiobiology.response.LogisticDoseResponse;
import org.recourse.radiobiology.response.LymanNtcp;
import org.recourse.risk.Interval;
import org.recourse.risk.RiskCourse;
import org.recourse.risk.RiskInput;
import org.recourse.risk.RiskModel;
import org.recourse.risk.RiskParameterValues;
import org.recourse.risk.RiskPatient;
import org.recourse.risk.RiskResult;
import org.recourse.risk.RiskValue;
import org.recourse.risk.TypedOrganDose;

class PublishedRiskModelsTest {

  /** A dose from a histogram is right to 0.01 Gy; the slopes stay below 3 % per Gy. */
  private static final double PROBABILITY_TOLERANCE = 0.0004;

  private final RiskModel lyman = new TemporalLobeLyman();
  private final RiskModel logistic = new TemporalLobeLogistic();
  private final RiskModel gtv = new AccumulatedGtvDose();
  private final RiskModel mucosa = new MucosaCutOff();

  @Test
  void everyModelDescribesItselfWithSources() {
    for (RiskModel model : PublishedRiskModels.all()) {
      assertTrue(model.description().planDependent());
      assertFalse(model.description().literature().isEmpty());
      assertFalse(model.description().limitations().isEmpty());
      assertTrue(model.description().id().startsWith("org.recourse.risk."));
    }
    assertEquals(
        4, PublishedRiskModels.all().stream().map(m -> m.description().id()).distinct().count());
  }

  @ParameterizedTest(name = "left {0} Gy: {1}")
  @CsvSource({"65, 0.00652", "80, 0.05332", "100, 0.32478", "107.84, 0.5"})
  void lymanGivesTheValuesOfThePage(double eqd2Gy, double fraction) {
    RiskResult.Assessed result = assessed(lyman, lobes(eqd2Gy, 10));
    var value = assertInstanceOf(RiskValue.Probability.class, result.value());

    assertEquals(fraction, value.fraction(), PROBABILITY_TOLERANCE);
    assertEquals(2, result.parts().size());
    assertEquals("left temporal lobe", result.parts().get(0).label());
    assertEquals(value, result.parts().get(0).value());
  }

  @ParameterizedTest(name = "right {0} Gy: {1}")
  @CsvSource({"80, 0.09788", "90, 0.15057", "100, 0.22455", "110, 0.32115"})
  void logisticGivesTheValuesOfThePage(double eqd2Gy, double fraction) {
    RiskResult.Assessed result = assessed(logistic, lobes(10, eqd2Gy));
    var value = assertInstanceOf(RiskValue.Probability.class, result.value());

    assertEquals(fraction, value.fraction(), PROBABILITY_TOLERANCE);
    assertEquals(value, result.parts().get(1).value()); // the lobe with the higher risk
  }

  @Test
  void intervalsAreThoseOfThePublishedLimits() {
    Interval ofLyman = interval(assessed(lyman, lobes(90, 10)));
    assertEquals(
        new LymanNtcp(118.54, 0.16).probability(90), ofLyman.lower(), PROBABILITY_TOLERANCE);
    assertEquals(
        new LymanNtcp(97.15, 0.16).probability(90), ofLyman.upper(), PROBABILITY_TOLERANCE);

    Interval ofLogistic = interval(assessed(logistic, lobes(90, 10)));
    assertEquals(
        new LogisticDoseResponse(80.69, 152.18).probability(90),
        ofLogistic.lower(),
        PROBABILITY_TOLERANCE);
    assertEquals(new LogisticDoseResponse(46.72, 89.51).probability(90), ofLogistic.upper(), 0.001);
  }

  /** Curves through published limits of two parameters cross near 0 Gy. */
  @Test
  void everyProbabilityIsInItsInterval() {
    for (RiskModel model : List.of(lyman, logistic)) {
      for (double eqd2Gy : new double[] {0.05, 0.2, 0.5, 1, 5, 50, 150}) {
        RiskResult.Assessed result = assessed(model, lobes(eqd2Gy, 0.05));
        double fraction = ((RiskValue.Probability) result.value()).fraction();
        assertTrue(interval(result).contains(fraction), model.description().id() + eqd2Gy);
      }
    }
    Interval crossed = interval(assessed(logistic, lobes(0.05, 0.05)));
    assertTrue(new LogisticDoseResponse(46.72, 89.51).probability(0.05) < crossed.upper());
  }

  @Test
  void moreDoseIsMoreRisk() {
    for (RiskModel model : List.of(lyman, logistic)) {
      double before = 0;
      for (double eqd2Gy = 10; eqd2Gy < 140; eqd2Gy += 13) {
        double now = ((RiskValue.Probability) assessed(model, lobes(eqd2Gy, 5)).value()).fraction();
        assertTrue(now > before, model.description().id());
        before = now;
      }
    }
  }

  @Test
  void aTypedMaximumMakesTheProbabilityAnUpperBound() {
    RiskCourse paper =
        paper(
            50,
            25,
            new TypedOrganDose("Lobe_Temporal_L", "Dmax", 30),
            new TypedOrganDose("Lobe_Temporal_R", "Dmax", 0));
    RiskInput input =
        input(
            List.of(first(), paper, plan()),
            uniform("Lobe_Temporal_L", 70, FIRST, PLAN),
            uniform("Lobe_Temporal_R", 20, FIRST, PLAN));
    RiskResult.Assessed result = assessed(lyman, input);
    var value = (RiskValue.Probability) result.value();

    double upperEqd2Gy = 70 + 30 * (30 / 25.0 + 3) / 5;
    assertEquals(RiskValue.Bound.UPPER_BOUND, value.bound());
    assertEquals(
        new LymanNtcp(107.84, 0.16).probability(upperEqd2Gy),
        value.fraction(),
        PROBABILITY_TOLERANCE);
    // the voxel sum alone is certain, so the interval starts there
    assertEquals(
        new LymanNtcp(118.54, 0.16).probability(70),
        value.interval95().orElseThrow().lower(),
        PROBABILITY_TOLERANCE);
    assertEquals(RiskValue.Bound.VALUE, result.parts().get(1).value().bound());
    assertTrue(hasFinding(result, "upper bound"));
    assertTrue(hasFinding(result, "3 courses"));
  }

  @Test
  void withoutTemporalLobesThereIsNoNumber() {
    for (RiskModel model : List.of(lyman, logistic)) {
      RiskResult.NotApplicable result =
          notApplicable(model, input(List.of(first(), plan()), uniform("Brainstem", 50, FIRST)));
      assertEquals(2, result.lacks().size());
      assertTrue(result.lacks().get(0).contains("left temporal lobe"));
      assertTrue(result.inDomain());
    }
  }

  @Test
  void aSingleLobeIsAssessedAndTheOtherIsNamed() {
    RiskResult.Assessed result =
        assessed(
            lyman, input(List.of(first(), plan()), uniform("Lobe_Temporal_R", 60, FIRST, PLAN)));
    assertEquals(1, result.parts().size());
    assertTrue(hasFinding(result, "No left temporal lobe"));
  }

  @Test
  void aFirstCourseAloneHasNoReirradiationRisk() {
    for (RiskModel model : List.of(lyman, logistic, gtv)) {
      RiskResult.NotApplicable result =
          notApplicable(
              model,
              input(
                  List.of(plan()),
                  uniform("Lobe_Temporal_L", 60, PLAN),
                  uniform("Lobe_Temporal_R", 60, PLAN)));
      assertTrue(result.lacks().get(0).contains("No previous course"), result.toString());
    }
  }

  @Test
  void alphaBetaOfTheLymanModelIsAParameterWithinItsRange() {
    var key = new RiskParameterValues.Key(TemporalLobeLyman.ID, TemporalLobeLyman.ALPHA_BETA);
    assertEquals(
        2.0, RiskParameterValues.of(Map.of(key, 2.0)).value(lyman.description(), "alphaBetaGy"));
    assertThrows(
        IllegalArgumentException.class,
        () -> RiskParameterValues.of(Map.of(key, 0.0)).value(lyman.description(), "alphaBetaGy"));
    assertTrue(lyman.description().parameter("td50Gy").orElseThrow().fixed());
  }

  @ParameterizedTest(name = "{0} + {1} Gy: raised {2}, sources disagree {3}")
  @CsvSource({
    "70, 60,   false, false",
    "76, 65.5, false, true", // 141.5 Gy: reached by Gao's threshold only
    "76, 69.4, false, true",
    "76, 69.5, true,  false", // 145.5 Gy
    "76, 76,   true,  false"
  })
  void gtvDoseIsComparedWithBothThresholds(
      double firstGy, double planGy, boolean raised, boolean disagree) {
    RiskResult.Assessed result =
        assessed(
            gtv, input(List.of(course(FIRST, true, firstGy, 33), course(PLAN, false, planGy, 30))));
    var value = assertInstanceOf(RiskValue.Category.class, result.value());

    assertEquals(raised, value.raised());
    assertEquals(disagree, hasFinding(result, "disagree"));
    assertEquals(firstGy + planGy, result.inputs().getLast().value(), 1e-9);
    assertTrue(
        result.reasons().get(0).contains("145.5") && result.reasons().get(0).contains("141.5"));
    assertEquals(3, result.reasons().stream().filter(r -> r.startsWith("Not evaluated")).count());
  }

  @Test
  void gtvThresholdCanBeChosen() {
    var key = new RiskParameterValues.Key(AccumulatedGtvDose.ID, AccumulatedGtvDose.THRESHOLD);
    RiskInput plain = input(List.of(course(FIRST, true, 76, 33), course(PLAN, false, 66, 30)));
    var result = (RiskValue.Category) assessed(gtv, with(plain, Map.of(key, 141.5))).value();

    assertTrue(result.raised());
    assertTrue(result.text().contains("141.5"));
    assertTrue(hasFinding(assessed(gtv, with(plain, Map.of(key, 130.0))), "no source names"));
  }

  @Test
  void gtvDoseCountsCoursesOnPaperAndNeedsEveryPrescription() {
    RiskResult.Assessed result = assessed(gtv, input(List.of(first(), paper(30, 10), plan())));
    assertEquals(160, result.inputs().getLast().value(), 1e-9);

    RiskCourse unknown =
        new RiskCourse(
            PAPER, true, true, OptionalDouble.empty(), "", OptionalInt.empty(), List.of());
    RiskResult.NotApplicable lacking = notApplicable(gtv, input(List.of(first(), unknown, plan())));
    assertTrue(lacking.lacks().get(0).contains(PAPER), lacking.toString());
  }

  @ParameterizedTest(name = "{0} Gy: {1}")
  @CsvSource({"60, false", "80.19, false", "80.22, true", "95, true"})
  void mucosaOfAFirstCourse(double eqd2Gy, boolean raised) {
    RiskResult.Assessed result =
        assessed(mucosa, input(List.of(plan()), uniform("Mucosa_NP", eqd2Gy, PLAN)));
    assertEquals(raised, ((RiskValue.Category) result.value()).raised());
  }

  @Test
  void theMucosaCutOffDoesNotApplyToSums() {
    RiskResult.NotApplicable result =
        notApplicable(
            mucosa, input(List.of(first(), plan()), uniform("Mucosa_NP", 90, FIRST, PLAN)));
    assertFalse(result.inDomain());
    assertTrue(result.outsideDomain().get(0).contains(FIRST));
  }

  @Test
  void theMucosaCutOffNeedsTheMucosa() {
    RiskResult.NotApplicable result = notApplicable(mucosa, input(List.of(plan())));
    assertTrue(result.lacks().get(0).contains("nasopharyngeal mucosa"), result.toString());
    assertTrue(result.inDomain());
  }

  @Test
  void withoutAPlanNothingIsAssessed() {
    for (RiskModel model : PublishedRiskModels.all()) {
      RiskResult.NotApplicable result = notApplicable(model, input(List.of()));
      assertTrue(result.lacks().stream().anyMatch(s -> s.contains("No planned course")));
    }
  }

  @Test
  void aSyntheticCaseIsMarked() {
    RiskInput real = lobes(60, 50);
    var synthetic =
        new RiskInput(real.patient(), real.courses(), real.structures(), real.parameters(), true);
    assertTrue(hasFinding(assessed(lyman, synthetic), "generated by a program"));
    assertFalse(hasFinding(assessed(lyman, real), "generated by a program"));
  }

  private static RiskInput with(RiskInput input, Map<RiskParameterValues.Key, Double> chosen) {
    return new RiskInput(
        RiskPatient.UNKNOWN,
        input.courses(),
        input.structures(),
        RiskParameterValues.of(chosen),
        false);
  }

  private static RiskInput lobes(double leftEqd2Gy, double rightEqd2Gy) {
    return input(
        List.of(first(), plan()),
        uniform("Lobe_Temporal_L", leftEqd2Gy, FIRST, PLAN),
        uniform("Lobe_Temporal_R", rightEqd2Gy, FIRST, PLAN));
  }

  private static Interval interval(RiskResult.Assessed result) {
    Optional<Interval> interval = ((RiskValue.Probability) result.value()).interval95();
    return interval.orElseThrow();
  }

  private static boolean hasFinding(RiskResult result, String words) {
    return result.findings().stream().map(Finding::text).anyMatch(t -> t.contains(words));
  }

  private static RiskResult.Assessed assessed(RiskModel model, RiskInput input) {
    return assertInstanceOf(
        RiskResult.Assessed.class, model.assess(input, new NullProgressMonitor()));
  }

  private static RiskResult.NotApplicable notApplicable(RiskModel model, RiskInput input) {
    return assertInstanceOf(
        RiskResult.NotApplicable.class, model.assess(input, new NullProgressMonitor()));
  }
}
