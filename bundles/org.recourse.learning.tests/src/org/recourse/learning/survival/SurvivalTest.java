/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.survival;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.recourse.learning.survival.Concordance.EqualTimes.CENSORED_IS_LATER;
import static org.recourse.learning.survival.Concordance.EqualTimes.LEFT_OUT;

import java.util.stream.IntStream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.recourse.learning.sample.Estimate;
import org.recourse.learning.sample.ReferencePatients;

class SurvivalTest {

  /** Agreement with R's survival package, absolute. */
  private static final double TOLERANCE = 1e-6;

  /** Freireich 1963, weeks of remission: 21 patients on 6-mercaptopurine, then 21 on placebo. */
  private static final int[] WEEKS = {
    6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35, 1, 1, 2, 2, 3, 4,
    4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23
  };

  private static final int[] RELAPSE = {
    1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    1, 1, 1, 1, 1, 1, 1, 1, 1, 1
  };

  private static final SurvivalSample FREIREICH = sample(WEEKS, RELAPSE, 0, 42);
  private static final SurvivalSample REFERENCE =
      new SurvivalSample(ReferencePatients.time(), ReferencePatients.death());

  @Test
  void kaplanMeierOfFreireich() {
    var steps = KaplanMeier.of(sample(WEEKS, RELAPSE, 0, 21)).steps();
    assertArrayEquals(
        new double[] {6, 7, 10, 13, 16, 22, 23},
        steps.stream().mapToDouble(KaplanMeier.Step::time).toArray());
    assertArrayEquals(
        new double[] {.8571, .8067, .7529, .6902, .6275, .5378, .4482},
        steps.stream().mapToDouble(KaplanMeier.Step::survival).toArray(),
        5e-5); // four published decimals
    assertArrayEquals(
        new double[] {.0764, .0869, .0963, .1068, .1141, .1282, .1346},
        steps.stream().mapToDouble(KaplanMeier.Step::standardError).toArray(),
        5e-5);
  }

  @Test
  void kaplanMeierAgreesWithSurvfit() {
    KaplanMeier curve = KaplanMeier.of(REFERENCE);
    assertEquals(0.79283625731, curve.survivalAt(10).orElseThrow(), TOLERANCE);
    assertEquals(0.396868618734, curve.survivalAt(30).orElseThrow(), TOLERANCE);
    KaplanMeier.Step step =
        curve.steps().stream().filter(s -> s.time() <= 20).reduce((a, b) -> b).orElseThrow();
    assertEquals(0.0655227611131, step.standardError(), TOLERANCE);
    assertEquals(0.506628684054, KaplanMeier.interval(step, 0.95).lower(), TOLERANCE);
    assertEquals(0.765297935928, KaplanMeier.interval(step, 0.95).upper(), TOLERANCE);
  }

  @Test
  void nothingIsKnownAfterTheLastFollowUp() {
    KaplanMeier curve =
        KaplanMeier.of(new SurvivalSample(new double[] {5, 8}, new boolean[] {true, false}));
    assertTrue(curve.survivalAt(9).isEmpty());
    assertEquals(0.5, curve.survivalAt(8).orElseThrow());
    assertEquals(5, curve.medianTime().orElseThrow());
  }

  @Test
  void logRankOfFreireich() {
    int[] group = IntStream.range(0, 42).map(i -> i < 21 ? 1 : 0).toArray();
    LogRank test = LogRank.of(FREIREICH, group, 2);
    assertEquals(21, test.observed()[0]);
    assertEquals(10.7495, test.expected()[0], 5e-5);
    assertEquals(16.79294, test.chiSquare(), 5e-6);
  }

  @Test
  void logRankOfThreeGroupsAgreesWithSurvdiff() {
    int[] group = IntStream.range(0, 60).map(i -> i % 3).toArray();
    LogRank test = LogRank.of(REFERENCE, group, 3);
    assertEquals(1.75204487248, test.chiSquare(), TOLERANCE);
    assertEquals(0.416436022656, test.pValue(), TOLERANCE);
    assertArrayEquals(
        new double[] {13.1644610055, 17.9699183101, 12.8656206844}, test.expected(), TOLERANCE);
  }

  @Test
  void coxOfFreireich() {
    double[][] placebo =
        IntStream.range(0, 42)
            .mapToObj(i -> new double[] {i < 21 ? 0 : 1})
            .toArray(double[][]::new);
    var breslow = converged(FREIREICH, placebo, CoxRegression.Ties.BRESLOW);
    var efron = converged(FREIREICH, placebo, CoxRegression.Ties.EFRON);
    assertEquals(1.509191, breslow.coefficients()[0], TOLERANCE);
    assertEquals(1.572125, efron.coefficients()[0], TOLERANCE);
    assertEquals(.412397, efron.standardErrors()[0], TOLERANCE);
    double[] risk = IntStream.range(0, 42).mapToDouble(i -> placebo[i][0]).toArray();
    Concordance published = Concordance.harrell(FREIREICH, risk, LEFT_OUT);
    assertEquals(706, published.usablePairs());
    assertEquals(.6898, published.index().asOptional().orElseThrow(), 5e-5);
    assertEquals(713, Concordance.harrell(FREIREICH, risk, CENSORED_IS_LATER).usablePairs());
  }

