/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.explanation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.recourse.assistant.numbers.NumbersComputation;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.PlanSnapshot;
import org.recourse.model.Patient;
import org.recourse.model.Sex;
import org.recourse.tuning.proposal.BundledTuning;
import org.recourse.tuning.proposal.CaseModels;
import org.recourse.tuning.proposal.HotSpotNetwork;

/** Shapley values of clinical facts beside the dose, for formulas whose values are known. */
class ClinicalSharesTest {

  private static final double ROUNDING = 1e-12;
  private static final double YEARS = 70;
  private static final double INTERACTION_PER_GY = 0.001;

  private final Patient patient = BundledTuning.opened().patientCase().getPatient();
  private final Sex sexBefore = patient.getSex();
  private final String birthBefore = patient.getBirthDate();

  /** A man of 70 years at the planned course. */
  @BeforeEach
  void become70() {
    String start =
        BundledTuning.snapshot().courses().stream()
            .reduce((first, last) -> last)
            .orElseThrow()
            .startDate();
    patient.setSex(Sex.MALE);
    patient.setBirthDate(LocalDate.parse(start).minusYears((long) YEARS).toString());
  }

  @AfterEach
  void asBefore() {
    patient.setSex(sexBefore);
    patient.setBirthDate(birthBefore);
  }

  private static PlanNumbers numbers(CaseModels models) {
    return new NumbersComputation(
            models.voxels(), models.risks(), models.protocols(), models.executor())
        .compute(
            PlanSnapshot.of(BundledTuning.opened().patientCase(), 7), new NullProgressMonitor());
  }

  private static double share(InputShares shares, String input) {
    return shares.shares().stream()
        .filter(share -> share.input().equals(input))
        .findFirst()
        .orElseThrow()
        .value();
  }

  /** In a sum every input has its own term. */
  @Test
  void theSharesOfASumAreItsTerms() {
    CaseModels models = BundledTuning.models(new ClinicalScore("test.sum", 0));
    PlanNumbers numbers = numbers(models);
    double aboveGy =
        numbers.planDose().orElseThrow().doseGy().maximumGy() - ClinicalScore.TYPICAL_GY;

    InputShares shares =
        new Explainer(models).shares("test.sum", numbers, new NullProgressMonitor());

    assertEquals(
        ClinicalScore.PER_YEAR * (YEARS - ClinicalScore.TYPICAL_YEARS),
        share(shares, "age"),
        ROUNDING);
    assertEquals(ClinicalScore.MALE, share(shares, "sex"), ROUNDING);
    assertEquals(ClinicalScore.PER_GY * aboveGy, share(shares, "dose"), ROUNDING);
    assertTrue(shares.fidelity().orElseThrow().passed());
    assertEquals("", shares.sentence());
    for (InputShare share : shares.shares()) {
      assertEquals(!share.input().equals("dose"), share.clinical());
    }
  }

  /** Two inputs that act together get half of what they add together, each. */
  @Test
  void anInteractionIsSharedInHalves() {
    CaseModels models = BundledTuning.models(new ClinicalScore("test.product", INTERACTION_PER_GY));
    PlanNumbers numbers = numbers(models);
    double aboveGy =
        numbers.planDose().orElseThrow().doseGy().maximumGy() - ClinicalScore.TYPICAL_GY;
    double together = INTERACTION_PER_GY * aboveGy;
    assertTrue(together > 0.01); // else the test would see nothing

    InputShares shares =
        new Explainer(models).shares("test.product", numbers, new NullProgressMonitor());

    assertEquals(ClinicalScore.MALE + together / 2, share(shares, "sex"), ROUNDING);
    assertEquals(ClinicalScore.PER_GY * aboveGy + together / 2, share(shares, "dose"), ROUNDING);
    assertEquals(
        ClinicalScore.PER_YEAR * (YEARS - ClinicalScore.TYPICAL_YEARS),
        share(shares, "age"),
        ROUNDING);
  }

  @Test
  void aModelThatCannotBeAskedInPartsSaysSo() {
    CaseModels models = BundledTuning.models(new HotSpotNetwork("PTVnx", "synthetic", true));

    InputShares shares =
        new Explainer(models).shares(HotSpotNetwork.ID, numbers(models), new NullProgressMonitor());

    assertTrue(shares.shares().isEmpty());
    assertFalse(shares.sentence().isEmpty());
  }
}
