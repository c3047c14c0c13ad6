/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.planning.internal.charts;

import java.util.Objects;
import org.recourse.dosimetry.dvh.Dvh;

/**
 * One dose-volume curve. Immutable.
 *
 * @param name structure
 * @param rgb its colour, 0xRRGGBB
 * @param dashed whether it is of the second plan
 * @param stepGy distance of the points, from 0 Gy on
 * @param volumePercent part of the volume with at least this dose
 */
public record PlanCurve(
    String name, int rgb, boolean dashed, double stepGy, double[] volumePercent) {

  private static final double STEP_GY = 0.1;
  private static final double PERCENT = 100;

  public PlanCurve {
    Objects.requireNonNull(name, "name");
    if (!(stepGy > 0)) {
      throw new IllegalArgumentException("the step is above 0 Gy: " + stepGy);
    }
    volumePercent = volumePercent.clone();
  }

  /** The curve of a histogram, of the volume inside the dose grid. */
  public static PlanCurve of(String name, int rgb, boolean dashed, Dvh dvh) {
    double[] volume = new double[(int) Math.ceil(dvh.maxGy() / STEP_GY) + 2];
    for (int i = 0; i < volume.length; i++) {
      volume[i] = PERCENT * dvh.volumeAtDoseCm3(i * STEP_GY) / dvh.coveredVolumeCm3();
    }
    return new PlanCurve(name, rgb, dashed, STEP_GY, volume);
  }

  double greatestGy() {
    return stepGy * (volumePercent.length - 1);
  }
}
