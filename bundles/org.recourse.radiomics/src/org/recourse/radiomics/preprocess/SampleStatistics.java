/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.preprocess;

/**
 * Mean and sample standard deviation (n − 1) from compensated sums of x and x², as
 * itk::StatisticsImageFilter computes them (W. Kahan, Commun. ACM 8 (1965) 40,
 * doi:10.1145/363707.363723). Not thread-safe.
 */
final class SampleStatistics {

  private long count;
  private double sum;
  private double sumError;
  private double squares;
  private double squaresError;

  void add(double x) {
    count++;
    double term = x - sumError;
    double total = sum + term;
    sumError = total - sum - term;
    sum = total;
    double square = x * x - squaresError;
    double totalSquares = squares + square;
    squaresError = totalSquares - squares - square;
    squares = totalSquares;
  }

  long count() {
    return count;
  }

  double mean() {
    return sum / count;
  }

  double standardDeviation() {
    return Math.sqrt((squares - sum * sum / count) / (count - 1));
  }
}
