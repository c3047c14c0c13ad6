/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.penalised;

import java.util.OptionalDouble;

/**
 * Features with mean 0 and variance 1 (divisor n), column by column; a feature without variation is
 * a column of zeros. Immutable.
 */
final class StandardisedFeatures {

  private final double[][] column;
  private final double[] mean;
  private final double[] deviation; // 0 for a constant feature
  private final int patients;

  private StandardisedFeatures(double[][] column, double[] mean, double[] deviation, int patients) {
    this.column = column;
    this.mean = mean;
    this.deviation = deviation;
    this.patients = patients;
  }

  static StandardisedFeatures of(double[][] features, int patients) {
    if (features.length != patients || patients < 2) {
      throw new IllegalArgumentException(
          features.length + " rows for " + patients + " patients; at least two are needed");
    }
    int count = features[0].length;
    var column = new double[count][patients];
    var mean = new double[count];
    var deviation = new double[count];
    for (int j = 0; j < count; j++) {
      for (int i = 0; i < patients; i++) {
        if (features[i].length != count || !Double.isFinite(features[i][j])) {
          throw new IllegalArgumentException("row " + i + ", feature " + j + " is not a number");
        }
        mean[j] += features[i][j] / patients;
      }
      double sum = 0;
      for (int i = 0; i < patients; i++) {
        column[j][i] = features[i][j] - mean[j];
        sum += column[j][i] * column[j][i];
      }
      double spread = Math.sqrt(sum / patients);
      deviation[j] = spread > 1e-14 * Math.abs(mean[j]) ? spread : 0; // rounding of a constant
      for (int i = 0; i < patients; i++) {
        column[j][i] = deviation[j] == 0 ? 0 : column[j][i] / deviation[j];
      }
    }
    return new StandardisedFeatures(column, mean, deviation, patients);
  }

  int featureCount() {
    return column.length;
  }

  int patientCount() {
    return patients;
  }

  double[] column(int feature) {
    return column[feature];
  }

  /** Without {@code intercept} the model has none, and none arises from the means. */
  ElasticNet.Solution onInputScale(double lambda, OptionalDouble intercept, double[] standardised) {
    double[] coefficients = new double[standardised.length];
    double constant = intercept.orElse(0);
    for (int j = 0; j < standardised.length; j++) {
      coefficients[j] = standardised[j] == 0 ? 0 : standardised[j] / deviation[j];
      constant -= intercept.isPresent() ? coefficients[j] * mean[j] : 0;
    }
    return new ElasticNet.Solution(lambda, constant, coefficients);
  }
}
