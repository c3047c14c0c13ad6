/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.internal.anatomy;

/** Side of the patient; x grows to the left. */
public enum Side {
  LEFT(1, "L"),
  RIGHT(-1, "R");

  private final int sign;
  private final String suffix;

  Side(int sign, String suffix) {
    this.sign = sign;
    this.suffix = suffix;
  }

  /** Sign of x on this side. */
  public int sign() {
    return sign;
  }

  /** Suffix of a structure name. */
  public String suffix() {
    return suffix;
  }
}
