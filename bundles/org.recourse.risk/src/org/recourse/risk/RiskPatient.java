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
import java.util.OptionalDouble;

/**
 * Clinical facts about a patient. Immutable.
 *
 * @param sex as recorded
 * @param ageYears age at the planned course, if known
 */
public record RiskPatient(Sex sex, OptionalDouble ageYears) {

  /** Recorded sex. */
  public enum Sex {
    /** Not recorded. */
    UNKNOWN,
    /** Female. */
    FEMALE,
    /** Male. */
    MALE,
    /** Other. */
    OTHER
  }

  /** Nothing is known. */
  public static final RiskPatient UNKNOWN = new RiskPatient(Sex.UNKNOWN, OptionalDouble.empty());

  public RiskPatient {
    Objects.requireNonNull(sex, "sex");
    Objects.requireNonNull(ageYears, "ageYears");
  }
}
