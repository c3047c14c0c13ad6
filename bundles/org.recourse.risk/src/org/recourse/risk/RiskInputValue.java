/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.risk;

import java.util.Objects;

/**
 * A number an answer was computed from. Immutable.
 *
 * @param label name, such as {@code D0.1cc, left temporal lobe}
 * @param value finite
 * @param unit unit of the value
 * @param origin where it comes from, in words
 */
public record RiskInputValue(String label, double value, RiskUnit unit, String origin) {

  public RiskInputValue {
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(origin, "origin");
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(label + " is not finite: " + value);
    }
  }
}
