/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.cases;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One patient of a cohort, without images. Immutable.
 *
 * @param id name of the patient in the cohort, not blank
 * @param centre hospital or scanner by which features are harmonised; may be empty
 * @param split such as {@code train}, {@code validation} or {@code test}; may be empty
 * @param caseFolder folder of the case, relative to the folder of the cohort; may be empty
 * @param clinical clinical values as text, by name; what is not known is absent
 * @param outcomes outcomes by name, such as {@code necrosis}; what is not known is absent
 */
public record CohortPatient(
    String id,
    String centre,
    String split,
    String caseFolder,
    Map<String, String> clinical,
    Map<String, PatientOutcome> outcomes) {

  public CohortPatient {
    Objects.requireNonNull(centre, "centre");
    Objects.requireNonNull(split, "split");
    Objects.requireNonNull(caseFolder, "caseFolder");
    if (id.isBlank()) {
      throw new IllegalArgumentException("a patient of a cohort needs an id");
    }
    clinical = Collections.unmodifiableMap(new LinkedHashMap<>(clinical));
    outcomes = Collections.unmodifiableMap(new LinkedHashMap<>(outcomes));
  }

  public Optional<PatientOutcome> outcome(String name) {
    return Optional.ofNullable(outcomes.get(name));
  }

  /** Returns a clinical value as text, or empty if it is not known. */
  public Optional<String> clinicalText(String name) {
    return Optional.ofNullable(clinical.get(name));
  }

  /** Returns a clinical value as number, or empty if it is not known or no finite number. */
  public OptionalDouble clinicalNumber(String name) {
    try {
      String text = clinical.get(name);
      double value = text == null ? Double.NaN : Double.parseDouble(text);
      return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty(); // a word; the import check says so where a number is expected
    }
  }

  /** Returns the same patient in another split. */
  public CohortPatient inSplit(String other) {
    return new CohortPatient(id, centre, other, caseFolder, clinical, outcomes);
  }
}
