/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.model.validate;

import java.util.HashSet;
import java.util.List;
import org.recourse.model.Beam;
import org.recourse.model.ControlPoint;
import org.recourse.model.DoseDistribution;
import org.recourse.model.DoseSummation;
import org.recourse.model.ModelPackage;
import org.recourse.model.Plan;

/**
 * Rules of plans and beams.
 *
 * @param problems where problems go
 */
record PlanRules(Problems problems) {

  private static final ModelPackage MODEL = ModelPackage.eINSTANCE;
  private static final double USUAL_MIN_NORMALISATION_PERCENT = 50;
  private static final double USUAL_MAX_NORMALISATION_PERCENT = 150;
  private static final double IMPORTED_WEIGHT = 1;

  void check(Plan plan) {
    String name = Words.first(Words.plan(plan));
    if (plan.getPrescription() == null) {
      problems.error(
          plan,
          MODEL.getPlan_Prescription(),
          plan.getReference() == null && !plan.getDoses().isEmpty()
              ? "The dose has no plan: it is shown, but no fraction number is known, so EQD2 cannot"
                  + " be computed. Enter the fractions in Courses."
              : name
                  + " has no prescription, so EQD2 cannot be computed. Enter dose and fractions.");
    }
    if (plan.getDoses().isEmpty()) {
      problems.warning(
          plan,
          MODEL.getPlan_Doses(),
          name + " has no dose: no DVH and no risk can be computed. Import its dose.");
    }
    checkNormalisation(plan, name);
    checkBeamNumbers(plan, name);
    if (!plan.getBeams().isEmpty() && plan.getBeams().stream().noneMatch(Beam::isEnabled)) {
      problems.warning(
          plan,
          MODEL.getPlan_Beams(),
          name + " has no beam that is on. Put at least one beam back.");
    }
  }

  private void checkNormalisation(Plan plan, String name) {
    double percent = plan.getNormalisationPercent();
    if (!(percent > 0 && Double.isFinite(percent))) {
      problems.error(
          plan,
          MODEL.getPlan_NormalisationPercent(),
          name
              + " is normalised to "
              + Words.number(percent)
              + " %; it must be greater than 0. 100 % is the imported plan.");
    } else if (percent < USUAL_MIN_NORMALISATION_PERCENT
        || percent > USUAL_MAX_NORMALISATION_PERCENT) {
      problems.warning(
          plan,
          MODEL.getPlan_NormalisationPercent(),
          name
              + " is normalised to "
              + Words.number(percent)
              + " %, far from the imported plan (100 %). Check the factor.");
    }
  }

  private void checkBeamNumbers(Plan plan, String name) {
    var numbers = new HashSet<Integer>();
    for (Beam beam : plan.getBeams()) {
      if (!numbers.add(beam.getNumber())) {
        problems.error(
            beam,
            MODEL.getBeam_Number(),
            name
                + " has two beams with the number "
                + beam.getNumber()
                + ": their doses cannot be told apart. Correct the plan and import it again.");
      }
    }
  }

  void check(Beam beam) {
    String name = Words.first(Words.beam(beam));
    if (!(beam.getWeight() >= 0 && Double.isFinite(beam.getWeight()))) {
      problems.error(
          beam,
          MODEL.getBeam_Weight(),
          name
              + " has the weight "
              + Words.number(beam.getWeight())
              + "; a weight is 0 or more. 1 is the imported beam.");
    } else if (isChanged(beam) && !hasOwnDose(beam)) {
      problems.warning(
          beam,
          beam.isEnabled() ? MODEL.getBeam_Weight() : MODEL.getBeam_Enabled(),
          name
              + (beam.isEnabled()
                  ? " has the weight " + Words.number(beam.getWeight())
                  : " is taken out")
              + ", but there is no dose of this beam alone, so the dose does not follow. Import the"
              + " beam doses, or go back to the imported beam.");
    }
    if (!beam.getIsocentreMm().isEmpty() && beam.getIsocentreMm().size() != 3) {
      problems.error(
          beam,
          MODEL.getBeam_IsocentreMm(),
          name + " has an isocentre that is not three numbers. Enter x, y and z in mm.");
    }
    checkControlPoints(beam, name);
  }

  private static boolean isChanged(Beam beam) {
    return !beam.isEnabled() || beam.getWeight() != IMPORTED_WEIGHT;
  }

  private static boolean hasOwnDose(Beam beam) {
    return beam.eContainer() instanceof Plan plan
        && plan.getDoses().stream().anyMatch(dose -> isDoseOf(dose, beam));
  }

  private static boolean isDoseOf(DoseDistribution dose, Beam beam) {
    return dose.getSummation() == DoseSummation.BEAM && dose.getBeam() == beam;
  }

  private void checkControlPoints(Beam beam, String name) {
    double before = 0;
    for (ControlPoint point : beam.getControlPoints()) {
      if (point.isSetCumulativeWeightFraction()) {
        double weight = point.getCumulativeWeightFraction();
        if (!(weight >= before && weight <= 1)) {
          problems.warning(
              point,
              MODEL.getControlPoint_CumulativeWeightFraction(),
              name
                  + " has the cumulative weight "
                  + Words.number(weight)
                  + " at control point "
                  + point.getIndex()
                  + "; it should rise from 0 to 1. The imported dose is not affected.");
        }
        before = Math.max(before, weight);
      }
      checkPairs(point, name);
    }
  }

  private void checkPairs(ControlPoint point, String name) {
    for (List<Double> jaw : List.of(point.getJawXMm(), point.getJawYMm())) {
      if (!jaw.isEmpty() && (jaw.size() != 2 || jaw.get(0) > jaw.get(1))) {
        problems.warning(
            point,
            jaw == point.getJawXMm()
                ? MODEL.getControlPoint_JawXMm()
                : MODEL.getControlPoint_JawYMm(),
            name
                + " has jaws that are not two rising positions at control point "
                + point.getIndex()
                + ": "
                + jaw
                + " mm. The imported dose is not affected.");
      }
    }
    if (point.getLeafPositionsMm().size() % 2 != 0) {
      problems.warning(
          point,
          MODEL.getControlPoint_LeafPositionsMm(),
          name
              + " has an odd number of leaf positions at control point "
              + point.getIndex()
              + ": the two banks do not match. The imported dose is not affected.");
    }
  }
}
