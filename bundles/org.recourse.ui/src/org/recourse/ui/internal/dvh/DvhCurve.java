/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.internal.dvh;

import org.recourse.dosimetry.dvh.Dvh;

/**
 * Points of one curve of the chart. Immutable.
 *
 * @param doseGy ascending doses, Gy
 * @param volume volume, in the unit of the scale, of the same length
 */
public record DvhCurve(double[] doseGy, double[] volume) {

  /** Distance of the points: finer than a pixel of any window. */
  static final double STEP_GY = 0.1;

  /** Width of a bin of the differential curve: wide enough to be smooth. */
  static final double BIN_GY = 0.5;

  private static final double PERCENT = 100;

  public static DvhCurve of(Dvh dvh, DvhScale scale) {
    double unit = scale.absoluteVolume() ? 1 : PERCENT / dvh.coveredVolumeCm3();
    return scale.differential() ? differential(dvh, unit) : cumulative(dvh, unit);
  }

  private static DvhCurve cumulative(Dvh dvh, double unit) {
    int points = (int) Math.ceil(dvh.maxGy() / STEP_GY) + 2; // one point of zero volume at the end
    double[] doseGy = new double[points];
    double[] volume = new double[points];
    for (int i = 0; i < points; i++) {
      doseGy[i] = i * STEP_GY;
      volume[i] = unit * dvh.volumeAtDoseCm3(doseGy[i]);
    }
    return new DvhCurve(doseGy, volume);
  }

  private static DvhCurve differential(Dvh dvh, double unit) {
    int bins = (int) Math.ceil(dvh.maxGy() / BIN_GY) + 1;
    double[] doseGy = new double[bins];
    double[] volume = new double[bins];
    for (int i = 0; i < bins; i++) {
      double inBinCm3 = dvh.volumeAtDoseCm3(i * BIN_GY) - dvh.volumeAtDoseCm3((i + 1) * BIN_GY);
      doseGy[i] = (i + 0.5) * BIN_GY;
      volume[i] = unit * inBinCm3 / BIN_GY;
    }
    return new DvhCurve(doseGy, volume);
  }

  /**
   * Returns the same curve with as few of its points as it takes to stay within a tolerance of it,
   * first and last included: what is drawn, since each piece of a curve costs time on the screen.
   *
   * @param tolerance greatest difference in volume at any of the doses, > 0
   */
  public DvhCurve thinned(double tolerance) {
    if (doseGy.length < 3) {
      return this;
    }
    int[] kept = new int[doseGy.length];
    int count = 1; // the first point
    int start = 0;
    double least = Double.NEGATIVE_INFINITY; // slopes of lines that pass all points close enough
    double most = Double.POSITIVE_INFINITY;
    for (int end = 1; end < doseGy.length; end++) {
      double slope = (volume[end] - volume[start]) / (doseGy[end] - doseGy[start]);
      if (slope < least || slope > most) {
        start = end - 1;
        kept[count++] = start;
        least = Double.NEGATIVE_INFINITY;
        most = Double.POSITIVE_INFINITY;
      }
      double length = doseGy[end] - doseGy[start];
      least = Math.max(least, (volume[end] - tolerance - volume[start]) / length);
      most = Math.min(most, (volume[end] + tolerance - volume[start]) / length);
    }
    kept[count++] = doseGy.length - 1;
    double[] doses = new double[count];
    double[] volumes = new double[count];
    for (int i = 0; i < count; i++) {
      doses[i] = doseGy[kept[i]];
      volumes[i] = volume[kept[i]];
    }
    return new DvhCurve(doses, volumes);
  }

  /** Volume at a dose, linear between the points; 0 beyond the last one. */
  public double volumeAt(double atGy) {
    if (atGy <= doseGy[0]) {
      return volume[0];
    }
    if (doseGy.length < 2 || atGy >= doseGy[doseGy.length - 1]) {
      return 0;
    }
    double position = (atGy - doseGy[0]) / (doseGy[1] - doseGy[0]);
    int i = Math.min((int) position, doseGy.length - 2);
    double t = position - i;
    return volume[i] * (1 - t) + volume[i + 1] * t;
  }
}
