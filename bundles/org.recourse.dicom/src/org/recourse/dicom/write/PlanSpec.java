/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.write;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.recourse.grid.geometry.Vector3;

/**
 * A photon plan with static beams.
 *
 * @param seriesNumber Series Number, unique in the study
 * @param label RT Plan Label, at most 16 characters
 * @param date RT Plan Date
 * @param fractionCount fractions, at least 1
 * @param targets prescriptions; the highest dose is the prescription of the plan
 * @param beams beams in order of delivery
 */
public record PlanSpec(
    int seriesNumber,
    String label,
    LocalDate date,
    int fractionCount,
    List<Target> targets,
    List<StaticBeam> beams) {

  /**
   * A prescribed target.
   *
   * @param roiNumber ROI Number in the structure set of the plan
   * @param description such as {@code PTVnx}
   * @param doseGy prescribed dose of all fractions, greater than 0
   */
  public record Target(int roiNumber, String description, double doseGy) {

    public Target {
      Objects.requireNonNull(description, "description");
      if (!(doseGy > 0 && doseGy < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("doseGy must be finite and > 0: " + doseGy);
      }
    }
  }

  /**
   * A beam with fixed gantry and jaws.
   *
   * @param number Beam Number, at least 1, unique in the plan
   * @param name Beam Name
   * @param energyMv nominal energy, MV
   * @param isocentreMm isocentre, patient LPS
   * @param gantryAngleDeg gantry angle, IEC 61217
   * @param collimatorAngleDeg beam limiting device angle
   * @param couchAngleDeg patient support angle
   * @param jawsMm jaw positions at the isocentre plane
   * @param monitorUnits monitor units of one fraction, not negative
   */
  public record StaticBeam(
      int number,
      String name,
      double energyMv,
      Vector3 isocentreMm,
      double gantryAngleDeg,
      double collimatorAngleDeg,
      double couchAngleDeg,
      Jaws jawsMm,
      double monitorUnits) {

    public StaticBeam {
      if (number < 1) {
        throw new IllegalArgumentException("beam number must be >= 1: " + number);
      }
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(isocentreMm, "isocentreMm");
      Objects.requireNonNull(jawsMm, "jawsMm");
      if (!(energyMv > 0) || !(monitorUnits >= 0)) {
        throw new IllegalArgumentException(
            "energy must be > 0 MV and monitor units >= 0: " + energyMv + ", " + monitorUnits);
      }
    }
  }

  /** Jaw positions at the isocentre plane, mm; each pair is ascending. */
  public record Jaws(double x1Mm, double x2Mm, double y1Mm, double y2Mm) {

    public Jaws {
      if (!(x1Mm < x2Mm && y1Mm < y2Mm)) {
        throw new IllegalArgumentException(
            "jaws must be open: " + x1Mm + " " + x2Mm + " " + y1Mm + " " + y2Mm);
      }
    }
  }

  public PlanSpec {
    Objects.requireNonNull(date, "date");
    if (label.isBlank() || label.length() > 16) {
      throw new IllegalArgumentException("plan label needs 1 to 16 characters: '" + label + "'");
    }
    if (fractionCount < 1) {
      throw new IllegalArgumentException("fractionCount must be >= 1: " + fractionCount);
    }
    targets = List.copyOf(targets);
    beams = List.copyOf(beams);
  }
}
