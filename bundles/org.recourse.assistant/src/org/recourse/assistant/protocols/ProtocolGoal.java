/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.protocols;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.recourse.dosimetry.dvh.DoseMetric;
import org.recourse.model.DoseQuantity;
import org.recourse.model.GoalComparison;
import org.recourse.radiobiology.evidence.Source;
import org.recourse.radiobiology.ledger.RecoveryConvention;

/**
 * A goal of a protocol. Immutable.
 *
 * @param id unique in the protocol
 * @param structures structures it is for
 * @param metric figure it is about
 * @param comparison direction
 * @param limit limit in the unit of the metric; for {@link Scale#PRESCRIPTION} a percentage of the
 *     prescribed dose
 * @param scale what the limit is a number of
 * @param tolerance distance from the limit that is still tolerated, same unit; empty if none
 * @param quantity dose the metric is taken of
 * @param alphaBetaGy ratio the limit was derived with; empty for physical dose, or if any
 * @param convention recovery the limit was derived with
 * @param conditions whom it applies to, besides those of the protocol
 * @param source where it comes from; decides whether it is judged
 * @param note what a reader should know; empty text if nothing
 */
public record ProtocolGoal(
    String id,
    StructureNames structures,
    DoseMetric metric,
    GoalComparison comparison,
    double limit,
    Scale scale,
    OptionalDouble tolerance,
    DoseQuantity quantity,
    OptionalDouble alphaBetaGy,
    RecoveryConvention convention,
    List<ProtocolCondition> conditions,
    Source source,
    String note) {

  /** What a limit is a number of. */
  public enum Scale {
    /** The unit of the metric. */
    ABSOLUTE,
    /** Percent of the prescribed dose of the assessed plan. */
    PRESCRIPTION
  }

  public ProtocolGoal {
    if (id.isBlank()) {
      throw new IllegalArgumentException("a goal has an id");
    }
    Objects.requireNonNull(structures, "structures");
    Objects.requireNonNull(metric, "metric");
    Objects.requireNonNull(comparison, "comparison");
    Objects.requireNonNull(scale, "scale");
    Objects.requireNonNull(tolerance, "tolerance");
    Objects.requireNonNull(quantity, "quantity");
    Objects.requireNonNull(alphaBetaGy, "alphaBetaGy");
    Objects.requireNonNull(convention, "convention");
    conditions = List.copyOf(conditions);
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(note, "note");
    if (!(limit >= 0 && limit < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("limit must be finite and >= 0: " + limit);
    }
    if (convention instanceof RecoveryConvention.TableRecovery
        && (quantity != DoseQuantity.CUMULATIVE_EQD2 || alphaBetaGy.isEmpty())) {
      throw new IllegalArgumentException(
          "recovery belongs to a limit on cumulative EQD2 with alpha/beta: " + id);
    }
  }
}
