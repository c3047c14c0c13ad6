/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.recourse.cohort.cases.CohortPatient;
import org.recourse.cohort.evaluation.ClinicalVariable;
import org.recourse.cohort.evaluation.Endpoint;
import org.recourse.cohort.evaluation.FigureText;
import org.recourse.cohort.evaluation.PreparedCohort;
import org.recourse.cohort.evaluation.ReportTable;
import org.recourse.cohort.evaluation.RiskGroups;
import org.recourse.cohort.learned.LearnedModel;
import org.recourse.cohort.learned.SystemResult;
import org.recourse.grid.finding.Finding;
import org.recourse.learning.performance.Nomogram;
import org.recourse.learning.sample.ScoredOutcomes;
import org.recourse.learning.survival.CoxRegression;
import org.recourse.learning.survival.CutOffSearch;

/**
 * High and low risk by the cut-off with the greatest log-rank statistic on the training patients,
 * with a p-value that knows it was searched; necrosis, death from necrosis (G5-NFS) and death of
 * any cause (OS) in both groups; Cox regressions adjusted for the clinical variables; a nomogram.
 */
record SignatureSurvival(
    SignatureTraining training,
    LearnedModel model,
    List<SystemResult.ModelScores> scores,
    Map<String, PreparedCohort.Sample> samples,
    List<Finding> findings) {

  private static final double LEAST_GROUP = 0.1;
  private static final double HORIZON_MONTHS = 12;

  List<ReportTable> tables() {
    PreparedCohort.Sample patients = samples.get(SignatureTraining.TRAINING);
    if (patients.patients().stream()
        .anyMatch(p -> p.outcome(training.outcomes().necrosis()).isEmpty())) {
      return List.of();
    }
    Optional<CutOffSearch> cutOff = cutOff(patients);
    if (cutOff.isEmpty()) {
      return List.of();
    }
    List<ReportTable> tables = new ArrayList<>();
    tables.add(groups(cutOff.get()));
    tables.add(adjusted(cutOff.get().cutOff()));
    nomogram(cutOff.get().cutOff()).ifPresent(tables::add);
    return tables;
  }

  private Optional<CutOffSearch> cutOff(PreparedCohort.Sample patients) {
    try {
      return Optional.of(
          CutOffSearch.of(
              Endpoint.survival(training.outcomes().necrosis(), patients.patients()),
              score(SignatureTraining.TRAINING),
              LEAST_GROUP,
              training.settings().cutOffPermutations(),
              training.settings().seed(),
              new NullProgressMonitor()));
    } catch (IllegalArgumentException e) {
      findings.add(
          Finding.warning(
              "No cut-off leaves two groups of a tenth of the patients each: " + e.getMessage(),
              SignatureTraining.SYSTEM));
      return Optional.empty();
    }
  }

  private double[] score(String sample) {
    ScoredOutcomes own =
        scores.stream()
            .filter(s -> s.model().equals(SignatureTraining.SYSTEM) && s.sample().equals(sample))
            .findFirst()
            .orElseThrow()
            .scores();
    double[] score = new double[own.size()];
    for (int i = 0; i < score.length; i++) {
      score[i] = own.score(i);
    }
    return score;
  }

  private List<String> outcomes() {
    SignatureOutcomes names = training.outcomes();
    return List.of(names.necrosis(), names.necrosisDeath(), names.death());
  }

  /** Patients of whom an outcome is known, with their scores. */
  private record Known(List<CohortPatient> patients, double[] score) {}

  private Known known(String sample, String outcome) {
    List<CohortPatient> all = samples.get(sample).patients();
    double[] score = score(sample);
    int[] index =
        java.util.stream.IntStream.range(0, score.length)
            .filter(i -> all.get(i).outcome(outcome).isPresent())
            .toArray();
    return new Known(
        java.util.Arrays.stream(index).mapToObj(all::get).toList(),
        java.util.Arrays.stream(index).mapToDouble(i -> score[i]).toArray());
  }

  private ReportTable groups(CutOffSearch cutOff) {
    List<List<String>> rows = new ArrayList<>();
    for (String sample : samples.keySet()) {
      for (String outcome : outcomes()) {
        Known own = known(sample, outcome);
        if (!own.patients.isEmpty()) {
          List<String> row = new ArrayList<>(List.of(sample, outcome));
          row.addAll(
              RiskGroups.of(outcome, own.patients, own.score, cutOff.cutOff(), HORIZON_MONTHS)
                  .cells());
          rows.add(row);
        }
      }
    }
    return new ReportTable(
        "High and low risk by the signature",
        List.of(
            "patients",
            "outcome",
            "high / low",
            "1 year, high",
            "1 year, low",
            "log-rank p",
            "hazard ratio high : low"),
        rows,
        "Cut-off %s: greatest log-rank statistic on the training patients, p %s after searching (%d permutations; naive %s). The published 0.735 belongs to a forest nobody published and is not used. The log-rank p of the training patients is naive."
            .formatted(
                FigureText.of(cutOff.cutOff()),
                FigureText.pValue(cutOff.searchedPValue()),
                cutOff.permutationCount(),
                FigureText.pValue(cutOff.naivePValue())));
  }

  private List<ClinicalVariable> variables(String sample) {
    return ClinicalVariable.known(training.outcomes().clinical(), samples.get(sample).patients());
  }

  private ReportTable adjusted(double cutOff) {
    List<List<String>> rows = new ArrayList<>();
    for (String sample : samples.keySet()) {
      List<ClinicalVariable> variables = variables(sample);
      for (String outcome : outcomes()) {
        Known own = known(sample, outcome);
        if (own.patients.isEmpty()) {
          continue;
        }
        CoxRegression.Fit fit = cox(own, outcome, variables, cutOff);
        for (int j = 0; j <= variables.size(); j++) {
          rows.add(
              List.of(
                  sample,
                  outcome,
                  j == 0 ? "signature high" : variables.get(j - 1).title(),
                  RiskGroups.hazardRatio(fit, j)));
        }
      }
    }
    return new ReportTable(
        "Cox regression, signature adjusted for clinical variables",
        List.of("patients", "outcome", "variable", "hazard ratio"),
        rows,
        "Efron ties. A dash: the maximum of the likelihood does not exist on these patients.");
  }

  private static CoxRegression.Fit cox(
      Known own, String outcome, List<ClinicalVariable> variables, double cutOff) {
    double[][] clinical = ClinicalVariable.rows(variables, own.patients);
    double[][] rows = new double[clinical.length][variables.size() + 1];
    for (int i = 0; i < rows.length; i++) {
      rows[i][0] = own.score[i] > cutOff ? 1 : 0;
      System.arraycopy(clinical[i], 0, rows[i], 1, variables.size());
    }
    return CoxRegression.fit(
        Endpoint.survival(outcome, own.patients), rows, CoxRegression.Ties.EFRON);
  }

  private Optional<ReportTable> nomogram(double cutOff) {
    String outcome = training.outcomes().necrosis();
    Known own = known(SignatureTraining.TRAINING, outcome);
    List<ClinicalVariable> variables = variables(SignatureTraining.TRAINING);
    if (!(cox(own, outcome, variables, cutOff) instanceof CoxRegression.Converged fit)) {
      return Optional.empty();
    }
    double[][] clinical = ClinicalVariable.rows(variables, own.patients);
    List<Nomogram.Variable> axes = new ArrayList<>();
    axes.add(new Nomogram.Variable("signature high", fit.coefficients()[0], 0, 1));
    for (int j = 0; j < variables.size(); j++) {
      int column = j;
      var range =
          java.util.Arrays.stream(clinical).mapToDouble(row -> row[column]).summaryStatistics();
      if (range.getMax() > range.getMin()) {
        axes.add(
            new Nomogram.Variable(
                variables.get(j).title(),
                fit.coefficients()[j + 1],
                range.getMin(),
                range.getMax()));
      }
    }
    List<List<String>> rows = new ArrayList<>();
    for (Nomogram.Axis axis : Nomogram.of(0, axes).axes()) {
      rows.add(
          List.of(
              axis.variable(),
              FigureText.of(axis.least()) + ": " + FigureText.of(axis.pointsAtLeast()),
              FigureText.of(axis.greatest()) + ": " + FigureText.of(axis.pointsAtGreatest())));
    }
    return Optional.of(
        new ReportTable(
            "Nomogram of the hazard of necrosis",
            List.of("variable", "points at the least value", "points at the greatest value"),
            rows,
            "Points of a patient are added; between the ends they are in proportion."));
  }
}
