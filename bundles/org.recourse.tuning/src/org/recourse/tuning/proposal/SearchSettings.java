/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.proposal;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.recourse.tuning.check.CheckLimits;

/**
 * What is searched for. Immutable.
 *
 * @param limits limits of the checks
 * @param kinds kinds of change to try
 * @param modelId model whose number is to fall; empty: every plan-dependent model that applies with
 *     a number, each by itself
 * @param targetRisk number that is low enough, so that nothing below is searched for; empty: as low
 *     as the checks allow
 */
public record SearchSettings(
    CheckLimits limits,
    Set<ProposalKind> kinds,
    Optional<String> modelId,
    OptionalDouble targetRisk) {

  /** All kinds, standard limits. */
  public static final SearchSettings STANDARD =
      new SearchSettings(
          CheckLimits.STANDARD,
          EnumSet.allOf(ProposalKind.class),
          Optional.empty(),
          OptionalDouble.empty());

  public SearchSettings {
    Objects.requireNonNull(limits, "limits");
    Objects.requireNonNull(modelId, "modelId");
    kinds =
        Collections.unmodifiableSet(
            kinds.isEmpty() ? EnumSet.noneOf(ProposalKind.class) : EnumSet.copyOf(kinds));
    targetRisk.ifPresent(
        risk -> {
          if (!(risk >= 0 && risk <= 1)) {
            throw new IllegalArgumentException("a risk lies between 0 and 1: " + risk);
          }
        });
  }
}
