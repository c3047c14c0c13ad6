/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.internal.firstorder;

/** Moments of values about their mean, in two walks over the values. Not changed afterwards. */
public final class Moments {

  private final double[] values;
  private double minimum;
  private double maximum;
  private final double mean;
  private final double energy;
  private double second;
  private double third;
  private double fourth;
  private double absolute;

  /** Takes at least one value; {@code energyShift} is added to every value for the energy only. */
  public Moments(double[] values, double energyShift) {
    this.values = values;
    minimum = values[0];
    maximum = values[0];
    double sum = 0;
    double squares = 0;
    for (double value : values) {
      sum += value;
      double shifted = value + energyShift;
      squares += shifted * shifted;
      minimum = Math.min(minimum, value);
      maximum = Math.max(maximum, value);
    }
    mean = sum / values.length;
    energy = squares;
    centralMoments();
  }

  private void centralMoments() {
    double m2 = 0;
    double m3 = 0;
    double m4 = 0;
    double deviation = 0;
    for (double value : values) {
      double d = value - mean;
      double d2 = d * d;
      m2 += d2;
      m3 += d2 * d;
      m4 += d2 * d2;
      deviation += Math.abs(d);
    }
    second = m2 / values.length;
    third = m3 / values.length;
    fourth = m4 / values.length;
    absolute = deviation / values.length;
  }

  public double minimum() {
    return minimum;
  }

  public double maximum() {
    return maximum;
  }

  public double mean() {
    return mean;
  }

  /** Sum of the squares of the shifted values. */
  public double energy() {
    return energy;
  }

  /** Divided by the number of values. */
  public double variance() {
    return second;
  }

  /** Third standardised moment; 0 without variance. */
  public double skewness() {
    return second == 0 ? 0 : third / Math.pow(second, 1.5);
  }

  /** Fourth standardised moment, 3 for a normal distribution; 0 without variance. */
  public double kurtosis() {
    return second == 0 ? 0 : fourth / (second * second);
  }

  public double meanAbsoluteDeviation() {
    return absolute;
  }

  /** Mean absolute deviation of the values from {@code low} to {@code high}, both included. */
  public double robustMeanAbsoluteDeviation(double low, double high) {
    double sum = 0;
    int count = 0;
    for (double value : values) {
      if (value >= low && value <= high) {
        sum += value;
        count++;
      }
    }
    double centre = sum / count;
    double deviation = 0;
    for (double value : values) {
      if (value >= low && value <= high) {
        deviation += Math.abs(value - centre);
      }
    }
    return deviation / count;
  }
}
