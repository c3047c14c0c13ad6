/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.internal.cohort;

import org.recourse.phantom.cohort.HiddenMechanism.Fragility;

/**
 * What decides the truth of a patient: tissue, biology of the tumour and prescription. Immutable.
 *
 * <p>The two fragilities share a part, so that their correlation is 0.4. Who prescribes sees
 * scarred tissue and gives less dose: the prescription has a correlation of −0.45 with the mean
 * fragility.
 *
 * @param fragility fragility of the tissue
 * @param biology standard normal number behind the recurrence
 * @param prescribedGy prescription of the re-irradiation
 * @param fractionCount its fractions
 * @param firstPrescribedGy prescription of the first course
 * @param firstFractionCount its fractions
 */
record PatientDraw(
    Fragility fragility,
    double biology,
    double prescribedGy,
    int fractionCount,
    double firstPrescribedGy,
    int firstFractionCount) {

  private static final double SHARED = 0.4;
  private static final double LIMIT = 2.2;
  private static final double CAUTION = 0.45;
  private static final double MEAN_GY = 62;
  private static final double DEVIATION_GY = 2.8;
  private static final double LEAST_GY = 50;
  private static final double MOST_GY = 70;

  static PatientDraw of(SeededRandom random, boolean twiceDaily) {
    double shared = Math.sqrt(SHARED) * random.normal();
    double anterior = cut(shared + Math.sqrt(1 - SHARED) * random.normal());
    double posterior = cut(shared + Math.sqrt(1 - SHARED) * random.normal());
    double biology = random.normal(LIMIT);
    double mean = (anterior + posterior) / 2 / Math.sqrt((1 + SHARED) / 2);
    double will = -CAUTION * mean + Math.sqrt(1 - CAUTION * CAUTION) * random.normal();
    double prescribedGy =
        Math.round(10 * Math.clamp(MEAN_GY + DEVIATION_GY * will, LEAST_GY, MOST_GY)) / 10.0;
    double perFractionGy = random.uniform(1.95, 2.3);
    int firstFractions = 32 + random.among(1, 4, 1);
    double firstGy = 70 + random.uniform(-0.5, 0.5);
    return new PatientDraw(
        new Fragility(anterior, posterior),
        biology,
        prescribedGy,
        (int) Math.round(prescribedGy / (twiceDaily ? 0.58 * perFractionGy : perFractionGy)),
        firstGy,
        firstFractions);
  }

  private static double cut(double z) {
    return Math.clamp(z, -LIMIT, LIMIT);
  }
}
