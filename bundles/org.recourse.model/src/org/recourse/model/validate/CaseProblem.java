/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.model.validate;

import java.util.Objects;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * A constraint of the model that is not met. The record is immutable; the object it points to is
 * part of the live model and leads an editor to the place.
 *
 * @param severity how much it matters
 * @param sentence what is wrong, what follows and what to do
 * @param object the object that is wrong
 * @param feature the feature of {@code object} that is wrong, if it is one
 */
public record CaseProblem(
    Severity severity, String sentence, EObject object, Optional<EStructuralFeature> feature) {

  /** How much a problem matters; in rising order. */
  public enum Severity {
    /** Worth knowing; every number stands. */
    INFO,
    /** Numbers can be computed, but should be looked at. */
    WARNING,
    /** Some numbers cannot be computed, or would be wrong. */
    ERROR
  }

  public CaseProblem {
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(object, "object");
    Objects.requireNonNull(feature, "feature");
    if (sentence.isBlank()) {
      throw new IllegalArgumentException("a problem needs a sentence");
    }
  }
}
