/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.objective;

/** Mean dose of a structure, Gy: the lower the better. */
public record MeanDose() implements Objective {

  @Override
  public double value(double[] doseGy, double weight, double[] derivative) {
    double sum = 0;
    for (int i = 0; i < doseGy.length; i++) {
      sum += doseGy[i];
      derivative[i] += weight / doseGy.length;
    }
    return sum / doseGy.length;
  }

  @Override
  public String description() {
    return "mean dose as low as possible";
  }
}
