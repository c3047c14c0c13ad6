/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.recourse.cohort.cases.CohortPatient;
import org.recourse.learning.survival.CoxRegression;
import org.recourse.learning.survival.KaplanMeier;
import org.recourse.learning.survival.LogRank;
import org.recourse.learning.survival.SurvivalSample;

/**
 * Patients in two groups by a cut-off of a score, high above it, and how an outcome comes in them.
 *
 * @param outcome name of the outcome
 * @param highCount patients above the cut-off
 * @param lowCount the others
 * @param highIncidence 1 − Kaplan-Meier at the horizon among them; empty without follow-up that
 *     long
 * @param lowIncidence the same for the others
 * @param logRankPValue of the two curves; empty where they cannot be compared
 * @param hazardRatio Cox, high against low, in words; a dash where there is none
 */
public record RiskGroups(
    String outcome,
    int highCount,
    int lowCount,
    Optional<Double> highIncidence,
    Optional<Double> lowIncidence,
    Optional<Double> logRankPValue,
    String hazardRatio) {

  private static final double NORMAL_975 = 1.959963984540054;

  /**
   * @param patients of whom the outcome is known
   * @param score one per patient
   */
  public static RiskGroups of(
      String outcome,
      List<CohortPatient> patients,
      double[] score,
      double cutOff,
      double horizonMonths) {
    SurvivalSample sample = Endpoint.survival(outcome, patients);
    boolean[] high = new boolean[score.length];
    boolean[] low = new boolean[score.length];
    int[] group = new int[score.length];
    double[][] feature = new double[score.length][1];
    int highCount = 0;
    for (int i = 0; i < score.length; i++) {
      high[i] = score[i] > cutOff;
      low[i] = !high[i];
      group[i] = high[i] ? 1 : 0;
      feature[i][0] = group[i];
      highCount += group[i];
    }
    return new RiskGroups(
        outcome,
        highCount,
        score.length - highCount,
        incidence(sample, high, highCount, horizonMonths),
        incidence(sample, low, score.length - highCount, horizonMonths),
        logRank(sample, group),
        hazardRatio(CoxRegression.fit(sample, feature, CoxRegression.Ties.EFRON), 0));
  }

  private static Optional<Double> incidence(
      SurvivalSample sample, boolean[] chosen, int count, double horizonMonths) {
    if (count == 0) {
      return Optional.empty();
    }
    var survival = KaplanMeier.of(sample.where(chosen)).survivalAt(horizonMonths);
    return survival.isPresent() ? Optional.of(1 - survival.getAsDouble()) : Optional.empty();
  }

  private static Optional<Double> logRank(SurvivalSample sample, int[] group) {
    try {
      return Optional.of(LogRank.of(sample, group, 2).pValue());
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // one group is never at risk
    }
  }

  /** Hazard ratio of a feature with its 95 % interval and p-value, or a dash. */
  public static String hazardRatio(CoxRegression.Fit fit, int feature) {
    return switch (fit) {
      case CoxRegression.NotConverged none -> "–";
      case CoxRegression.Converged cox -> {
        double beta = cox.coefficients()[feature];
        double error = cox.standardErrors()[feature];
        yield FigureText.of(Math.exp(beta))
            + " ("
            + FigureText.of(Math.exp(beta - NORMAL_975 * error))
            + "–"
            + FigureText.of(Math.exp(beta + NORMAL_975 * error))
            + "), p "
            + FigureText.pValue(cox.waldPValue(feature));
      }
    };
  }

  /** A line of a table: groups, incidences, log-rank, hazard ratio. */
  public List<String> cells() {
    List<String> cells = new ArrayList<>();
    cells.add(highCount + " / " + lowCount);
    cells.add(highIncidence.map(FigureText::of).orElse("–"));
    cells.add(lowIncidence.map(FigureText::of).orElse("–"));
    cells.add(logRankPValue.map(FigureText::pValue).orElse("–"));
    cells.add(hazardRatio);
    return cells;
  }
}
