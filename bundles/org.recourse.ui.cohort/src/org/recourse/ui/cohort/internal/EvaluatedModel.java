/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.cohort.internal;

import java.util.List;
import java.util.Objects;
import org.recourse.cohort.figure.NamedScores;
import org.recourse.cohort.figure.SurvivalGroup;

/**
 * A model judged on patients it was not trained on. Immutable.
 *
 * @param scores what it said and what came
 * @param threshold positive at or above; chosen on training patients
 * @param groups follow-up of the patients below and at or above the threshold; empty where the
 *     cohort has no times
 */
public record EvaluatedModel(NamedScores scores, double threshold, List<SurvivalGroup> groups) {
  public EvaluatedModel {
    Objects.requireNonNull(scores, "scores");
    groups = List.copyOf(groups);
  }
}
