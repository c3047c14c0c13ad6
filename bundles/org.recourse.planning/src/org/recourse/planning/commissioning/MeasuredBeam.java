/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.commissioning;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.recourse.planning.json.JsonFields;
import org.recourse.planning.json.PlanningFileException;

/**
 * Measurements of one photon beam in a water tank, square fields. Immutable.
 *
 * @param title a few words
 * @param energyMv nominal energy
 * @param sourceAxisDistanceMm distance of source and isocentre; field sides count there
 * @param sourceSurfaceDistanceMm distance of source and water
 * @param source where the numbers come from
 * @param reference dose per unit fluence of one field at one depth
 * @param outputFactors dose of other fields relative to the field of {@code reference}
 * @param scans depth doses and profiles
 */
public record MeasuredBeam(
    String title,
    double energyMv,
    double sourceAxisDistanceMm,
    double sourceSurfaceDistanceMm,
    String source,
    Reference reference,
    List<OutputFactor> outputFactors,
    List<Scan> scans) {

  private static final String GENERIC = "/data/measured-6mv.json";

  /** What a scan runs along. */
  public enum Kind {
    /** The axis; relative to the greatest dose. */
    DEPTH_DOSE,
    /** Across the axis at one depth; relative to the axis. */
    PROFILE
  }

  /** Whether a scan takes part in the fit or only in the comparison. */
  public enum Use {
    FIT,
    CHECK
  }

  /**
   * @param fieldSideMm side of the square field
   * @param depthMm depth in water
   * @param doseGy dose there per unit fluence
   */
  public record Reference(double fieldSideMm, double depthMm, double doseGy) {}

  /**
   * @param factor dose relative to the reference field at the same depth
   */
  public record OutputFactor(double fieldSideMm, double depthMm, double factor) {}

  /**
   * One scan. Arrays are not copied out: treat them as read-only.
   *
   * @param edge which edge a profile crosses, such as leaves; empty for a depth dose
   * @param depthMm of a profile; 0 for a depth dose
   * @param positionMm depth, or distance from the axis in the plane of the scan; ascending
   * @param relativeDose at each position
   */
  public record Scan(
      Kind kind,
      Use use,
      String edge,
      double fieldSideMm,
      double depthMm,
      double[] positionMm,
      double[] relativeDose) {

    /** Relative dose, linear between the points; constant beyond them. */
    public double at(double position) {
      int above = 0;
      while (above < positionMm.length && positionMm[above] < position) {
        above++;
      }
      if (above == 0 || above == positionMm.length) {
        return relativeDose[above == 0 ? 0 : above - 1];
      }
      double span = positionMm[above] - positionMm[above - 1];
      double part = (position - positionMm[above - 1]) / span;
      return relativeDose[above - 1] + part * (relativeDose[above] - relativeDose[above - 1]);
    }

    /** A few words for tables. */
    public String title() {
      String field = "%.0f x %.0f mm".formatted(fieldSideMm, fieldSideMm);
      return kind == Kind.DEPTH_DOSE
          ? field + ", depth dose"
          : "%s, profile at %.0f mm, %s".formatted(field, depthMm, edge);
    }
  }

  public MeasuredBeam {
    outputFactors = List.copyOf(outputFactors);
    scans = List.copyOf(scans);
  }

  /** The measurements that the generic 6 MV machine is made from. */
  public static MeasuredBeam generic6Mv() {
    try (InputStream stream = MeasuredBeam.class.getResourceAsStream(GENERIC)) {
      if (stream == null) {
        throw new IllegalStateException("the bundle lacks " + GENERIC);
      }
      return read(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (PlanningFileException e) {
      throw new IllegalStateException(GENERIC + ": " + e.getMessage(), e);
    }
  }

  /**
   * @throws PlanningFileException with the place and the fault
   */
  public static MeasuredBeam read(String text) throws PlanningFileException {
    JsonFields fields = JsonFields.ofText(text, "recourse/beam-data/1");
    JsonFields dose = fields.child("doseGy");
    var reference =
        new Reference(
            dose.number("fieldSideMm"),
            dose.number("depthMm"),
            dose.number("value") / dose.numberOr("perFluence", 1));
    var factors = new ArrayList<OutputFactor>();
    for (JsonFields one : fields.children("outputFactors")) {
      factors.add(
          new OutputFactor(one.number("fieldSideMm"), one.number("depthMm"), one.number("factor")));
    }
    var scans = new ArrayList<Scan>();
    for (JsonFields one : fields.children("scans")) {
      scans.add(scan(one));
    }
    return new MeasuredBeam(
        fields.text("title"),
        fields.number("energyMv"),
        fields.number("sourceAxisDistanceMm"),
        fields.number("sourceSurfaceDistanceMm"),
        fields.text("source"),
        reference,
        factors,
        scans);
  }

  private static Scan scan(JsonFields fields) throws PlanningFileException {
    double[] position = fields.numbers("positionMm");
    double[] dose = fields.numbers("relativeDose");
    if (position.length < 2 || position.length != dose.length) {
      throw fields.fault(
          "relativeDose", "has " + dose.length + " numbers for " + position.length + " positions");
    }
    for (int i = 0; i < position.length; i++) {
      if (!(dose[i] > 0) || i > 0 && !(position[i] > position[i - 1])) {
        throw fields.fault("positionMm[" + i + "]", "does not ascend, or its dose is not above 0");
      }
    }
    Kind kind =
        switch (fields.text("kind")) {
          case "depthDose" -> Kind.DEPTH_DOSE;
          case "profile" -> Kind.PROFILE;
          default -> throw fields.fault("kind", "is neither depthDose nor profile");
        };
    Use use =
        switch (fields.text("use")) {
          case "fit" -> Use.FIT;
          case "check" -> Use.CHECK;
          default -> throw fields.fault("use", "is neither fit nor check");
        };
    return new Scan(
        kind,
        use,
        fields.optionalText("edge").orElse(""),
        fields.number("fieldSideMm"),
        kind == Kind.PROFILE ? fields.number("depthMm") : 0,
        position,
        dose);
  }

  /** Depth dose of a field. */
  public Scan depthDose(double fieldSideMm) {
    return scans.stream()
        .filter(scan -> scan.kind() == Kind.DEPTH_DOSE && scan.fieldSideMm() == fieldSideMm)
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("no depth dose of a field of " + fieldSideMm));
  }

  /** Dose per unit fluence on the axis, from depth dose, output factor and reference, Gy. */
  public double axisDoseGy(double fieldSideMm, double depthMm) {
    double factor =
        fieldSideMm == reference.fieldSideMm()
            ? 1
            : outputFactors.stream()
                .filter(one -> one.fieldSideMm() == fieldSideMm)
                .mapToDouble(OutputFactor::factor)
                .findFirst()
                .orElseThrow(
                    () -> new IllegalArgumentException("no output factor of " + fieldSideMm));
    Scan scan = depthDose(fieldSideMm);
    return reference.doseGy() * factor * scan.at(depthMm) / scan.at(reference.depthMm());
  }
}
