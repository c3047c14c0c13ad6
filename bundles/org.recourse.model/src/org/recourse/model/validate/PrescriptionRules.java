/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.model.validate;

import org.eclipse.emf.ecore.EObject;
import org.recourse.model.Course;
import org.recourse.model.ModelPackage;
import org.recourse.model.Plan;
import org.recourse.model.Prescription;
import org.recourse.model.course.CourseDoses;

/**
 * Rules of prescriptions: known, positive, and within what is ever given to patients.
 *
 * @param problems where problems go
 */
record PrescriptionRules(Problems problems) {

  private static final ModelPackage MODEL = ModelPackage.eINSTANCE;

  /** From low-dose total body irradiation to single-fraction radiosurgery. */
  private static final double USUAL_MIN_PER_FRACTION_GY = 0.1;

  private static final double USUAL_MAX_PER_FRACTION_GY = 30;
  private static final int USUAL_MAX_PER_DAY = 3;

  /** Below it sublethal damage of late-reacting tissue is not repaired between two fractions. */
  private static final double USUAL_MIN_HOURS = 6;

  private static final double HOURS_OF_DAY = 24;

  void check(Prescription prescription) {
    String where = where(prescription);
    checkFractions(prescription, where);
    checkDose(prescription, where);
    checkDay(prescription, where);
  }

  private static String where(Prescription prescription) {
    EObject owner = prescription.eContainer();
    return switch (owner) {
      case Plan plan -> Words.plan(plan);
      case Course course -> Words.course(course);
      case null, default -> "the prescription";
    };
  }

  private void checkFractions(Prescription prescription, String where) {
    if (!prescription.isSetFractionCount()) {
      problems.error(
          prescription,
          MODEL.getPrescription_FractionCount(),
          isDoseWithoutPlan(prescription)
              ? "The dose has no plan: it is shown, but no fraction number is known, so EQD2 cannot"
                  + " be computed. Enter the fractions in Courses."
              : "The fraction number of "
                  + where
                  + " is not known, so EQD2 cannot be computed. Enter the fractions in Courses.");
    } else if (prescription.getFractionCount() < 1) {
      problems.error(
          prescription,
          MODEL.getPrescription_FractionCount(),
          Words.first(where)
              + " has "
              + prescription.getFractionCount()
              + " fractions; a course has at least one. Correct the number.");
    }
  }

  private static boolean isDoseWithoutPlan(Prescription prescription) {
    return prescription.eContainer() instanceof Plan plan
        && plan.getReference() == null
        && !plan.getDoses().isEmpty();
  }

  private void checkDose(Prescription prescription, String where) {
    if (!prescription.isSetTotalDoseGy()) {
      problems.warning(
          prescription,
          MODEL.getPrescription_TotalDoseGy(),
          "The prescribed dose of "
              + where
              + " is not known, so nothing can be given in percent of it. Enter the total dose.");
      return;
    }
    double totalGy = prescription.getTotalDoseGy();
    if (!(totalGy > 0 && Double.isFinite(totalGy))) {
      problems.error(
          prescription,
          MODEL.getPrescription_TotalDoseGy(),
          "The prescribed dose of "
              + where
              + " is "
              + Words.number(totalGy)
              + " Gy; it must be greater than 0. Correct the total dose.");
      return;
    }
    CourseDoses.dosePerFractionGy(prescription)
        .ifPresent(perFractionGy -> checkPerFraction(prescription, where, perFractionGy));
  }

  private void checkPerFraction(Prescription prescription, String where, double perFractionGy) {
    if (perFractionGy < USUAL_MIN_PER_FRACTION_GY || perFractionGy > USUAL_MAX_PER_FRACTION_GY) {
      problems.warning(
          prescription,
          MODEL.getPrescription_FractionCount(),
          Words.first(where)
              + " gives "
              + Words.number(perFractionGy)
              + " Gy per fraction ("
              + Words.number(prescription.getTotalDoseGy())
              + " Gy in "
              + prescription.getFractionCount()
              + "), outside "
              + Words.number(USUAL_MIN_PER_FRACTION_GY)
              + " to "
              + Words.number(USUAL_MAX_PER_FRACTION_GY)
              + " Gy. Check total dose and fractions.");
    }
  }

  private void checkDay(Prescription prescription, String where) {
    int perDay = prescription.getFractionsPerDay();
    if (perDay < 1) {
      problems.error(
          prescription,
          MODEL.getPrescription_FractionsPerDay(),
          Words.first(where) + " has " + perDay + " fractions per day; enter 1 or more.");
      return;
    }
    if (perDay > USUAL_MAX_PER_DAY) {
      problems.warning(
          prescription,
          MODEL.getPrescription_FractionsPerDay(),
          Words.first(where) + " has " + perDay + " fractions per day. Check the number.");
    }
    checkHours(prescription, where, perDay);
  }

  private void checkHours(Prescription prescription, String where, int perDay) {
    var feature = MODEL.getPrescription_HoursBetweenFractions();
    if (!prescription.isSetHoursBetweenFractions()) {
      if (perDay > 1) {
        problems.warning(
            prescription,
            feature,
            Words.first(where)
                + " has "
                + perDay
                + " fractions per day, but the hours between them are not known, so incomplete"
                + " repair cannot be judged. Enter the hours.");
      }
      return;
    }
    double hours = prescription.getHoursBetweenFractions();
    if (perDay == 1) {
      problems.info(
          prescription,
          feature,
          Words.first(where)
              + " has one fraction per day; the hours between fractions are not used.");
    } else if (!(hours > 0 && hours * (perDay - 1) < HOURS_OF_DAY)) {
      problems.error(
          prescription,
          feature,
          perDay
              + " fractions "
              + Words.number(hours)
              + " hours apart do not fit into one day ("
              + where
              + "). Correct the hours.");
    } else if (hours < USUAL_MIN_HOURS) {
      problems.warning(
          prescription,
          feature,
          Words.first(where)
              + " leaves "
              + Words.number(hours)
              + " hours between fractions, less than 6: repair of late-reacting tissue is"
              + " incomplete. Check the hours.");
    }
  }
}
