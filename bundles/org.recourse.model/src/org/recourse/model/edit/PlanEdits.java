/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.model.edit;

import java.util.OptionalDouble;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.edit.domain.EditingDomain;
import org.recourse.model.Beam;
import org.recourse.model.EditKeeps;
import org.recourse.model.ModelPackage;
import org.recourse.model.Plan;
import org.recourse.model.Prescription;
import org.recourse.model.Structure;
import org.recourse.model.course.CourseDoses;

/**
 * Edits of a plan, its prescription, beams and structures. Each method returns one undo step that
 * the caller executes; see {@link CaseEditing} for edits that change nothing.
 *
 * <p>Doses that are computed here are rounded to 1 nGy, far below any meaning, so that an edit and
 * its opposite give the old number and not its neighbour: 70 Gy in 33 fractions made 35 and 33
 * again is 70 Gy.
 */
public final class PlanEdits {

  private static final ModelPackage MODEL = ModelPackage.eINSTANCE;
  private static final double ROUNDING_PER_GY = 1e9;

  private PlanEdits() {}

  /**
   * Changes the number of fractions.
   *
   * <p>With {@link EditKeeps#TOTAL_DOSE} only the number changes. With {@link
   * EditKeeps#DOSE_PER_FRACTION} the total dose becomes dose per fraction times {@code
   * fractionCount}; where the dose per fraction is unknown there is nothing to keep and only the
   * number changes.
   *
   * @param fractionCount at least 1
   * @param keeps not {@link EditKeeps#ASK}: the caller has asked
   */
  public static Command setFractionCount(
      EditingDomain domain, Prescription prescription, int fractionCount, EditKeeps keeps) {
    if (fractionCount < 1) {
      throw new IllegalArgumentException("fractionCount must be >= 1: " + fractionCount);
    }
    String label = "Set Fractions to " + fractionCount;
    Command count =
        CaseEditing.set(
            domain, label, prescription, MODEL.getPrescription_FractionCount(), fractionCount);
    OptionalDouble perFractionGy =
        switch (keeps) {
          case TOTAL_DOSE -> OptionalDouble.empty();
          case DOSE_PER_FRACTION -> CourseDoses.dosePerFractionGy(prescription);
          case ASK ->
              throw new IllegalArgumentException("ask first whether the total dose is kept");
        };
    return perFractionGy.isEmpty()
        ? count
        : CaseEditing.compound(
            label,
            count,
            totalDose(domain, label, prescription, perFractionGy.getAsDouble() * fractionCount));
  }

  /** Changes the total dose, Gy, and keeps the number of fractions. */
  public static Command setTotalDose(
      EditingDomain domain, Prescription prescription, double totalDoseGy) {
    requirePositive("totalDoseGy", totalDoseGy);
    return CaseEditing.set(
        domain, "Set Total Dose", prescription, MODEL.getPrescription_TotalDoseGy(), totalDoseGy);
  }

  /**
   * Changes the dose per fraction, Gy, and with it the total dose; the number of fractions stays.
   *
   * @throws IllegalArgumentException if the number of fractions is unknown, as the dose per
   *     fraction is not stored and so cannot be noted alone
   */
  public static Command setDosePerFraction(
      EditingDomain domain, Prescription prescription, double dosePerFractionGy) {
    requirePositive("dosePerFractionGy", dosePerFractionGy);
    if (!prescription.isSetFractionCount()) {
      throw new IllegalArgumentException("the number of fractions is unknown: set it first");
    }
    return totalDose(
        domain,
        "Set Dose per Fraction",
        prescription,
        dosePerFractionGy * prescription.getFractionCount());
  }

  /** Remembers what the next edits of the fraction number keep. */
  public static Command rememberEditKeeps(
      EditingDomain domain, Prescription prescription, EditKeeps keeps) {
    return CaseEditing.set(
        domain,
        "Remember What Fraction Edits Keep",
        prescription,
        MODEL.getPrescription_EditKeeps(),
        keeps);
  }

  /**
   * Changes the number of fractions on one day. Going back to one a day also clears the hours
   * between fractions, which then have no meaning.
   */
  public static Command setFractionsPerDay(
      EditingDomain domain, Prescription prescription, int fractionsPerDay) {
    if (fractionsPerDay < 1) {
      throw new IllegalArgumentException("fractionsPerDay must be >= 1: " + fractionsPerDay);
    }
    String label = "Set Fractions per Day to " + fractionsPerDay;
    Command perDay =
        CaseEditing.set(
            domain, label, prescription, MODEL.getPrescription_FractionsPerDay(), fractionsPerDay);
    return fractionsPerDay > 1
        ? perDay
        : CaseEditing.compound(
            label,
            perDay,
            CaseEditing.unset(
                domain, label, prescription, MODEL.getPrescription_HoursBetweenFractions()));
  }

