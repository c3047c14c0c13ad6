/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.session;

/** Which dose is drawn on the slices. The three are never mixed in one colour scale. */
public enum ShownDose {
  /** Physical absorbed dose of the planned course, Gy. */
  PHYSICAL("Physical dose"),
  /** Equieffective dose in 2 Gy fractions of the planned course alone, Gy. */
  EQD2("EQD2"),
  /** Equieffective dose in 2 Gy fractions summed over all courses, Gy. */
  CUMULATIVE_EQD2("Cumulative EQD2");

  private final String title;

  ShownDose(String title) {
    this.title = title;
  }

  /** Name for people, without the unit; all three are in Gy. */
  public String title() {
    return title;
  }
}
