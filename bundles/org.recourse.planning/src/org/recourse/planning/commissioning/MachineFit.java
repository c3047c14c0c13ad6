/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.commissioning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.recourse.planning.machine.DepthCurve;
import org.recourse.planning.machine.PhotonMachine;

/**
 * Fits the depth curves of a machine's pencils to measurements. Immutable.
 *
 * <p>The widths of the pencils are given. Each depth curve is a sum with coefficients ≥ 0 of exp(−μ
 * d) and exp(−μ d)(1 − exp(−β d)) over fixed μ and β: attenuation with and without build-up. Dose
 * is linear in the coefficients, so one non-negative least-squares problem over all scans at once
 * gives them. Residuals count in units of 1 % of the local dose on the axis, of 1 % of the axis
 * dose beside it (3 % in the penumbra, 5 % in the first centimetre).
 *
 * @param sigmasMm widths of the pencils
 */
public record MachineFit(List<Double> sigmasMm) {

  private static final double[] ATTENUATION_PER_MM = {
    0.0025, 0.0035, 0.0045, 0.0055, 0.007, 0.01, 0.015, 0.025, 0.07
  };
  private static final double[] BUILD_UP_PER_MM = {0.02, 0.08, 0.15, 0.25, 0.4};
  private static final double CURVE_STEP_MM = 2;
  private static final double FLUENCE_STEP_MM = 10;
  private static final int FLUENCE_ROUNDS = 2;
  private static final int CURVE_POINTS = 201;
  private static final double BUILD_UP_DEPTH_MM = 10;

  public MachineFit {
    sigmasMm = List.copyOf(sigmasMm);
  }

  /** The widths of the generic machine: source and electrons (two), then scatter (two). */
  public static MachineFit standard() {
    return new MachineFit(List.of(2.5, 5.0, 15.0, 60.0));
  }

  /**
   * Fits the generic 6 MV machine of this bundle. Its fluence beside the axis is read off the
   * profile at 15 mm of the larger field and is constant beyond 40 mm, where nothing was measured.
   */
  public static PhotonMachine generic6Mv() {
    var fluence = new DepthCurve(10, new double[] {1, 1.002, 1.0085, 1.0115, 1.014, 1.014});
    return standard()
        .fit(
            "org.recourse.generic-6mv",
            "Generic 6 MV (research)",
            MeasuredBeam.generic6Mv(),
            fluence);
  }

  /**
   * Fits a machine with its fluence beside the axis. The fluence starts as the shallowest profile
   * of the largest field shows it, in steps of 10 mm up to 10 mm inside the edge of the field and
   * constant beyond; after each fit it is multiplied by what the calculated profile lacks there.
   *
   * @throws IllegalArgumentException if there is no profile
   */
  public PhotonMachine fit(String id, String title, MeasuredBeam beam) {
    MeasuredBeam.Scan profile =
        beam.scans().stream()
            .filter(scan -> scan.kind() == MeasuredBeam.Kind.PROFILE)
            .min(
                Comparator.comparingDouble((MeasuredBeam.Scan scan) -> -scan.fieldSideMm())
                    .thenComparingDouble(MeasuredBeam.Scan::depthMm))
            .orElseThrow(() -> new IllegalArgumentException("there is no profile to read"));
    double magnification =
        (beam.sourceSurfaceDistanceMm() + profile.depthMm()) / beam.sourceAxisDistanceMm();
    int steps =
        Math.max(1, (int) ((profile.fieldSideMm() / 2 - FLUENCE_STEP_MM) / FLUENCE_STEP_MM));
    double[] fluence = new double[steps + 2];
    Arrays.fill(fluence, 1);
    PhotonMachine machine = fit(id, title, beam, new DepthCurve(FLUENCE_STEP_MM, fluence));
    for (int round = 0; round < FLUENCE_ROUNDS; round++) {
      OpenField field =
          OpenField.of(profile.fieldSideMm(), beam.sourceSurfaceDistanceMm(), machine);
      double axis = field.doseGy(machine, profile.depthMm(), 0);
      for (int i = 0; i <= steps; i++) {
        double at = i * FLUENCE_STEP_MM * magnification;
        double calculated = field.doseGy(machine, profile.depthMm(), at) / axis;
        fluence[i] *= profile.at(at) / profile.at(0) / calculated;
      }
      fluence[steps + 1] = fluence[steps];
      machine = fit(id, title, beam, new DepthCurve(FLUENCE_STEP_MM, fluence));
    }
    return machine;
  }

