/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.write;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.recourse.model.Sex;

/**
 * The patient named in every object of a study.
 *
 * @param id Patient ID
 * @param name Patient name as {@code Family^Given}, any script
 * @param birthDate birth date; empty if unknown
 * @param sex sex as recorded
 */
public record WrittenPatient(String id, String name, Optional<LocalDate> birthDate, Sex sex) {

  public WrittenPatient {
    if (id.isBlank() || name.isBlank()) {
      throw new IllegalArgumentException("patient needs an ID and a name: '" + id + "', '" + name);
    }
    Objects.requireNonNull(birthDate, "birthDate");
    Objects.requireNonNull(sex, "sex");
  }
}
