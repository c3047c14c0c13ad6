/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.cohort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.recourse.phantom.cohort.HiddenMechanism.Fragility;

class HiddenMechanismTest {

  /** Patients of the check of every build; 5,000 with -Drecourse.full. */
  private static final int PATIENTS = Boolean.getBoolean("recourse.full") ? 5000 : 1500;

  /** Four standard errors of an AUC near 0.7 with 1,500 patients of whom a third had the event. */
  private static final double SLACK = Boolean.getBoolean("recourse.full") ? 0 : 0.03;

  private final HiddenMechanism mechanism = HiddenMechanism.STANDARD;

  @Test
  void workedExample() {
    assertEquals(WORKED_RISK, mechanism.riskFraction(0.95), 5e-5);
    assertEquals(0.5, mechanism.riskFraction(1), 1e-12);
    assertEquals(0, mechanism.riskFraction(0), 0);
    var calm = new Fragility(0, 0);
    assertEquals(mechanism.toleranceGy(), mechanism.toleranceGy(calm, 0.3), 1e-9);
    double[] ones = new double[2];
    Arrays.fill(ones, 1);
    var risk =
        new TrueRisk(
            mechanism,
            new double[6],
            new double[] {mechanism.toleranceGy(), mechanism.toleranceGy()},
            ones,
            new double[] {mechanism.toleranceGy() - 62, mechanism.toleranceGy() - 62},
            new TrueRisk.Schedule(31, 1));
    assertEquals(0.5, risk.evaluate(new double[] {62, 62}), 1e-12); // 2 Gy a day: EQD2 is the dose
  }

  private static final double WORKED_RISK = 0.0863;

  @Test
  void twiceDailyDoesMoreThanTheSameFractionsOnceDaily() {
    var once = new TrueRisk.Schedule(50, 1);
    var twice = new TrueRisk.Schedule(50, 2);
    // 60 Gy in 50: 60 (1.2 + 3) / 5 = 50.4; with exp(-1.5 ln 2) = 0.3536 left: 60 (1.6243 + 3) / 5.
    assertEquals(50.4, once.eqd2Gy(60), 1e-9);
    assertEquals(55.49, twice.eqd2Gy(60), 5e-3);
  }

  @Test
  void neitherDoseNorImagesAloneSuffice() {
    var oracles = new Oracles(new SyntheticCohort(11, CohortSettings.STANDARD), PATIENTS);
    double full = oracles.fullAuc();
    double dose = oracles.doseOnlyAuc();
    double image = oracles.imageOnlyAuc();
    String figures =
        "all "
            + full
            + ", dose "
            + dose
            + ", image "
            + image
            + ", mean dose "
            + oracles.meanDoseAuc()
            + ", incidence "
            + oracles.incidence();
    assertTrue(full > 0.80 - SLACK && full < 0.88 + SLACK, figures);
    assertTrue(dose < 0.72 + SLACK, figures);
    assertTrue(image < 0.72 + SLACK, figures);
    assertTrue(oracles.meanDoseAuc() < dose - 0.03, figures);
    assertEquals(1.0 / 3, oracles.incidence(), 0.03 + SLACK, figures);
  }
}
