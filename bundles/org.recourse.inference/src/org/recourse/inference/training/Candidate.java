/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.training;

import java.util.Objects;

/**
 * One point of a grid search.
 *
 * @param plan which network
 * @param options how it is trained
 */
public record Candidate(NetworkPlan plan, TrainingOptions options) {

  public Candidate {
    Objects.requireNonNull(plan, "plan");
    Objects.requireNonNull(options, "options");
  }
}
