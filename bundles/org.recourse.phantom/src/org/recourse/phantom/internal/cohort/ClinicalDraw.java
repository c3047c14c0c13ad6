/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.internal.cohort;

import org.recourse.phantom.cohort.ClinicalFacts;
import org.recourse.phantom.cohort.SyntheticOutcomes;
import org.recourse.phantom.cohort.SyntheticOutcomes.Outcome;

/** Draws clinical facts and what happens afterwards. Not thread-safe. */
final class ClinicalDraw {

  private static final double NECROSIS_MEDIAN_MONTHS = 6;
  private static final double FATAL_SHARE = 0.45; // of necroses that involve the carotid artery
  private static final double RECURRENCE_MEDIAN_MONTHS = 14;
  private static final double YEARLY_HAZARD = 0.10;
  private static final double FACTOR_NECROSIS = 2.2;
  private static final double FACTOR_RECURRENCE = 2.5;

  private final SeededRandom random;

  ClinicalDraw(SeededRandom random) {
    this.random = random;
  }

  /** Frequencies of Liu 2023, table 1, training cohort, unless said otherwise. */
  ClinicalFacts facts(double tumourVolumeCm3) {
    double age = Math.clamp(47 + 9 * random.normal(), 24, 75);
    boolean male = random.chance(0.752);
    double bmi = Math.clamp(22.3 + 2.8 * random.normal(), 15, 35);
    boolean diabetes = random.chance(0.033);
    boolean hypertension = random.chance(0.074);
    int recurrentT = recurrentT(tumourVolumeCm3);
    int nStage = random.among(0.086, 0.253, 0.537, 0.140); // Hu 2025, training cohort
    int overall = Math.max(recurrentT, random.among(0.01, 0.10, 0.6, 0.29) + 1); // about Gao 2025
    boolean nodes = random.chance(0.305);
    int who = 3 - random.among(0.945, 0.010, 0.045);
    double interval = Math.clamp(34 * Math.exp(0.78 * random.normal()), 6, 200);
    boolean tomotherapy = random.chance(0.107);
    boolean chemotherapy = random.chance(0.693);
    double haemoglobin = Math.clamp(137 + 16 * random.normal(), 80, 185);
    return new ClinicalFacts(
        age,
        male,
        bmi,
        diabetes,
        hypertension,
        recurrentT,
        nStage,
        overall,
        nodes,
        who,
        interval,
        tumourVolumeCm3,
        tomotherapy,
        chemotherapy,
        haemoglobin);
  }

  /** Larger tumours have a higher T; about 5, 11, 49.5 and 34.5 % over all. */
  private int recurrentT(double volumeCm3) {
    double rank = Math.log(volumeCm3 / 40.6) / 0.80 + 0.7 * random.normal();
    double deviation = rank / Math.sqrt(1 + 0.49);
    if (deviation < -1.645) {
      return 1;
    }
    if (deviation < -0.994) {
      return 2;
    }
    return deviation < 0.399 ? 3 : 4;
  }

  /**
   * Draws outcomes. Necrosis and recurrence, if they happen, happen within the follow-up.
   *
   * @param necrosisRisk probability of necrosis
   * @param biology normal number behind the recurrence
   */
  SyntheticOutcomes outcomes(double necrosisRisk, double biology, int nStage) {
    double followUp = Math.clamp(44 * Math.exp(0.4 * random.normal()), 12, 120);
    boolean necrosis = random.chance(necrosisRisk);
    double necrosisTime = within(NECROSIS_MEDIAN_MONTHS, followUp);
    double recurrenceRisk = 1 / (1 + Math.exp(1 - 1.5 * biology - 0.3 * (nStage - 1.8)));
    boolean recurrence = random.chance(recurrenceRisk);
    double recurrenceTime = within(RECURRENCE_MEDIAN_MONTHS, followUp);
    boolean fatal = necrosis && random.chance(FATAL_SHARE);
    double fatalTime = Math.min(followUp, necrosisTime + within(8, followUp));
    double hazard =
        YEARLY_HAZARD
            * (necrosis ? FACTOR_NECROSIS : 1)
            * (recurrence ? FACTOR_RECURRENCE : 1)
            / 12;
    double naturalTime = -Math.log(1 - random.uniform()) / hazard;
    double deathTime = fatal ? Math.min(fatalTime, naturalTime) : naturalTime;
    boolean death = deathTime < followUp || fatal;
    double last = Math.min(followUp, deathTime);
    // What was drawn stays an event even if death comes first: then it is dated to the death.
    return new SyntheticOutcomes(
        new Outcome(necrosis, necrosis ? Math.min(necrosisTime, last) : last, necrosisRisk),
        new Outcome(recurrence, recurrence ? Math.min(recurrenceTime, last) : last, recurrenceRisk),
        new Outcome(death, last, 1 - Math.exp(-hazard * followUp)),
        new Outcome(fatal && fatalTime <= naturalTime, last, necrosisRisk * FATAL_SHARE));
  }

  /** An exponential time with this median, cut at the end of the follow-up. */
  private double within(double medianMonths, double endMonths) {
    double whole = 1 - Math.pow(0.5, endMonths / medianMonths);
    return -Math.log(1 - random.uniform() * whole) * medianMonths / Math.log(2);
  }
}