  /** Equations and their right side. */
  private record Equations(List<double[]> rows, List<Double> right) {
    void add(double[] row, double right, double weight) {
      for (int j = 0; j < row.length; j++) {
        row[j] *= weight;
      }
      rows.add(row);
      this.right.add(right * weight);
    }
  }

  /**
   * @param relativeFluence over distance from the axis at the isocentre plane, 1 on the axis
   */
  public PhotonMachine fit(String id, String title, MeasuredBeam beam, DepthCurve relativeFluence) {
    var equations = new Equations(new ArrayList<>(), new ArrayList<>());
    for (MeasuredBeam.Scan scan : beam.scans()) {
      if (scan.use() == MeasuredBeam.Use.FIT) {
        addScan(equations, scan, beam, relativeFluence);
      }
    }
    double[] coefficient =
        NonNegativeLeastSquares.solve(
            equations.rows().toArray(new double[0][]),
            equations.right().stream().mapToDouble(Double::doubleValue).toArray());
    var components = new ArrayList<PhotonMachine.Component>();
    for (int c = 0; c < sigmasMm.size(); c++) {
      double[] weight = new double[CURVE_POINTS];
      for (int i = 0; i < weight.length; i++) {
        double[] basis = basis(i * CURVE_STEP_MM);
        for (int k = 0; k < basis.length; k++) {
          weight[i] += coefficient[c * basis.length + k] * basis[k];
        }
      }
      components.add(
          new PhotonMachine.Component(sigmasMm.get(c), new DepthCurve(CURVE_STEP_MM, weight)));
    }
    return new PhotonMachine(
        id,
        title,
        beam.energyMv(),
        beam.sourceAxisDistanceMm(),
        components,
        relativeFluence,
        beam.source());
  }

  private void addScan(
      Equations equations, MeasuredBeam.Scan scan, MeasuredBeam beam, DepthCurve fluence) {
    var field =
        new OpenField(
            scan.fieldSideMm(),
            beam.sourceAxisDistanceMm(),
            beam.sourceSurfaceDistanceMm(),
            fluence);
    boolean profile = scan.kind() == MeasuredBeam.Kind.PROFILE;
    for (int i = 0; i < scan.positionMm().length; i++) {
      double at = scan.positionMm()[i];
      double relative = scan.relativeDose()[i];
      double depth = profile ? scan.depthMm() : at;
      double axisGy = beam.axisDoseGy(scan.fieldSideMm(), depth);
      double tolerance;
      if (profile) {
        tolerance = relative > 0.2 && relative < 0.8 ? 0.03 : 0.01;
      } else {
        tolerance = depth < BUILD_UP_DEPTH_MM ? 0.05 : 0.01;
      }
      equations.add(
          row(field, depth, profile ? at : 0),
          profile ? axisGy * relative : axisGy,
          1 / (tolerance * axisGy));
    }
  }

  private double[] row(OpenField field, double depthMm, double besideMm) {
    double[] basis = basis(field.pathMm(depthMm, besideMm));
    double[] row = new double[sigmasMm.size() * basis.length];
    for (int c = 0; c < sigmasMm.size(); c++) {
      double share = field.share(sigmasMm.get(c), depthMm, besideMm);
      for (int k = 0; k < basis.length; k++) {
        row[c * basis.length + k] = share * basis[k];
      }
    }
    return row;
  }

  private static double[] basis(double depthMm) {
    double[] basis = new double[ATTENUATION_PER_MM.length * (1 + BUILD_UP_PER_MM.length)];
    int next = 0;
    for (double mu : ATTENUATION_PER_MM) {
      double attenuation = Math.exp(-mu * depthMm);
      basis[next++] = attenuation;
      for (double beta : BUILD_UP_PER_MM) {
        basis[next++] = attenuation * (1 - Math.exp(-beta * depthMm));
      }
    }
    return basis;
  }
}
