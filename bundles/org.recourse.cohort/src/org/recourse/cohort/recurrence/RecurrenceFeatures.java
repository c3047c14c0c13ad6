/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.recurrence;

import java.util.List;
import org.recourse.cohort.learned.ClinicalColumns;

/** Names of the columns: {@code T2/original_…}, {@code T2/deep_17}, {@code clinical/ageYears}. */
public final class RecurrenceFeatures {

  private static final String DEEP = "/deep_";

  private RecurrenceFeatures() {}

  /** What a column is. */
  public enum Kind {
    HANDCRAFTED,
    DEEP,
    CLINICAL
  }

  public static Kind kind(String name) {
    if (ClinicalColumns.isOne(name)) {
      return Kind.CLINICAL;
    }
    return name.contains(DEEP) ? Kind.DEEP : Kind.HANDCRAFTED;
  }

  /** Names of the deep features of a sequence, counted from 0. */
  public static List<String> deepNames(String sequence, int count) {
    return java.util.stream.IntStream.range(0, count).mapToObj(i -> sequence + DEEP + i).toList();
  }
}
