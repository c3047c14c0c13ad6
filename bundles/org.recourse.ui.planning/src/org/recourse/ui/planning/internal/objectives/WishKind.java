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
import java.util.List;
import java.util.Optional;

/** What an objective or a constraint asks for, with the keys of its JSON. */
public enum WishKind {
  DEVIATION("deviation", "Uniform dose", false, Number.DOSE),
  UNDERDOSE("underdose", "At least, squared", false, Number.DOSE),
  OVERDOSE("overdose", "At most, squared", false, Number.DOSE),
  MEAN("mean", "Mean dose low", false),
  G_EUD("gEud", "gEUD at most", false, Number.DOSE, Number.EXPONENT),
  VOLUME_AT_MOST("doseVolumeAtMost", "Volume above at most", false, Number.DOSE, Number.VOLUME),
  VOLUME_AT_LEAST("doseVolumeAtLeast", "Volume above at least", false, Number.DOSE, Number.VOLUME),
  CONFORMITY("conformity", "Conformity around targets", false, Number.DOSE),
  LIMIT_MAXIMUM("maximum", "Hard limit: maximum", true, Number.DOSE),
  LIMIT_MINIMUM("minimum", "Hard limit: minimum", true, Number.DOSE),
  LIMIT_MEAN("mean", "Hard limit: mean", true, Number.DOSE);

  /** A number that a kind needs. */
  public enum Number {
    DOSE,
    VOLUME,
    EXPONENT
  }

  private final String key;
  private final String title;
  private final boolean constraint;
  private final List<Number> numbers;

  WishKind(String key, String title, boolean constraint, Number... numbers) {
    this.key = key;
    this.title = title;
    this.constraint = constraint;
    this.numbers = List.of(numbers);
  }

  /** Value of {@code kind} in the file. */
  public String key() {
    return key;
  }

  /** Name for people. */
  public String title() {
    return title;
  }

  /** Whether it must hold, and so has no priority. */
  public boolean isConstraint() {
    return constraint;
  }

  public boolean uses(Number number) {
    return numbers.contains(number);
  }

  /** The kind of a key; empty for one that this version does not know. */
  static Optional<WishKind> of(String key, boolean constraint) {
    return Arrays.stream(values())
        .filter(kind -> kind.constraint == constraint && kind.key.equals(key))
        .findFirst();
  }
}
