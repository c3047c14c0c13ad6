/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.internal.cohort;

import org.recourse.phantom.internal.image.Grain;

/**
 * Relative fluence of one beam in its view of the target: 1 inside of the projected target with
 * smooth random modulation, falling over a penumbra. Beams are parallel. Immutable and thread-safe.
 *
 * <p>IEC 61217, head first supine: gantry 0° comes from in front, 90° from the patient's left.
 */
final class BeamView {

  private static final double CELL_MM = 3;
  private static final double MODULATION_MM = 20;
  private static final double MODULATION = 0.45;
  private static final double ATTENUATION_PER_MM = 0.0045; // 6 MV beyond the maximum, in tissue
  private static final int BORDER_CELLS = 5;

  private final double sin;
  private final double cos;
  private final double isoX;
  private final double isoY;
  private final double isoZ;
  private final double lowU;
  private final double lowV;
  private final int sizeU;
  private final int sizeV;
  private final float[] fluence;

  /**
   * Makes a view.
   *
   * @param target places spread over the target, three numbers each
   * @param iso isocentre
   */
  BeamView(double gantryAngleDeg, double[] target, double[] iso, long seed) {
    double angle = Math.toRadians(gantryAngleDeg);
    sin = Math.sin(angle);
    cos = Math.cos(angle);
    isoX = iso[0];
    isoY = iso[1];
    isoZ = iso[2];
    double[] u = new double[target.length / 3];
    double[] v = new double[u.length];
    double reachU = 0;
    double reachV = 0;
    for (int i = 0; i < u.length; i++) {
      u[i] = across(target[3 * i], target[3 * i + 1]);
      v[i] = target[3 * i + 2] - isoZ;
      reachU = Math.max(reachU, Math.abs(u[i]));
      reachV = Math.max(reachV, Math.abs(v[i]));
    }
    int halfU = (int) Math.ceil(reachU / CELL_MM) + BORDER_CELLS;
    int halfV = (int) Math.ceil(reachV / CELL_MM) + BORDER_CELLS;
    sizeU = 2 * halfU + 1;
    sizeV = 2 * halfV + 1;
    lowU = -halfU * CELL_MM;
    lowV = -halfV * CELL_MM;
    boolean[] open = new boolean[sizeU * sizeV];
    for (int i = 0; i < u.length; i++) {
      int cu = (int) Math.round((u[i] - lowU) / CELL_MM);
      int cv = (int) Math.round((v[i] - lowV) / CELL_MM);
      for (int dv = -2; dv <= 2; dv++) {
        for (int du = -2; du <= 2; du++) {
          open[(cv + dv) * sizeU + cu + du] |= du * du + dv * dv <= 5;
        }
      }
    }
    fluence = modulated(open, new Grain(seed));
  }

  private float[] modulated(boolean[] open, Grain grain) {
    float[] map = new float[open.length];
    for (int v = 1; v < sizeV - 1; v++) {
      for (int u = 1; u < sizeU - 1; u++) {
        int count = 0;
        for (int dv = -1; dv <= 1; dv++) {
          for (int du = -1; du <= 1; du++) {
            count += open[(v + dv) * sizeU + u + du] ? 1 : 0;
          }
        }
        double wave = grain.smooth(lowU + u * CELL_MM, lowV + v * CELL_MM, 0, MODULATION_MM);
        map[v * sizeU + u] = (float) (count / 9.0 * (1 + MODULATION * wave));
      }
    }
    return map;
  }

  private double across(double xMm, double yMm) {
    return (xMm - isoX) * cos + (yMm - isoY) * sin;
  }

  /** Returns the relative dose of the beam, about 1 at the isocentre, 0 outside of its field. */
  double at(double xMm, double yMm, double zMm) {
    double u = (across(xMm, yMm) - lowU) / CELL_MM;
    double v = (zMm - isoZ - lowV) / CELL_MM;
    if (!(u >= 0 && v >= 0 && u < sizeU - 1 && v < sizeV - 1)) {
      return 0;
    }
    int iu = (int) u;
    int iv = (int) v;
    double fu = u - iu;
    double fv = v - iv;
    int i = iv * sizeU + iu;
    double near = fluence[i] + fu * (fluence[i + 1] - fluence[i]);
    double far = fluence[i + sizeU] + fu * (fluence[i + sizeU + 1] - fluence[i + sizeU]);
    double depthMm = -(xMm - isoX) * sin + (yMm - isoY) * cos;
    return (near + fv * (far - near)) * Math.exp(-ATTENUATION_PER_MM * depthMm);
  }
}
