/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.model.validate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recourse.model.Beam;
import org.recourse.model.DoseDistribution;
import org.recourse.model.FrameOfReference;
import org.recourse.model.Registration;
import org.recourse.model.samples.SampleCases;
import org.recourse.model.validate.CaseProblem.Severity;

class PlanRulesTest extends ValidatedCase {

  @Test
  void missingFractionsAreAnError() {
    prescription.unsetFractionCount();

    assertOnly(
        Severity.ERROR,
        prescription,
        MODEL.getPrescription_FractionCount(),
        "The fraction number of plan \"Plan A\" is not known, so EQD2 cannot be computed. Enter the"
            + " fractions in Courses.");
  }

  @Test
  void aDoseWithoutPlanIsSaidInTheWordsOfTheWindow() {
    plan.setReference(null);
    prescription.unsetFractionCount();

    assertOnly(
        Severity.ERROR,
        prescription,
        MODEL.getPrescription_FractionCount(),
        "The dose has no plan: it is shown, but no fraction number is known, so EQD2 cannot be"
            + " computed. Enter the fractions in Courses.");
  }

  @Test
  void aDoseWithoutPlanAndPrescriptionIsSaidOnce() {
    plan.setReference(null);
    plan.setPrescription(null);

    assertOnly(Severity.ERROR, plan, MODEL.getPlan_Prescription(), "The dose has no plan");
  }

  @Test
  void anUnknownTotalDoseIsAWarning() {
    prescription.unsetTotalDoseGy();

    assertOnly(
        Severity.WARNING, prescription, MODEL.getPrescription_TotalDoseGy(), "in percent of it");
  }

  @ParameterizedTest(name = "{0} Gy in {1} fractions: warning {2}")
  @CsvSource({
    "60, 30, false",
    "30, 1, false", // the bound itself is usual
    "30.1, 1, true",
    "12, 120, false",
    "11.9, 120, true"
  })
  void dosePerFractionOutsideTheUsualRangeIsAWarning(double gy, int fractions, boolean warned) {
    prescription.setTotalDoseGy(gy);
    prescription.setFractionCount(fractions);

    List<CaseProblem> problems = validator.validate(sample);

    assertEquals(warned ? 1 : 0, problems.size());
    if (warned) {
      assertEquals(Severity.WARNING, problems.getFirst().severity());
      assertTrue(problems.getFirst().sentence().contains("Gy per fraction"));
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 30, TotalDose", "-2, 30, TotalDose", "NaN, 30, TotalDose", "60, 0, Fraction"})
  void nonsenseInThePrescriptionIsAnError(double gy, int fractions, String feature) {
    prescription.setTotalDoseGy(gy);
    prescription.setFractionCount(fractions);

    CaseProblem problem = only();

    assertEquals(Severity.ERROR, problem.severity());
    assertTrue(
        problem.feature().orElseThrow().getName().contains(feature.substring(1)),
        problem.toString());
  }

  @Test
  void twiceDailyNeedsHours() {
    prescription.setFractionsPerDay(2);

    assertOnly(
        Severity.WARNING,
        prescription,
        MODEL.getPrescription_HoursBetweenFractions(),
        "has 2 fractions per day, but the hours between them are not known");
  }

  @ParameterizedTest
  @CsvSource({
    "2, 6, ",
    "2, 5.5, WARNING",
    "2, 24, ERROR",
    "3, 12, ERROR",
    "1, 6, INFO",
    "2, 0, ERROR"
  })
  void hoursMustFitIntoADay(int perDay, double hours, Severity expected) {
    prescription.setFractionsPerDay(perDay);
    prescription.setHoursBetweenFractions(hours);

    assertEquals(
        expected == null ? List.of() : List.of(expected),
        validator.validate(sample).stream().map(CaseProblem::severity).toList());
  }

  @Test
  void aPlanNeedsAPrescriptionAndADose() {
    plan.setPrescription(null);
    assertOnly(Severity.ERROR, plan, MODEL.getPlan_Prescription(), "has no prescription");
    plan.setPrescription(SampleCases.prescription(60, 30));
    plan.getDoses().clear();
    assertOnly(Severity.WARNING, plan, MODEL.getPlan_Doses(), "has no dose");
  }

  @ParameterizedTest
  @CsvSource({"0, ERROR", "-1, ERROR", "NaN, ERROR", "40, WARNING", "151, WARNING"})
  void theNormalisationMustBePossible(double percent, Severity severity) {
    plan.setNormalisationPercent(percent);

    assertOnly(severity, plan, MODEL.getPlan_NormalisationPercent(), "normalised to");
  }

  @ParameterizedTest
  @CsvSource({"-0.5", "NaN", "Infinity"})
  void aWeightIsNotNegative(double weight) {
    Beam beam = plan.getBeams().getFirst();
    beam.setWeight(weight);

    assertOnly(Severity.ERROR, beam, MODEL.getBeam_Weight(), "a weight is 0 or more");
  }

  @Test
  void aWeightWithoutBeamDoseHasNoEffect() {
    Beam beam = plan.getBeams().getFirst();
    plan.getDoses().removeFirst();
    assertEquals(List.of(), validator.validate(sample));

    beam.setWeight(0.8);
    assertOnly(Severity.WARNING, beam, MODEL.getBeam_Weight(), "no dose of this beam alone");
    beam.setWeight(1);
    beam.setEnabled(false);
    assertOnly(Severity.WARNING, beam, MODEL.getBeam_Enabled(), "is taken out");
  }

  @Test
  void beamNumbersMayNotOccurTwice() {
    plan.getBeams().get(1).setNumber(1);

    assertOnly(Severity.ERROR, plan.getBeams().get(1), MODEL.getBeam_Number(), "number 1");
  }

  @Test
  void aRelativeDoseIsNotUsed() {
    DoseDistribution dose = plan.getDoses().getFirst();
    dose.setRelative(true);

    assertOnly(Severity.ERROR, dose, MODEL.getDoseDistribution_Relative(), "relative units");
  }

  @Test
  void aBeamDoseNamesItsBeam() {
    DoseDistribution dose = plan.getDoses().getFirst();
    dose.setBeam(null);

    assertOnly(Severity.WARNING, dose, MODEL.getDoseDistribution_Beam(), "not known of which");
  }

  @Test
  void aDoseMustBeReachableFromThePlannedCourse() {
    sample.getRegistrations().clear();

    assertOnly(
        Severity.WARNING,
        first.getPlans().getFirst().getDoses().getFirst(),
        MODEL.getDoseDistribution_FrameOfReference(),
        "no registration leads to frame of reference \"2024\"");
  }

  @Test
  void aChainOfRegistrationsConnects() {
    FrameOfReference between = MAKE.createFrameOfReference();
    between.setUid("1.2.3.3");
    sample.getFramesOfReference().add(between);
    Registration second = EcoreUtil.copy(registration);
    second.setFrom(sample.getFramesOfReference().get(0));
    second.setTo(between);
    registration.setTo(between);
    sample.getRegistrations().add(second);

    assertEquals(List.of(), validator.validate(sample));
  }
}
