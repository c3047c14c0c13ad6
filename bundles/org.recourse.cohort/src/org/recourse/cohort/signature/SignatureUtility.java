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
import org.recourse.cohort.evaluation.FigureText;
import org.recourse.cohort.evaluation.PreparedCohort;
import org.recourse.cohort.evaluation.ProbabilityQuality;
import org.recourse.cohort.evaluation.ReportTable;
import org.recourse.cohort.learned.LearnedModel;
import org.recourse.cohort.learned.SystemResult;
import org.recourse.learning.performance.Calibration;
import org.recourse.learning.sample.ScoredOutcomes;

/** Calibration and decision curve of the recalibrated signature on patients it has not seen. */
record SignatureUtility(
    SignatureTraining training,
    LearnedModel model,
    List<SystemResult.ModelScores> scores,
    Map<String, PreparedCohort.Sample> samples) {

  private static final double[] THRESHOLDS = {0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5};

  List<ReportTable> tables() {
    if (model.recalibration().isEmpty()) {
      return List.of();
    }
    List<List<String>> calibration = new ArrayList<>();
    List<List<String>> curve = new ArrayList<>();
    List<List<String>> benefit = new ArrayList<>();
    for (SystemResult.ModelScores own : scores) {
      if (own.model().equals(SignatureTraining.SYSTEM)) {
        ScoredOutcomes probabilities =
            ProbabilityQuality.probabilities(own.scores(), model.recalibration().get());
        addCalibration(own.sample(), probabilities, calibration, curve);
        for (double threshold : THRESHOLDS) {
          double[] net = ProbabilityQuality.netBenefits(probabilities, threshold);
          benefit.add(
              List.of(
                  own.sample(),
                  FigureText.of(threshold),
                  FigureText.of(net[0]),
                  FigureText.of(net[1])));
        }
      }
    }
    String note =
        "Probabilities by logistic recalibration of out-of-fold scores of the training patients;"
            + " for the training patients themselves these are the scores it was fitted on.";
    return List.of(
        new ReportTable(
            "Signature: calibration",
            List.of("patients", "slope", "intercept", "Brier", "Hosmer-Lemeshow p"),
            calibration,
            note),
        new ReportTable(
            "Signature: calibration curve",
            List.of("patients", "in the group", "predicted", "observed"),
            curve,
            ""),
        new ReportTable(
            "Signature: decision curve",
            List.of("patients", "threshold probability", "net benefit", "of treating all"),
            benefit,
            "Treating none has net benefit 0."));
  }

  private static void addCalibration(
      String sample,
      ScoredOutcomes probabilities,
      List<List<String>> calibration,
      List<List<String>> curve) {
    ProbabilityQuality quality = ProbabilityQuality.of(probabilities);
    calibration.add(
        List.of(
            sample,
            FigureText.of(quality.slope()),
            FigureText.of(quality.intercept()),
            FigureText.of(quality.brier()),
            FigureText.of(quality.hosmerLemeshowPValue())));
    for (Calibration.Group group : quality.curve()) {
      curve.add(
          List.of(
              sample,
              Integer.toString(group.patientCount()),
              FigureText.of(group.predictedMean()),
              FigureText.of(group.observedFraction())));
    }
  }
}
