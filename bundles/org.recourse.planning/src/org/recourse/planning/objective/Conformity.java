/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.objective;

/**
 * Volume outside the target that gets the prescription dose: penalty = 100/n Σ s((d − D) / w), with
 * s(t) = 1 / (1 + e^(−t)) and w = {@value #WIDTH} D, percent of the structure. Asked of the body
 * without its targets it is the part of the prescription isodose that the conformity index of Shaw
 * et al. 1993 (doi:10.1016/0360-3016(93)90548-A, isodose volume over target volume) and that of
 * Paddick 2000 (doi:10.3171/jns.2000.93.supplement_3.0219) count against a plan, made smooth; the
 * coverage that they also count is asked of the target itself.
 *
 * <p>A voxel far below D counts nothing, one at D counts a half, one far above counts whole. The
 * penalty is not convex. Worked example: of two voxels one has D and one has 0 Gy: 25.
 *
 * @param doseGy D, above 0
 */
public record Conformity(double doseGy) implements Objective {

  private static final double WIDTH = 0.02;
  private static final double PERCENT = 100;

  public Conformity {
    if (!(doseGy > 0 && doseGy < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("doseGy is finite and above 0: " + doseGy);
    }
  }

  @Override
  public double value(double[] doseGyOfVoxel, double weight, double[] derivative) {
    double perVoxel = PERCENT / doseGyOfVoxel.length;
    double inverseWidth = 1 / (WIDTH * doseGy);
    double sum = 0;
    for (int i = 0; i < doseGyOfVoxel.length; i++) {
      double part = 1 / (1 + Math.exp((doseGy - doseGyOfVoxel[i]) * inverseWidth));
      sum += part;
      derivative[i] += weight * perVoxel * part * (1 - part) * inverseWidth;
    }
    return sum * perVoxel;
  }

  @Override
  public String description() {
    return "little volume with %s Gy".formatted(doseGy);
  }
}
