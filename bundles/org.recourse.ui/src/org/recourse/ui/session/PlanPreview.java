/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.session;

import java.util.Objects;
import org.recourse.assistant.numbers.PlanNumbers;

/**
 * A change of the plan that is looked at without being made: the slices and the histogram show its
 * numbers in the place of those of the plan, and say so. Immutable.
 *
 * @param title what the change is
 * @param numbers numbers of the plan with the change made; its revision is that of the plan
 */
public record PlanPreview(String title, PlanNumbers numbers) {

  public PlanPreview {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(numbers, "numbers");
  }
}
