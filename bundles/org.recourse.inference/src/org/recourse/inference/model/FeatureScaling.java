/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.model;

/**
 * One feature with the scaling of the training data: the network is given (value − mean) / standard
 * deviation.
 *
 * @param name name of the feature
 * @param unit unit of the unscaled value
 * @param mean mean in the training data
 * @param standardDeviation standard deviation in the training data, above 0
 */
public record FeatureScaling(String name, String unit, double mean, double standardDeviation) {

  public FeatureScaling {
    if (name.isBlank() || unit.isBlank()) {
      throw new IllegalArgumentException("a feature has a name and a unit: " + name + ", " + unit);
    }
    if (!(Double.isFinite(mean)
        && standardDeviation > 0
        && standardDeviation < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "no scaling of " + name + ": " + mean + " +- " + standardDeviation);
    }
  }

  public double scaled(double value) {
    return (value - mean) / standardDeviation;
  }
}
