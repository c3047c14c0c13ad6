/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.numbers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.model.DoseSummation;
import org.recourse.model.Plan;

class PlanDoseSumTest {

  /** One rounding to float of a dose below 128 Gy. */
  private static final double FLOAT_STEP_GY = 1e-5;

  private final SliceExecutor executor = SliceExecutor.ofThreads(2);
  private final TwoCourseCase twoCourses = new TwoCourseCase();
  private final Plan plan = twoCourses.plan();

  @AfterEach
  void close() {
    executor.close();
  }

  @Test
  void sumsTheBeams() {
    assertEquals(60, doseGy(), FLOAT_STEP_GY);
  }

  @Test
  void workedExampleOfTheJavadoc() {
    plan.getBeams().get(1).setWeight(0.5);
    plan.getBeams().get(2).setEnabled(false);
    plan.setNormalisationPercent(110);
    plan.getPrescription().setTotalDoseGy(66);

    assertEquals(48.4, doseGy(), FLOAT_STEP_GY);
  }

  @Test
  void moreFractionsWithTheTotalKeptLeaveThePhysicalDose() {
    plan.getPrescription().setFractionCount(54);

    assertEquals(60, doseGy(), FLOAT_STEP_GY);
  }

  @Test
  void allBeamsOffIsNoDoseAnywhereRatherThanUnknown() {
    plan.getBeams().forEach(beam -> beam.setEnabled(false));

    assertEquals(0, doseGy());
  }

  @Test
  void takesThePlanSumWhereABeamDoseIsMissing() {
    plan.getDoses().remove(2);
    twoCourses.addDose(plan, "2.25.400", DoseSummation.PLAN, 58);
    plan.getBeams().get(0).setWeight(2);

    PlanDoseSum.Result result = result();

    assertEquals(58, result.dose().orElseThrow().doseGy().doseGyAt(0), FLOAT_STEP_GY);
    assertTrue(
        result.findings().stream().anyMatch(f -> f.text().contains("weights and on/off")),
        () -> result.findings().toString());
  }

  @Test
  void refusesToGuessAMissingBeamDose() {
    plan.getDoses().remove(2);

    PlanDoseSum.Result result = result();

    assertTrue(result.dose().isEmpty());
    assertTrue(result.findings().get(0).text().contains("Beam 3"));
    assertEquals(Finding.Severity.ERROR, result.findings().get(0).severity());
  }

  @Test
  void needsNoDoseOfABeamThatIsOff() {
    plan.getDoses().remove(2);
    plan.getBeams().get(2).setEnabled(false);

    assertEquals(50, doseGy(), FLOAT_STEP_GY);
  }

  @Test
  void multipliesADoseOfOneFraction() {
    plan.getDoses().clear();
    twoCourses.addDose(plan, "2.25.400", DoseSummation.FRACTION, 2);

    assertEquals(60, doseGy(), FLOAT_STEP_GY);

    plan.getPrescription().setFractionCount(15);
    assertEquals(60, doseGy(), FLOAT_STEP_GY);
  }

  @Test
  void refusesRelativeDoses() {
    plan.getDoses().clear();
    twoCourses.addDose(plan, "2.25.400", DoseSummation.PLAN, 1).setRelative(true);

    PlanDoseSum.Result result = result();

    assertTrue(result.dose().isEmpty());
    assertTrue(result.findings().get(0).text().contains("relative"));
  }

  @Test
  void saysThatTheDoseDoesNotFollowAnUnknownPrescription() {
    plan.unsetImportedTotalDoseGy();
    plan.getPrescription().setTotalDoseGy(120);

    PlanDoseSum.Result result = result();

    assertEquals(60, result.dose().orElseThrow().doseGy().doseGyAt(0), FLOAT_STEP_GY);
    assertTrue(result.findings().get(0).text().contains("does not follow the prescription"));
  }

  private double doseGy() {
    return result().dose().orElseThrow().doseGy().doseGyAt(3, 4, 5);
  }

  private PlanDoseSum.Result result() {
    return new PlanDoseSum(twoCourses.voxels(), executor)
        .of(PlanState.of(plan), new NullProgressMonitor());
  }
}
