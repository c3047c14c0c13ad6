/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.planning.internal.objectives;

import java.util.Arrays;
import java.util.Optional;

/** In which dose a wish is measured, with its key in the JSON. */
public enum WishDose {
  PHYSICAL("physical", "Physical"),
  EQD2("eqd2", "EQD2"),
  CUMULATIVE_EQD2("cumulativeEqd2", "Cum. EQD2");

  private final String key;
  private final String title;

  WishDose(String key, String title) {
    this.key = key;
    this.title = title;
  }

  public String key() {
    return key;
  }

  /** Name for people. */
  public String title() {
    return title;
  }

  static Optional<WishDose> of(String key) {
    return Arrays.stream(values()).filter(dose -> dose.key.equals(key)).findFirst();
  }
}
