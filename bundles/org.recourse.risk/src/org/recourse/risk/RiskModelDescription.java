/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.risk;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a risk model says about itself. Settings, command line and report are made from it.
 * Immutable.
 *
 * @param id stored in results, so it never changes its meaning; a changed formula is a new id
 * @param version version of the implementation
 * @param title name for people
 * @param outcome what is predicted, in clinical words
 * @param planDependent whether a change of the plan can change the answer
 * @param calibrated whether a number it gives was fitted as a probability of the outcome
 * @param trainedOn the patients (or synthetic patients) the model comes from
 * @param formula the formula or rule in one line
 * @param limitations sentences a reader of every answer must know: what the source does not say,
 *     what an interval does not contain, which population it holds for
 * @param parameters named numbers of the formula
 * @param literature sources
 */
public record RiskModelDescription(
    String id,
    String version,
    String title,
    String outcome,
    boolean planDependent,
    boolean calibrated,
    String trainedOn,
    String formula,
    List<String> limitations,
    List<RiskParameter> parameters,
    List<Literature> literature) {

  public RiskModelDescription {
    requireText(id, "id");
    requireText(version, "version");
    requireText(title, "title");
    requireText(outcome, "outcome");
    requireText(trainedOn, "trainedOn");
    requireText(formula, "formula");
    limitations = List.copyOf(limitations);
    parameters = List.copyOf(parameters);
    literature = List.copyOf(literature);
    if (parameters.stream().map(RiskParameter::id).distinct().count() != parameters.size()) {
      throw new IllegalArgumentException("two parameters of " + id + " have the same id");
    }
  }

  /** Returns the parameter with this id. */
  public Optional<RiskParameter> parameter(String parameterId) {
    return parameters.stream().filter(p -> p.id().equals(parameterId)).findFirst();
  }

  private static void requireText(String text, String name) {
    if (Objects.requireNonNull(text, name).isBlank()) {
      throw new IllegalArgumentException(name + " of a risk model must not be empty");
    }
  }
}
