/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.explanation;

import java.util.Objects;

/**
 * Shapley value of a group of inputs: its mean contribution over all orders in which the groups may
 * become known, against the typical patient of the training and no dose. The values add to the
 * difference between the score and that of nothing known. Immutable.
 *
 * @param input the group in words, such as "T1C image" or "dose"
 * @param value contribution to the score
 * @param clinical whether it is a clinical fact of the patient, such as "age"
 * @param standardError of a sampled value; 0 for an exact one
 */
public record InputShare(String input, boolean clinical, double value, double standardError) {
  public InputShare {
    Objects.requireNonNull(input, "input");
    if (!(standardError >= 0)) {
      throw new IllegalArgumentException("standardError must be >= 0: " + standardError);
    }
  }
}
