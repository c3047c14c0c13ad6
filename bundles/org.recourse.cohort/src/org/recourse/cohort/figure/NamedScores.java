/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.figure;

import java.util.Objects;
import org.recourse.learning.sample.ScoredOutcomes;

/**
 * What a model said about the patients of a sample, and what came.
 *
 * @param name name of the model in figures
 * @param scores in the order of the sample
 * @param probabilities whether the scores are calibrated probabilities; only then are calibration
 *     and net benefit defined
 */
public record NamedScores(String name, ScoredOutcomes scores, boolean probabilities) {
  public NamedScores {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(scores, "scores");
  }
}
