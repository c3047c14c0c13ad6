/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.cohort.internal.comparison;

import java.util.Locale;
import org.recourse.cohort.evaluation.Discrimination;
import org.recourse.learning.performance.Calibration;
import org.recourse.learning.sample.Estimate;
import org.recourse.ui.cohort.internal.EvaluatedModel;

/**
 * A row of the table of models.
 *
 * @param model the model
 * @param figures its figures at its threshold
 * @param brier mean squared error of probabilities, or why there is none
 */
record ModelRow(EvaluatedModel model, Discrimination figures, Estimate brier) {

  static ModelRow of(EvaluatedModel model) {
    Estimate brier =
        model.scores().probabilities()
            ? Calibration.brierScore(model.scores().scores())
            : Estimate.undefined("A score is no probability.");
    return new ModelRow(
        model, Discrimination.of(model.scores().scores(), model.threshold()), brier);
  }

  static String text(Estimate estimate) {
    return switch (estimate) {
      case Estimate.Undefined undefined -> "–";
      case Estimate.Defined defined ->
          defined
              .interval()
              .map(
                  interval ->
                      String.format(
                          Locale.ROOT,
                          "%.2f [%.2f–%.2f]",
                          defined.value(),
                          interval.lower(),
                          interval.upper()))
              .orElseGet(() -> String.format(Locale.ROOT, "%.3f", defined.value()));
    };
  }

  static int compare(Estimate one, Estimate other) {
    return Double.compare(
        one.asOptional().orElse(Double.NEGATIVE_INFINITY),
        other.asOptional().orElse(Double.NEGATIVE_INFINITY));
  }
}
