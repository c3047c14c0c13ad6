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
import java.util.Optional;
import org.recourse.grid.geometry.Vector3;

/**
 * A photon plan with static beams, open or step and shoot.
 *
 * @param seriesNumber Series Number, unique in the study
 * @param label RT Plan Label, at most 16 characters
 * @param date RT Plan Date
 * @param fractionCount fractions, at least 1
 * @param targets prescriptions; the highest dose is the prescription of the plan
 * @param beams beams in order of delivery
 * @param patientPosition Patient Position such as HFS
 */
public record PlanSpec(
    int seriesNumber,
    String label,
    LocalDate date,
    int fractionCount,
    List<Target> targets,
    List<StaticBeam> beams,
    String patientPosition) {

  private static final String HEAD_FIRST_SUPINE = "HFS";

  /** A plan for a patient who lies head first supine. */
  public PlanSpec(
      int seriesNumber,
      String label,
      LocalDate date,
      int fractionCount,
      List<Target> targets,
      List<StaticBeam> beams) {
    this(seriesNumber, label, date, fractionCount, targets, beams, HEAD_FIRST_SUPINE);
  }

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
   * @param shapes of the multileaf collimator; empty for a beam that the jaws alone shape
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
      double monitorUnits,
      Optional<LeafShapes> shapes) {

    /** A beam that the jaws alone shape. */
    public StaticBeam(
        int number,
        String name,
        double energyMv,
        Vector3 isocentreMm,
        double gantryAngleDeg,
        double collimatorAngleDeg,
        double couchAngleDeg,
        Jaws jawsMm,
        double monitorUnits) {
      this(
          number,
          name,
          energyMv,
          isocentreMm,
          gantryAngleDeg,
          collimatorAngleDeg,
          couchAngleDeg,
          jawsMm,
          monitorUnits,
          Optional.empty());
    }

    public StaticBeam {
      Objects.requireNonNull(shapes, "shapes");
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

  /**
   * Shapes of a multileaf collimator whose leaves move along x of the beam limiting device (MLCX),
   * delivered one after the other (step and shoot).
   *
   * @param boundariesMm edges of the leaf pairs along y at the isocentre plane, ascending, one more
   *     than there are pairs
   * @param shapes at least one
   */
  public record LeafShapes(double[] boundariesMm, List<LeafShape> shapes) {

    public LeafShapes {
      boundariesMm = boundariesMm.clone();
      shapes = List.copyOf(shapes);
      if (shapes.isEmpty() || boundariesMm.length < 2) {
        throw new IllegalArgumentException(
            shapes.size() + " shapes, " + boundariesMm.length + " leaf boundaries");
      }
      for (int i = 1; i < boundariesMm.length; i++) {
        if (!(boundariesMm[i] > boundariesMm[i - 1])) {
          throw new IllegalArgumentException("leaf boundaries ascend: " + boundariesMm[i]);
        }
      }
      for (LeafShape shape : shapes) {
        if (shape.x1Mm().length != boundariesMm.length - 1) {
          throw new IllegalArgumentException(
              shape.x1Mm().length + " leaf pairs between " + boundariesMm.length + " boundaries");
        }
      }
    }

    @Override
    public double[] boundariesMm() {
      return boundariesMm.clone();
    }
  }

  /**
   * One shape.
   *
   * @param weight part of the beam's monitor units, above 0; parts need not add up to 1
   * @param x1Mm ends of the leaves of bank 1 (at smaller x), one for each pair
   * @param x2Mm ends of the leaves of bank 2, none below its neighbour of bank 1
   */
  public record LeafShape(double weight, double[] x1Mm, double[] x2Mm) {

    public LeafShape {
      if (!(weight > 0 && weight < Double.POSITIVE_INFINITY) || x1Mm.length != x2Mm.length) {
        throw new IllegalArgumentException(
            "weight " + weight + ", " + x1Mm.length + " and " + x2Mm.length + " leaves");
      }
      for (int i = 0; i < x1Mm.length; i++) {
        if (!(x1Mm[i] <= x2Mm[i])) {
          throw new IllegalArgumentException("leaves collide: " + x1Mm[i] + ", " + x2Mm[i]);
        }
      }
      x1Mm = x1Mm.clone();
      x2Mm = x2Mm.clone();
    }

    @Override
    public double[] x1Mm() {
      return x1Mm.clone();
    }

    @Override
    public double[] x2Mm() {
      return x2Mm.clone();
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
    Objects.requireNonNull(patientPosition, "patientPosition");
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
