/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.viewer.internal;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.recourse.rendering.DoseLayer;
import org.recourse.rendering.SceneProbe;

/**
 * The dose along a line, by the rule of the probe: trilinear between voxel centres. Immutable.
 *
 * @param positionMm distances from the start of the line
 * @param doseGy dose at each position; only positions inside the dose grid are listed
 */
record DoseProfile(double[] positionMm, double[] doseGy) {

  private static final double STEP_MM = 0.5;

  /** Samples at most {@value #STEP_MM} mm apart, both ends included. */
  static DoseProfile of(DoseLayer dose, MeasuredLine line) {
    int steps = Math.max(1, (int) Math.ceil(line.lengthMm() / STEP_MM));
    double[] positionMm = new double[steps + 1];
    double[] doseGy = new double[steps + 1];
    int count = 0;
    for (int i = 0; i <= steps; i++) {
      double fraction = i / (double) steps;
      OptionalDouble sample = SceneProbe.doseGy(dose, line.pointMm(fraction));
      if (sample.isPresent()) {
        positionMm[count] = fraction * line.lengthMm();
        doseGy[count++] = sample.getAsDouble();
      }
    }
    return new DoseProfile(Arrays.copyOf(positionMm, count), Arrays.copyOf(doseGy, count));
  }

  boolean isEmpty() {
    return doseGy.length == 0;
  }

  double maximumGy() {
    return Arrays.stream(doseGy).max().orElse(0);
  }
}
