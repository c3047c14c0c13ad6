/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.internal.cohort;

import org.recourse.grid.geometry.Vector3;
import org.recourse.phantom.internal.anatomy.HeadAnatomy;
import org.recourse.phantom.solid.Ellipsoid;
import org.recourse.phantom.solid.Solid;

/**
 * Dose of both courses at any place, by formula. Immutable and thread-safe.
 *
 * <p>The re-irradiation has nine parallel beams. Inside of the target they add up to prescription
 * times H(x), which tilts from front to back, from side to side and from foot to head and has one
 * hot region; its mean over the target is 1.04 and it is nowhere below 0.9. Each beam has its share
 * of this sum by its own modulated fluence and attenuation, so that other weights of the beams move
 * the dose. Outside, the sum falls as the beams part. The first course gave its prescription to the
 * region of the nasopharynx and 8 mm around the recurrence, nearly evenly.
 */
final class DoseModel {

  static final int BEAMS = 9;

  private static final double TILT_BACK = 0.080;
  private static final double TILT_OTHER = 0.025;
  private static final double HOT = 0.05;
  private static final double MEAN_HEIGHT = 1.04;
  private static final double LEAST_HEIGHT = 0.9;
  private static final double FALL_MM = 30;
  private static final double FIRST_EDGE_MM = 8;
  private static final double FIRST_PENUMBRA_MM = 3;

  private final TumourShape tumour;
  private final double prescribedGy;
  private final double firstPrescribedGy;
  private final BeamView[] beams = new BeamView[BEAMS];
  private final double[] tilt;
  private final double[] hot;
  private final double[] centre;
  private final double[] half;
  private final double[] firstTilt;
  private final Solid firstTarget;
  private double heightScale = 1; // fixed in the constructor
  private double meanBeams = 1;

  DoseModel(
      SeededRandom random, TumourShape tumour, PatientDraw draw, Warp warp, double[] targetPlaces) {
    this.tumour = tumour;
    prescribedGy = draw.prescribedGy();
    firstPrescribedGy = draw.firstPrescribedGy();
    Vector3 middle = tumour.centreMm();
    centre = new double[] {middle.x(), middle.y(), middle.z()};
    Vector3 extent = tumour.targetBox().highMm().minus(tumour.targetBox().lowMm()).times(0.5);
    half = new double[] {extent.x(), extent.y(), extent.z()};
    tilt =
        new double[] {
          TILT_OTHER * random.normal(2), TILT_BACK * random.normal(2), TILT_OTHER * random.normal(2)
        };
    hot =
        new double[] {
          HOT * Math.abs(random.normal(2)),
          centre[0] + 0.35 * half[0] * random.normal(2),
          centre[1] + 0.35 * half[1] * random.normal(2),
          centre[2] + 0.35 * half[2] * random.normal(2)
        };
    for (int i = 0; i < BEAMS; i++) {
      beams[i] = new BeamView(gantryAngleDeg(i), targetPlaces, centre, random.seed());
    }
    firstTilt = new double[] {0.004 * random.normal(2), 0.004 * random.normal(2)};
    firstTarget =
        Solid.union(
            warp.inPatient(Ellipsoid.of(-2, -5, 3, 28, 23, 26).grownBy(HeadAnatomy.PTV_MARGIN_MM)),
            tumour.gross());
    double heights = 0;
    double sums = 0;
    for (int i = 0; i < targetPlaces.length; i += 3) {
      heights += height(targetPlaces[i], targetPlaces[i + 1], targetPlaces[i + 2]);
      sums += beamSum(targetPlaces[i], targetPlaces[i + 1], targetPlaces[i + 2]);
    }
    heightScale = MEAN_HEIGHT / (heights / (targetPlaces.length / 3.0));
    meanBeams = sums / (targetPlaces.length / 3.0);
  }

  static double gantryAngleDeg(int beam) {
    return beam * 360.0 / BEAMS;
  }

  private double beamSum(double xMm, double yMm, double zMm) {
    double sum = 0;
    for (BeamView beam : beams) {
      sum += beam.at(xMm, yMm, zMm);
    }
    return sum;
  }

  private double height(double xMm, double yMm, double zMm) {
    double x = (xMm - centre[0]) / half[0];
    double y = (yMm - centre[1]) / half[1];
    double z = (zMm - centre[2]) / half[2];
    double hx = (xMm - hot[1]) / half[0];
    double hy = (yMm - hot[2]) / half[1];
    double hz = (zMm - hot[3]) / half[2];
    double distance = (hx * hx + hy * hy + hz * hz) / (2 * 0.35 * 0.35);
    return 1
        + tilt[0] * Math.tanh(1.2 * x) / 0.8
        + tilt[1] * Math.tanh(1.2 * y) / 0.8
        + tilt[2] * Math.tanh(1.2 * z) / 0.8
        + hot[0] * Math.exp(-distance);
  }

  /**
   * Writes the dose of each beam at a place into {@code doseGy} and returns their sum as floats.
   */
  float beamsAt(double xMm, double yMm, double zMm, float[] doseGy) {
    double sum = 0;
    for (int i = 0; i < BEAMS; i++) {
      double one = beams[i].at(xMm, yMm, zMm);
      doseGy[i] = (float) one;
      sum += one;
    }
    if (sum <= 0) {
      return 0;
    }
    double outsideMm = tumour.target().fieldMm(xMm, yMm, zMm);
    double floor = meanBeams * smoothStep(outsideMm / 6);
    double fall = outsideMm > 2 ? Math.exp(-(outsideMm - 2) / FALL_MM) : 1;
    double top = Math.max(LEAST_HEIGHT, heightScale * height(xMm, yMm, zMm));
    double scale = prescribedGy * top * fall / Math.max(sum, floor);
    double total = 0;
    for (int i = 0; i < BEAMS; i++) {
      doseGy[i] = (float) (doseGy[i] * scale);
      total += doseGy[i];
    }
    return (float) total;
  }

  private static double smoothStep(double t) {
    double c = Math.clamp(t, 0, 1);
    return c * c * (3 - 2 * c);
  }

  /** Returns what the first course gave its prescription to, without its margin of 8 mm. */
  Solid firstTarget() {
    return firstTarget;
  }

  /** Returns the dose of the first course, Gy. */
  double firstAt(double xMm, double yMm, double zMm) {
    double outsideMm = firstTarget.fieldMm(xMm, yMm, zMm) - FIRST_EDGE_MM;
    double share = 1 / (1 + Math.exp(outsideMm / FIRST_PENUMBRA_MM));
    double y = Math.tanh((yMm - centre[1]) / 30);
    double x = Math.tanh((xMm - centre[0]) / 30);
    return firstPrescribedGy * share * (1.02 + firstTilt[0] * x + firstTilt[1] * y);
  }
}