  /** Changes the hours between two fractions of one day; empty makes them unknown. */
  public static Command setHoursBetweenFractions(
      EditingDomain domain, Prescription prescription, OptionalDouble hours) {
    hours.ifPresent(value -> requirePositive("hours", value));
    return setOrUnset(
        domain,
        "Set Hours between Fractions",
        prescription,
        MODEL.getPrescription_HoursBetweenFractions(),
        hours);
  }

  /** Changes the structure the dose is prescribed to. */
  public static Command setTarget(
      EditingDomain domain, Prescription prescription, Structure target) {
    return CaseEditing.set(
        domain, "Set Target", prescription, MODEL.getPrescription_Target(), target);
  }

  /** Changes the factor on every dose of the plan, percent, greater than 0. */
  public static Command setNormalisation(EditingDomain domain, Plan plan, double percent) {
    requirePositive("percent", percent);
    return CaseEditing.set(
        domain, "Set Normalisation", plan, MODEL.getPlan_NormalisationPercent(), percent);
  }

  /** Changes the relative weight of a beam, 0 or more; 1 is the imported beam. */
  public static Command setBeamWeight(EditingDomain domain, Beam beam, double weight) {
    if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) { // also rejects NaN
      throw new IllegalArgumentException("weight must be finite and >= 0: " + weight);
    }
    return CaseEditing.set(domain, "Set Beam Weight", beam, MODEL.getBeam_Weight(), weight);
  }

  /** Takes a beam out of the plan or puts it back. */
  public static Command setBeamEnabled(EditingDomain domain, Beam beam, boolean enabled) {
    return CaseEditing.set(
        domain, enabled ? "Enable Beam" : "Disable Beam", beam, MODEL.getBeam_Enabled(), enabled);
  }

  /**
   * Changes the ratio alpha/beta of a structure as a person typed it, Gy, greater than 0; empty
   * makes it unknown.
   */
  public static Command setAlphaBeta(
      EditingDomain domain, Structure structure, OptionalDouble alphaBetaGy) {
    return setAlphaBeta(domain, structure, alphaBetaGy, LedgerEdits.TYPED);
  }

  /** Gives a structure the ratio alpha/beta, Gy, of a protocol, and records which one. */
  public static Command takeAlphaBeta(
      EditingDomain domain, Structure structure, double alphaBetaGy, String protocolId) {
    return setAlphaBeta(domain, structure, OptionalDouble.of(alphaBetaGy), protocolId);
  }

  private static Command setAlphaBeta(
      EditingDomain domain, Structure structure, OptionalDouble alphaBetaGy, String source) {
    alphaBetaGy.ifPresent(value -> requirePositive("alphaBetaGy", value));
    String label = "Set Alpha/Beta";
    Command value =
        setOrUnset(domain, label, structure, MODEL.getStructure_AlphaBetaGy(), alphaBetaGy);
    var of = MODEL.getStructure_AlphaBetaSource();
    return CaseEditing.compound(
        label,
        value,
        alphaBetaGy.isPresent()
            ? CaseEditing.set(domain, label, structure, of, source)
            : CaseEditing.unset(domain, label, structure, of));
  }

  private static Command totalDose(
      EditingDomain domain, String label, Prescription prescription, double totalDoseGy) {
    double roundedGy = Math.rint(totalDoseGy * ROUNDING_PER_GY) / ROUNDING_PER_GY;
    return CaseEditing.set(
        domain, label, prescription, MODEL.getPrescription_TotalDoseGy(), roundedGy);
  }

  private static Command setOrUnset(
      EditingDomain domain,
      String label,
      EObject object,
      EStructuralFeature feature,
      OptionalDouble value) {
    return value.isPresent()
        ? CaseEditing.set(domain, label, object, feature, value.getAsDouble())
        : CaseEditing.unset(domain, label, object, feature);
  }

  private static void requirePositive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) { // also rejects NaN
      throw new IllegalArgumentException(name + " must be finite and > 0: " + value);
    }
  }
}
