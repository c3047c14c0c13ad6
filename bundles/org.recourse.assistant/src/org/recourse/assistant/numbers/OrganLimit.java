/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.numbers;

import java.util.Objects;
import org.recourse.radiobiology.ledger.Limit;
import org.recourse.radiobiology.ledger.RecoveryConvention;

/**
 * A limit on the cumulative EQD2 of an organ of the case, from which a remaining dose follows.
 * Immutable. It was derived without recovery, by type: the remaining dose is that of plain sums.
 *
 * @param organ name of the structure
 * @param limit limit on a dose, derived without recovery
 */
public record OrganLimit(String organ, Limit<RecoveryConvention.NoRecovery> limit) {

  public OrganLimit {
    Objects.requireNonNull(organ, "organ");
    Objects.requireNonNull(limit, "limit");
  }

  /** Returns organ, metric and limit for people, such as "SpinalCord Dmax ≤ 67.75 Gy". */
  public String text() {
    return organ + " " + limit.metric().text() + " ≤ " + Texts.number(limit.limit()) + " Gy";
  }

  /** Whether the limit is a draft, from a source that nobody has read. */
  public boolean isDraft() {
    return limit.source().strength().isDraft();
  }
}
