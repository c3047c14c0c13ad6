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
import java.util.Objects;
import org.recourse.tuning.check.ProposalCheck;

/**
 * What stands in the way of a lower risk. Immutable.
 *
 * @param modelId the model
 * @param lowestAcceptable its number in the best proposal that passes every check; that of the plan
 *     if there is none
 * @param lowestTried its lowest number in any proposal
 * @param binding the checks that the next lower proposal fails; empty if the lowest one passes
 * @param sentence the same in words
 */
public record WhyNotLower(
    String modelId,
    double lowestAcceptable,
    double lowestTried,
    List<ProposalCheck> binding,
    String sentence) {
  public WhyNotLower {
    Objects.requireNonNull(modelId, "modelId");
    Objects.requireNonNull(sentence, "sentence");
    binding = List.copyOf(binding);
  }
}
