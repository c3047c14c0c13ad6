/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosiomics;

/** What the values of a dose grid are; both are in Gy and never compared with each other. */
public enum DoseQuantity {
  /** Absorbed dose. */
  PHYSICAL("physical", "Physical dose"),
  /** Equieffective dose in 2 Gy fractions, of one course or of several. */
  EQD2("eqd2", "EQD2");

  private final String id;
  private final String title;

  DoseQuantity(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /** Prefix of feature names where both quantities stand in one table; never changes. */
  public String id() {
    return id;
  }

  /** Name for people, without the unit. */
  public String title() {
    return title;
  }
}
