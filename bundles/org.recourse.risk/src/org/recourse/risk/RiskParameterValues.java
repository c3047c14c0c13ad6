/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.risk;

import java.util.Map;
import java.util.Objects;

/**
 * Values a user chose for parameters of models. Immutable. What is not chosen has its published
 * default.
 */
public final class RiskParameterValues {

  /** Every parameter has its default. */
  public static final RiskParameterValues DEFAULTS = new RiskParameterValues(Map.of());

  /** A parameter of a model. */
  public record Key(String modelId, String parameterId) {
    public Key {
      Objects.requireNonNull(modelId, "modelId");
      Objects.requireNonNull(parameterId, "parameterId");
    }
  }

  private final Map<Key, Double> chosen;

  private RiskParameterValues(Map<Key, Double> chosen) {
    this.chosen = chosen;
  }

  public static RiskParameterValues of(Map<Key, Double> chosen) {
    return new RiskParameterValues(Map.copyOf(chosen));
  }

  /** Returns the chosen values only. */
  public Map<Key, Double> chosen() {
    return chosen;
  }

  /**
   * Returns the value of a parameter: the chosen one, or its default.
   *
   * @throws IllegalArgumentException if the model has no such parameter or the chosen value is
   *     outside its range
   */
  public double value(RiskModelDescription model, String parameterId) {
    RiskParameter parameter =
        model
            .parameter(parameterId)
            .orElseThrow(() -> new IllegalArgumentException(model.id() + " has no " + parameterId));
    double value = chosen.getOrDefault(new Key(model.id(), parameterId), parameter.defaultValue());
    if (!parameter.range().contains(value)) {
      throw new IllegalArgumentException(
          parameterId
              + " of "
              + model.id()
              + " must lie in "
              + parameter.range().lower()
              + " to "
              + parameter.range().upper()
              + ": "
              + value);
    }
    return value;
  }
}
