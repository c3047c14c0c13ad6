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
 * Mean squared excess: no voxel gets more than a dose. Penalty = Σ δ² / n, Gy², with δ = Math.max(d
 * - D, 0) (d the dose of a voxel, D the dose given).
 *
 * @param doseGy D, finite and not negative
 */
public record SquaredOverdose(double doseGy) implements Objective {

  public SquaredOverdose {
    if (!(doseGy >= 0 && doseGy < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("doseGy is finite and >= 0: " + doseGy);
    }
  }

  @Override
  public double value(double[] doseGyOfVoxel, double weight, double[] derivative) {
    double sum = 0;
    double perVoxel = 1.0 / doseGyOfVoxel.length;
    for (int i = 0; i < doseGyOfVoxel.length; i++) {
      double d = doseGyOfVoxel[i];
      double delta = Math.max(d - doseGy, 0);
      sum += delta * delta;
      derivative[i] += weight * 2 * delta * perVoxel;
    }
    return sum * perVoxel;
  }

  @Override
  public String description() {
    return "at most %s Gy (squared)".formatted(doseGy);
  }
}
