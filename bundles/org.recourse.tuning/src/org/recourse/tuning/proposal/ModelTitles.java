/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.proposal;

import java.util.List;
import java.util.stream.Collectors;
import org.recourse.assistant.numbers.PlanNumbers;

/** Names of models for sentences that people read; an id stands in results only. Stateless. */
public final class ModelTitles {

  private ModelTitles() {}

  /** Returns the title of a model; its id if the numbers know no such model. */
  public static String of(String modelId, PlanNumbers numbers) {
    return numbers.risks().stream()
        .map(risk -> risk.model())
        .filter(model -> model.id().equals(modelId))
        .map(model -> model.title())
        .findFirst()
        .orElse(modelId);
  }

  /** Returns the titles in one line; titles may hold commas. */
  public static String of(List<String> modelIds, PlanNumbers numbers) {
    return modelIds.stream().map(id -> of(id, numbers)).collect(Collectors.joining("; "));
  }
}
