/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.recurrence;

import java.util.ArrayList;
import java.util.List;
import org.recourse.cohort.evaluation.FigureText;
import org.recourse.cohort.evaluation.PreparedCohort;
import org.recourse.cohort.evaluation.ReportTable;
import org.recourse.cohort.learned.SharedSteps;
import org.recourse.learning.harmonisation.MultivariateVariance;
import org.recourse.learning.pipeline.FittedTransform;
import org.recourse.learning.pipeline.NotFittedException;
import org.recourse.learning.pipeline.PrincipalComponents;
import org.recourse.learning.pipeline.Standardisation;
import org.recourse.learning.pipeline.TrainingSet;

/**
 * How far centres lie apart before and after ComBat: MANOVA on the first principal components of
 * the training patients, and the means of the first two, which a plot shows.
 *
 * @param sequence MR sequence
 * @param steps that harmonise
 * @param mostComponents components in the test
 */
record CentreDifference(String sequence, SharedSteps steps, int mostComponents) {

  List<ReportTable> tables(PreparedCohort.Sample training) throws NotFittedException {
    List<String> centres = training.centres().stream().distinct().sorted().toList();
    if (centres.size() < 2) {
      return List.of();
    }
    List<List<String>> tests = new ArrayList<>();
    List<List<String>> means = new ArrayList<>();
    add("before", training.set(), training, centres, tests, means);
    var combat = steps.harmonisation(training).orElseThrow();
    double[][] rows = new double[training.set().size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = combat.apply(training.set().row(i), training.centres().get(i), new double[0]);
    }
    add(
        "after",
        new TrainingSet(training.set().featureNames(), rows, training.set().events()),
        training,
        centres,
        tests,
        means);
    return List.of(
        new ReportTable(
            sequence + ": differences between centres (MANOVA on principal components)",
            List.of("ComBat", "components", "Pillai", "p", "Wilks", "p (Wilks)"),
            tests,
            "Training patients; the harmonisation was fitted on them, so no difference is left to"
                + " expect afterwards."),
        new ReportTable(
            sequence + ": centres on the first two principal components",
            List.of("ComBat", "centre", "patients", "mean of the first", "mean of the second"),
            means,
            ""));
  }

  private void add(
      String when,
      TrainingSet set,
      PreparedCohort.Sample training,
      List<String> centres,
      List<List<String>> tests,
      List<List<String>> means)
      throws NotFittedException {
    TrainingSet scaled = set.transformed(new Standardisation().fit(set, 0));
    FittedTransform components = new PrincipalComponents(mostComponents).fit(scaled, 0);
    TrainingSet few = scaled.transformed(components);
    int[] group = training.centres().stream().mapToInt(centres::indexOf).toArray();
    MultivariateVariance test = MultivariateVariance.of(few.rows(), group, centres.size());
    tests.add(
        List.of(
            when,
            Integer.toString(few.featureCount()),
            FigureText.of(test.pillai()),
            FigureText.pValue(test.pillaiPValue()),
            FigureText.of(test.wilks()),
            FigureText.pValue(test.wilksPValue())));
    for (int c = 0; c < centres.size(); c++) {
      double[] sum = new double[2];
      int count = 0;
      for (int i = 0; i < group.length; i++) {
        if (group[i] == c) {
          sum[0] += few.row(i)[0];
          sum[1] += few.featureCount() > 1 ? few.row(i)[1] : 0;
          count++;
        }
      }
      means.add(
          List.of(
              when,
              centres.get(c),
              Integer.toString(count),
              FigureText.of(sum[0] / count),
              FigureText.of(sum[1] / count)));
    }
  }
}
