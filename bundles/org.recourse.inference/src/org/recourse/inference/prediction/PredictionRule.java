/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.prediction;

import org.recourse.inference.model.ModelDescription;

/**
 * Decides what a score may be called.
 *
 * <ul>
 *   <li>A model trained on synthetic patients says nothing about a case that is not marked
 *       synthetic, unless demonstration output is on; then it gives a labelled score, never a
 *       probability.
 *   <li>Without calibration a number is a score.
 *   <li>With calibration, and inside the domain of the model, it is a probability; outside the
 *       domain the calibration does not hold and the number stays a score.
 * </ul>
 *
 * @param syntheticCase whether the case is marked synthetic
 * @param demonstration whether the user turned demonstration output on
 */
public record PredictionRule(boolean syntheticCase, boolean demonstration) {

  /** Shown with every number of a model trained on synthetic patients. */
  public static final String DEMONSTRATION_LABEL =
      "Demonstration: trained on synthetic patients, not for clinical decisions";

  static final String OUTSIDE_LABEL = "Outside the domain of the model";

  /**
   * Returns what may be shown.
   *
   * @param score output of the network, between 0 and 1
   * @param verdict where the case lies
   */
  public Prediction prediction(ModelDescription model, double score, DomainVerdict verdict) {
    if (model.training().synthetic()) {
      return ofSyntheticModel(model, score);
    }
    return switch (verdict) {
      case DomainVerdict.Outside outside -> new Prediction.Score(score, OUTSIDE_LABEL);
      case DomainVerdict.Inside inside ->
          model
              .calibration()
              .<Prediction>map(c -> new Prediction.Probability(c.probabilityFraction(score)))
              .orElseGet(() -> new Prediction.Score(score, ""));
    };
  }

  private Prediction ofSyntheticModel(ModelDescription model, double score) {
    if (syntheticCase || demonstration) {
      return new Prediction.Score(score, DEMONSTRATION_LABEL);
    }
    return new Prediction.Withheld(
        "The model "
            + model.identity().title()
            + " was trained on synthetic patients and says nothing about this one.");
  }
}
