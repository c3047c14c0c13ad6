/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.risk.organ;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.dosimetry.dvh.Dvh;
import org.recourse.grid.finding.Finding;
import org.recourse.radiobiology.fractionation.AlphaBetaRatio;
import org.recourse.risk.RiskCourse;
import org.recourse.risk.RiskInput;
import org.recourse.risk.RiskInputValue;
import org.recourse.risk.RiskStructure;
import org.recourse.risk.RiskUnit;
import org.recourse.risk.RiskValue;
import org.recourse.risk.StructureDose;

/**
 * Near-maximum dose D_v of an organ as EQD2 over all courses, without recovery. Immutable.
 *
 * <p>Courses with a dose grid are summed voxel by voxel. A course on paper gives organ maxima
 * without a place. Because dose-volume figures are subadditive, D_(v+b)(A + B) ≤ D_v(A) + D_b(B),
 * the sum D_(v−b)(voxels) + D_b(paper), b = 0 for a maximum, is an <em>upper bound</em> of the
 * cumulative D_v, and is labelled as one. A course on paper without a usable figure makes the dose
 * unknown: leaving it out would promise too little.
 *
 * @param volumeCm3 v, greater than 0
 * @param tissue alpha/beta of the organ
 */
public record CumulativeOrganDose(double volumeCm3, AlphaBetaRatio tissue) {

  private static final double FULLY_COVERED_FRACTION = 0.9999;

  public CumulativeOrganDose {
    if (!(volumeCm3 > 0 && volumeCm3 < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("volumeCm3 must be finite and > 0: " + volumeCm3);
    }
  }

  /** Returns the name of the figure, such as {@code D0.1cc}. */
  public String metric() {
    return "D" + volumeCm3 + "cc";
  }

  /** Finds the organ by name and sums its dose. */
  public OrganDose of(Organ organ, RiskInput input, IProgressMonitor monitor) {
    List<RiskStructure> found = OrganNames.find(organ, input.structures());
    if (found.isEmpty()) {
      return new OrganDose.Missing(
          List.of(
              "No "
                  + organ.words()
                  + " is contoured. Contour it, or assign the name "
                  + organ.preferredName()
                  + " to the structure that it is."));
    }
    RiskStructure structure = found.getFirst();
    return switch (structure.doses().cumulativeEqd2(tissue, monitor)) {
      case StructureDose.Unknown unknown -> new OrganDose.Missing(unknown.reasons());
      case StructureDose.Known known -> sum(organ, found, known, input.courses());
    };
  }

  private OrganDose sum(
      Organ organ,
      List<RiskStructure> found,
      StructureDose.Known voxels,
      List<RiskCourse> courses) {
    RiskStructure structure = found.getFirst();
    var typed = new ArrayList<TypedEqd2>();
    var lacks = new ArrayList<String>();
    for (RiskCourse course : courses) {
      if (course.paperOnly()) {
        switch (TypedEqd2.of(course, organ, structure, tissue)) {
          case TypedEqd2.Lookup.Found(TypedEqd2 dose) -> typed.add(dose);
          case TypedEqd2.Lookup.Lacking(String sentence) -> lacks.add(sentence);
        }
      } else if (!voxels.contains(course)) {
        lacks.add("The dose of " + course.label() + " is not part of the cumulative dose.");
      }
    }
    double typedVolumeCm3 = typed.stream().mapToDouble(TypedEqd2::volumeCm3).sum();
    Dvh dvh = voxels.eqd2();
    if (volumeCm3 > dvh.coveredVolumeCm3()) {
      lacks.add(
          text(
              "%s has only %.3g cm³ inside the dose grid, so %s does not exist.",
              structure.name(), dvh.coveredVolumeCm3(), metric()));
    }
    if (typedVolumeCm3 > volumeCm3) {
      lacks.add(
          "The figures typed for the "
              + organ.words()
              + " belong to larger volumes than "
              + metric()
              + ". Type its maximum (Dmax) instead.");
    }
    if (!lacks.isEmpty()) {
      return new OrganDose.Missing(lacks);
    }
    double voxelEqd2Gy = dvh.doseAtVolumeCm3Gy(volumeCm3 - typedVolumeCm3);
    return known(organ, found, voxels, voxelEqd2Gy, typed);
  }

  private OrganDose known(
      Organ organ,
      List<RiskStructure> found,
      StructureDose.Known voxels,
      double voxelEqd2Gy,
      List<TypedEqd2> typed) {
    RiskStructure structure = found.getFirst();
    double typedEqd2Gy = typed.stream().mapToDouble(TypedEqd2::eqd2Gy).sum();
    boolean upperBound = typed.stream().anyMatch(dose -> dose.eqd2Gy() > 0 || dose.volumeCm3() > 0);
    var findings = new ArrayList<>(voxels.findings());
    if (upperBound) {
      findings.add(upperBoundFinding(organ, structure, typed));
    }
    addCoverage(structure, voxels.eqd2(), findings);
    if (found.size() > 1) {
      findings.add(
          Finding.info(
              text(
                  "%d structures are a %s; %s is used.",
                  found.size(), organ.words(), structure.name()),
              structure.name()));
    }
    return new OrganDose.Known(
        voxelEqd2Gy + typedEqd2Gy,
        voxels.eqd2().doseAtVolumeCm3Gy(volumeCm3),
        upperBound ? RiskValue.Bound.UPPER_BOUND : RiskValue.Bound.VALUE,
        structure.name(),
        inputs(organ, structure, voxels, voxelEqd2Gy, typed),
        findings);
  }

  private List<RiskInputValue> inputs(
      Organ organ,
      RiskStructure structure,
      StructureDose.Known voxels,
      double voxelEqd2Gy,
      List<TypedEqd2> typed) {
    var inputs = new ArrayList<RiskInputValue>();
    inputs.add(
        new RiskInputValue(
            metric() + ", " + organ.words(),
            voxelEqd2Gy,
            RiskUnit.EQD2_GY,
            text(
                "%s, voxel sum of %s, alpha/beta %s Gy",
                structure.name(), String.join(" + ", voxels.courseLabels()), tissue.gy())));
    typed.forEach(dose -> inputs.add(dose.toInputValue(organ)));
    return inputs;
  }

  private Finding upperBoundFinding(Organ organ, RiskStructure structure, List<TypedEqd2> typed) {
    List<String> labels = typed.stream().map(TypedEqd2::courseLabel).toList();
    return Finding.warning(
        text(
            "The dose of the %s from %s was typed from paper and has no place in the patient. Added"
                + " to the voxel %s it gives an upper bound: dose and risk are at most as shown.",
            organ.words(), String.join(", ", labels), metric()),
        structure.name());
  }

  private static void addCoverage(RiskStructure structure, Dvh dvh, List<Finding> findings) {
    if (dvh.coveredFraction() < FULLY_COVERED_FRACTION) {
      findings.add(
          Finding.warning(
              text(
                  "Only %.1f %% of %s lies inside the dose grid; a higher dose outside of it would"
                      + " not be seen.",
                  100 * dvh.coveredFraction(), structure.name()),
              structure.name()));
    }
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
