/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.tradeoff;

import java.util.Objects;

/**
 * One quantity of the navigator; a smaller cost is better. Immutable.
 *
 * @param id names the goal, such as "risk:MODEL", "coverage:PTVnx" or "organ:Brainstem"
 * @param title words for the slider
 * @param unit unit of the cost: "Gy" or "" for a risk
 */
public record TradeOffGoal(String id, String title, String unit) {
  public TradeOffGoal {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(unit, "unit");
  }
}
