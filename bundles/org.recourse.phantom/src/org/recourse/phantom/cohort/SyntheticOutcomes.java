/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.cohort;

/**
 * What happened to a synthetic patient after the re-irradiation. Immutable.
 *
 * @param necrosis nasopharyngeal necrosis; its risk is that of {@link TrueRisk}
 * @param recurrence recurrence; its log odds are −1 + 1.5 biology + 0.3 (N stage − 1.8), where
 *     biology is a standard normal number that is visible in the tumour
 * @param death death of any cause
 * @param fatalNecrosis death of necrosis (grade 5)
 */
public record SyntheticOutcomes(
    Outcome necrosis, Outcome recurrence, Outcome death, Outcome fatalNecrosis) {

  /**
   * One outcome.
   *
   * @param event whether it happened within the follow-up
   * @param followUpMonths time to it, or time without it
   * @param riskFraction its true probability within the follow-up where that is known by formula;
   *     for deaths the frequency of the patient's group
   */
  public record Outcome(boolean event, double followUpMonths, double riskFraction) {}
}
