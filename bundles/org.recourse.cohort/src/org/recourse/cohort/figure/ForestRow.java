/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.figure;

import java.util.Objects;
import org.recourse.learning.sample.Estimate;

/**
 * One row of a forest plot.
 *
 * @param name model or subgroup
 * @param patientCount patients behind it
 * @param estimate figure with its interval, or why there is none
 */
public record ForestRow(String name, int patientCount, Estimate estimate) {
  public ForestRow {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(estimate, "estimate");
  }
}
