/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiobiology.ledger;

import java.util.Objects;

/**
 * Whether the effect of earlier courses is discounted for the time that has passed. It is the type
 * parameter of sums and limits, so that the two cannot be mixed. Immutable.
 */
public sealed interface RecoveryConvention {

  /** Nothing is discounted. */
  NoRecovery NONE = new NoRecovery();

  /** Id as in result files: {@code NONE} or the id of the table. */
  String id();

  /** Courses are summed as they were given. */
  record NoRecovery() implements RecoveryConvention {
    @Override
    public String id() {
      return "NONE";
    }
  }

  /**
   * Earlier courses are discounted by a table.
   *
   * @param table the table
   */
  record TableRecovery(RecoveryTable table) implements RecoveryConvention {
    public TableRecovery {
      Objects.requireNonNull(table, "table");
    }

    @Override
    public String id() {
      return table.id();
    }
  }
}
