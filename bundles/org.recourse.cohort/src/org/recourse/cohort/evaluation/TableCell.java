/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.evaluation;

import java.util.Objects;
import java.util.OptionalDouble;
import org.recourse.learning.sample.Estimate;

/**
 * One cell of a table of a paper, measured here.
 *
 * @param table such as {@code gao2025/table3}
 * @param row such as {@code T1+T1C+T2+Dose}
 * @param sample patients it was measured on, such as {@code B}
 * @param metric which figure
 * @param published the figure of the paper on its own patients; empty where it gives none
 * @param measured the figure on this cohort
 * @param code class that made it
 * @param seed seed that made it
 */
public record TableCell(
    String table,
    String row,
    String sample,
    CellMetric metric,
    OptionalDouble published,
    Estimate measured,
    String code,
    long seed) {

  public TableCell {
    Objects.requireNonNull(metric, "metric");
    Objects.requireNonNull(published, "published");
    Objects.requireNonNull(measured, "measured");
    if (table.isBlank() || row.isBlank() || sample.isBlank() || code.isBlank()) {
      throw new IllegalArgumentException("a cell names table, row, sample and code");
    }
  }

  /** Name of the cell without the figure, such as {@code gao2025/table3/T1+Dose/B}. */
  public String name() {
    return table + "/" + row + "/" + sample;
  }
}
