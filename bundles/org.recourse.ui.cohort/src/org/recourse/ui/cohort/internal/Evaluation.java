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

/**
 * Models beside each other on the same sample. Immutable.
 *
 * @param title sample and endpoint
 * @param outcome the outcome in words
 * @param synthetic whether the patients are made up
 * @param models in the order of the request
 */
public record Evaluation(
    String title, String outcome, boolean synthetic, List<EvaluatedModel> models) {
  public Evaluation {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(outcome, "outcome");
    models = List.copyOf(models);
  }
}
