/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.internal.dose;

import org.recourse.grid.geometry.GridGeometry;

/**
 * Dose of one open beam per unit fluence, on rays of a fan through every axial slice. Immutable.
 *
 * <p>With the water-equivalent depth w of a point and its distance t behind the isocentre plane it
 * is {@code (1 − 0.5·e^(−w/5 mm))·e^(−0.0048·w/mm)·(1000/(1000 + t/mm))²}: a rough 6 MV beam, half
 * of the dose at the skin, five per cent less per centimetre. The depth is summed along the ray
 * projected into the axial plane of the point, which is right for coplanar beams near the isocentre
 * plane; the error grows with the distance from it and is below 1 % of the depth here.
 */
final class DepthTable {

  private static final double ATTENUATION_PER_MM = 0.0048;
  private static final double BUILD_UP_MM = 5;
  private static final double SKIN_DEFICIT_FRACTION = 0.5;
  private static final double STEP_MM = 2;
  private static final double REACH_MM = 170;
  private static final int STEPS = (int) (2 * REACH_MM / STEP_MM) + 1;

  private final float[][] doseBySlice;

  private DepthTable(float[][] doseBySlice) {
    this.doseBySlice = doseBySlice;
  }

  /**
   * Traces the rays.
   *
   * @param density electron density relative to water; 0 outside the patient
   */
  static DepthTable of(BeamGeometry beam, DensityMap density) {
    GridGeometry geometry = density.geometry();
    float[][] doseBySlice = new float[geometry.sizeZ()][STEPS * STEPS];
    double cos = beam.acrossDirection().x();
    double sin = beam.acrossDirection().y();
    for (int z = 0; z < geometry.sizeZ(); z++) {
      for (int ray = 0; ray < STEPS; ray++) {
        double u = ray * STEP_MM - REACH_MM;
        double depthMm = 0;
        for (int step = 0; step < STEPS; step++) {
          double t = step * STEP_MM - REACH_MM;
          double spread = 1 + t / BeamGeometry.SOURCE_AXIS_MM;
          double x = beam.isocentreMm().x() + u * spread * cos - t * sin;
          double y = beam.isocentreMm().y() + u * spread * sin + t * cos;
          double stepDepthMm = density.at(x, y, z) * STEP_MM;
          doseBySlice[z][ray * STEPS + step] =
              (float) (perUnitFluence(depthMm + stepDepthMm / 2) / (spread * spread));
          depthMm += stepDepthMm;
        }
      }
    }
    return new DepthTable(doseBySlice);
  }

  private static double perUnitFluence(double depthMm) {
    return (1 - SKIN_DEFICIT_FRACTION * Math.exp(-depthMm / BUILD_UP_MM))
        * Math.exp(-ATTENUATION_PER_MM * depthMm);
  }

  /** Returns the dose per unit fluence, bilinear between rays and steps; 0 beyond the fan. */
  double at(int slice, double u, double t) {
    double a = (u + REACH_MM) / STEP_MM;
    double b = (t + REACH_MM) / STEP_MM;
    int ray = (int) a;
    int step = (int) b;
    if (a < 0 || b < 0 || ray >= STEPS - 1 || step >= STEPS - 1) {
      return 0;
    }
    float[] table = doseBySlice[slice];
    int i = ray * STEPS + step;
    double fa = a - ray;
    double fb = b - step;
    return (1 - fa) * ((1 - fb) * table[i] + fb * table[i + 1])
        + fa * ((1 - fb) * table[i + STEPS] + fb * table[i + STEPS + 1]);
  }
}
