/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.risk;

import java.util.Objects;
import java.util.Optional;

/**
 * What one model said about one input. Immutable.
 *
 * @param model the model
 * @param description its description; empty only if the model could not be created
 * @param result the answer
 * @param computeMs time it took
 */
public record RiskAssessment(
    RiskModelEntry model,
    Optional<RiskModelDescription> description,
    RiskResult result,
    double computeMs) {

  public RiskAssessment {
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(result, "result");
  }
}
