/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.cohort.internal.registry;

import java.util.Objects;

/**
 * What the view asks the registry.
 *
 * @param outcome outcome; empty text for the first that there is
 * @param modelId model; empty text for the first that there is
 * @param horizonMonths months from the treatment start, at least one
 * @param monthsPerPeriod length of a period
 */
record RegistryQuestion(String outcome, String modelId, int horizonMonths, int monthsPerPeriod) {

  private static final double DAYS_PER_MONTH = 30.4375;

  RegistryQuestion {
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(modelId, "modelId");
  }

  int horizonDays() {
    return (int) Math.round(horizonMonths * DAYS_PER_MONTH);
  }
}
