/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.numbers;

import java.util.OptionalDouble;
import org.recourse.model.TypedDose;

/**
 * A dose figure typed from a paper record. Immutable.
 *
 * @param structureName name of the structure
 * @param metric metric as text, such as D0.1cc
 * @param doseGy physical dose of the whole course; empty if not typed yet
 * @param sourceText where the figure was read
 */
public record TypedDoseState(
    String structureName, String metric, OptionalDouble doseGy, String sourceText) {

  static TypedDoseState of(TypedDose dose) {
    return new TypedDoseState(
        Texts.of(dose.getStructureName()),
        Texts.of(dose.getMetric()),
        dose.isSetDoseGy() ? OptionalDouble.of(dose.getDoseGy()) : OptionalDouble.empty(),
        Texts.of(dose.getSourceText()));
  }
}
