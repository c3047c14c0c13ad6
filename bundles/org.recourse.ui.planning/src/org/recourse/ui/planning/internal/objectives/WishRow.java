/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.planning.internal.objectives;

import java.util.Optional;
import java.util.OptionalDouble;
import org.recourse.ui.planning.internal.optimise.WishValue;
import org.recourse.ui.widget.NumberText;

/**
 * A row of the table. Immutable; equal by place and content.
 *
 * @param index place in the list
 * @param wish what is asked for
 * @param value what the plan in work makes of it, if known
 * @param sharePercent part of the whole objective, if known
 */
record WishRow(int index, Wish wish, Optional<WishValue> value, OptionalDouble sharePercent) {

  String without() {
    return String.join(", ", wish.without());
  }

  String doseGy() {
    return NumberText.orUnknown(
        uses(WishKind.Number.DOSE) ? wish.doseGy() : OptionalDouble.empty(), 1);
  }

  String volumePercent() {
    return uses(WishKind.Number.VOLUME) ? editable(wish.volumePercent()) : NumberText.UNKNOWN;
  }

  String exponent() {
    return uses(WishKind.Number.EXPONENT) ? editable(wish.exponent()) : NumberText.UNKNOWN;
  }

  String alphaBetaGy() {
    return wish.dose() == WishDose.PHYSICAL ? NumberText.UNKNOWN : editable(wish.alphaBetaGy());
  }

  String priority() {
    return wish.isConstraint() ? "must hold" : editable(wish.weight());
  }

  String valueText() {
    return value.map(WishValue::text).orElse(NumberText.UNKNOWN);
  }

  /** Contribution to the objective, or whether the limit holds. */
  String contribution() {
    if (value.isEmpty()) {
      return NumberText.UNKNOWN;
    }
    if (wish.isConstraint()) {
      return value.get().held()
          ? "holds"
          : "exceeded by " + NumberText.fixed(value.get().amount(), 1) + " Gy";
    }
    String share =
        sharePercent.isPresent()
            ? " (" + NumberText.fixed(sharePercent.getAsDouble(), 0) + " %)"
            : "";
    return NumberText.fixed(value.get().amount(), 1) + share;
  }

  boolean uses(WishKind.Number number) {
    return wish.kind().filter(kind -> kind.uses(number)).isPresent();
  }

  private static String editable(OptionalDouble number) {
    return number.isPresent() ? NumberText.editable(number.getAsDouble(), 0) : NumberText.UNKNOWN;
  }
}
