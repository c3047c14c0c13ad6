/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.optimisation;

import java.util.List;
import java.util.Objects;
import org.recourse.planning.objective.DoseModel;

/**
 * The doses in which one objective is measured: one, or several because the place of previous
 * courses is uncertain. What counts then is the worst or the mean penalty. Immutable.
 *
 * @param doses one dose model for each possibility, at least one
 * @param judgement what counts; without meaning for a single dose
 */
public record Scenario(List<DoseModel> doses, Judgement judgement) {

  /** How the penalties of several possibilities become one. */
  public enum Judgement {
    WORST,
    MEAN
  }

  public Scenario {
    Objects.requireNonNull(judgement, "judgement");
    if (doses.isEmpty()) {
      throw new IllegalArgumentException("an objective is measured in at least one dose");
    }
    doses = List.copyOf(doses);
  }

  public static Scenario of(DoseModel dose) {
    return new Scenario(List.of(dose), Judgement.WORST);
  }
}
