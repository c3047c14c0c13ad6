/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.figure;

import java.util.Objects;
import org.recourse.learning.survival.SurvivalSample;

/**
 * Follow-up of one group of patients.
 *
 * @param name such as "high score"
 * @param followUp times in months
 */
public record SurvivalGroup(String name, SurvivalSample followUp) {
  public SurvivalGroup {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(followUp, "followUp");
  }
}
