/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.learned;

import java.util.Objects;
import java.util.Optional;
import org.recourse.learning.performance.Recalibration;

/**
 * A model to be kept. Immutable.
 *
 * @param id letters, digits, dots and dashes; names its folder
 * @param title for people
 * @param system {@code signature}, {@code recurrence} or {@code multiomics}
 * @param score features to score
 * @param threshold positive at or above; chosen on training patients
 * @param recalibration score to probability, fitted out of fold at the natural incidence
 * @param facts how it came about
 */
public record LearnedModel(
    String id,
    String title,
    String system,
    LearnedScore score,
    double threshold,
    Optional<Recalibration> recalibration,
    TrainingFacts facts) {

  public LearnedModel {
    Objects.requireNonNull(score, "score");
    Objects.requireNonNull(recalibration, "recalibration");
    Objects.requireNonNull(facts, "facts");
    if (!id.matches("[A-Za-z0-9][A-Za-z0-9.-]*")) {
      throw new IllegalArgumentException("not the id of a model: " + id);
    }
    if (!Double.isFinite(threshold)) {
      throw new IllegalArgumentException("a threshold is finite: " + threshold);
    }
  }
}