  @Test
  void coxWithTiesAgreesWithCoxph() {
    var breslow = converged(REFERENCE, ReferencePatients.features(), CoxRegression.Ties.BRESLOW);
    assertArrayEquals(
        new double[] {-0.68325704573, 0.0950375052282, -0.222488216116},
        breslow.coefficients(),
        TOLERANCE);
    var efron = converged(REFERENCE, ReferencePatients.features(), CoxRegression.Ties.EFRON);
    assertArrayEquals(
        new double[] {-0.720155054818, 0.100378216774, -0.239903556801},
        efron.coefficients(),
        TOLERANCE);
    assertArrayEquals(
        new double[] {0.506475721972, 0.625261519876, 0.602885852244},
        efron.standardErrors(),
        TOLERANCE);
    assertEquals(-134.812458624, efron.nullLogLikelihood(), TOLERANCE);
    assertEquals(-133.713598921, efron.logLikelihood(), TOLERANCE);
  }

  @Test
  void concordanceAgreesWithR() {
    Concordance c =
        Concordance.harrell(REFERENCE, ReferencePatients.firstScore(), CENSORED_IS_LATER);
    assertEquals(0.45769540693, c.index().asOptional().orElseThrow(), TOLERANCE);
    assertEquals(568 + 673, c.usablePairs());
  }

  @Test
  void incidenceWithACompetingEventAgreesWithSurvfit() {
    boolean[] death = ReferencePatients.death();
    int[] cause = IntStream.range(0, 60).map(i -> !death[i] ? 0 : i % 4 == 0 ? 2 : 1).toArray();
    double first = incidenceAt(CumulativeIncidence.of(ReferencePatients.time(), cause, 1), 20);
    double second = incidenceAt(CumulativeIncidence.of(ReferencePatients.time(), cause, 2), 30);
    assertEquals(0.324120515967, first, TOLERANCE);
    assertEquals(0.1226583146427, second, TOLERANCE);
  }

  /** The best cut-off of a loop over survdiff; one test reads p 0.017, the search knows better. */
  @Test
  void theSearchedCutOffHasAnHonestPValue() {
    double[] x1 =
        IntStream.range(0, 60).mapToDouble(i -> ReferencePatients.features()[i][0]).toArray();
    CutOffSearch search = CutOffSearch.of(REFERENCE, x1, 0.2, 999, 1, new NullProgressMonitor());
    assertEquals(0.722772277228, search.cutOff(), TOLERANCE);
    assertEquals(5.69584369201, search.chiSquare(), TOLERANCE);
    assertTrue(search.naivePValue() < 0.02, search.toString());
    // 600 permutations of the same search in R: 0.156, standard error 0.015
    assertEquals(0.156, search.searchedPValue(), 0.05, search.toString());
  }

  @Test
  void whatIsNotDefinedSaysSo() {
    var censored = new SurvivalSample(new double[] {1, 2}, new boolean[2]);
    double[][] x = {{0}, {1}};
    assertInstanceOf(
        CoxRegression.NotConverged.class, CoxRegression.fit(censored, x, CoxRegression.Ties.EFRON));
    assertInstanceOf(
        Estimate.Undefined.class,
        Concordance.harrell(censored, new double[] {1, 2}, LEFT_OUT).index());
    assertThrows(IllegalArgumentException.class, () -> LogRank.of(censored, new int[] {0, 1}, 2));
    var separated = new SurvivalSample(new double[] {1, 2}, new boolean[] {true, true});
    assertInstanceOf(
        CoxRegression.NotConverged.class,
        CoxRegression.fit(separated, x, CoxRegression.Ties.BRESLOW));
  }

  private static double incidenceAt(java.util.List<CumulativeIncidence.Step> steps, double time) {
    return steps.stream()
        .filter(step -> step.time() <= time)
        .reduce((a, b) -> b)
        .orElseThrow()
        .incidence();
  }

  private static CoxRegression.Converged converged(
      SurvivalSample sample, double[][] x, CoxRegression.Ties ties) {
    return assertInstanceOf(CoxRegression.Converged.class, CoxRegression.fit(sample, x, ties));
  }

  private static SurvivalSample sample(int[] time, int[] event, int from, int to) {
    double[] times = IntStream.range(from, to).mapToDouble(i -> time[i]).toArray();
    boolean[] events = new boolean[to - from];
    for (int i = from; i < to; i++) {
      events[i - from] = event[i] == 1;
    }
    return new SurvivalSample(times, events);
  }
}
