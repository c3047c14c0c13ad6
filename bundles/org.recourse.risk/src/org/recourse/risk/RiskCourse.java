/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.risk;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * One course of radiotherapy as a risk model sees it. Immutable.
 *
 * @param label name of the course, used in sentences
 * @param previous true if it was delivered in the past, false for the course being planned
 * @param paperOnly true if it has no dose grid: its doses are {@code typedDoses}
 * @param prescribedDoseGy physical dose prescribed to the target, Gy; empty if unknown
 * @param prescribedTo name of the structure the dose is prescribed to; empty if unknown
 * @param fractionCount fractions of the course; empty if unknown
 * @param typedDoses dose figures taken from paper
 */
public record RiskCourse(
    String label,
    boolean previous,
    boolean paperOnly,
    OptionalDouble prescribedDoseGy,
    String prescribedTo,
    OptionalInt fractionCount,
    List<TypedOrganDose> typedDoses) {

  public RiskCourse {
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(prescribedTo, "prescribedTo");
    prescribedDoseGy.ifPresent(
        doseGy -> {
          if (!(doseGy >= 0 && doseGy < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("prescribedDoseGy must be >= 0: " + doseGy);
          }
        });
    fractionCount.ifPresent(
        count -> {
          if (count < 1) {
            throw new IllegalArgumentException("fractionCount must be >= 1: " + count);
          }
        });
    typedDoses = List.copyOf(typedDoses);
  }
}
