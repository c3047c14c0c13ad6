/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.audit;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that was shown of one revision of a plan. Immutable and equal by content.
 *
 * @param numberByKey every number; the key says what it is and ends in its unit, such as {@code
 *     structures/02 Brainstem/physical/dMeanGy}
 * @param textByKey what is no number: verdicts, categories, why there is none, and the digest of
 *     the voxels of the plan dose
 */
public record RecordedNumbers(
    SortedMap<String, Double> numberByKey, SortedMap<String, String> textByKey) {

  public RecordedNumbers {
    numberByKey = Collections.unmodifiableSortedMap(new TreeMap<>(numberByKey));
    textByKey = Collections.unmodifiableSortedMap(new TreeMap<>(textByKey));
    numberByKey.forEach(
        (key, value) -> {
          if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(key + " is not finite: " + value);
          }
        });
  }
}
