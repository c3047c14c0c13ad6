/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.model;

/**
 * A closed range of finite numbers, in the unit that its user states.
 *
 * @param minimum lower end, included
 * @param maximum upper end, included; not below the minimum
 */
public record ValueRange(double minimum, double maximum) {

  public ValueRange {
    if (!(Double.isFinite(minimum) && Double.isFinite(maximum) && minimum <= maximum)) {
      throw new IllegalArgumentException("not a range: " + minimum + " to " + maximum);
    }
  }

  public boolean contains(double value) {
    return value >= minimum && value <= maximum;
  }

  @Override
  public String toString() {
    return minimum + " to " + maximum;
  }
}
