/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.machine;

/**
 * A quantity over radiological depth, linear between equally spaced depths from 0, constant after
 * the last. Immutable.
 */
public final class DepthCurve {

  private final double stepMm;
  private final double[] value;

  /**
   * @param stepMm distance of depths, above 0
   * @param value at 0, step, 2 step …; at least two, finite
   */
  public DepthCurve(double stepMm, double[] value) {
    if (!(stepMm > 0 && stepMm < Double.POSITIVE_INFINITY) || value.length < 2) {
      throw new IllegalArgumentException(value.length + " values " + stepMm + " mm apart");
    }
    for (double number : value) {
      if (!Double.isFinite(number)) {
        throw new IllegalArgumentException("a depth curve is finite: " + number);
      }
    }
    this.stepMm = stepMm;
    this.value = value.clone();
  }

  public double at(double depthMm) {
    double position = Math.max(depthMm, 0) / stepMm;
    int below = (int) position;
    if (below >= value.length - 1) {
      return value[value.length - 1];
    }
    return value[below] + (position - below) * (value[below + 1] - value[below]);
  }

  public double stepMm() {
    return stepMm;
  }

  /** Values at 0, step, 2 step …; a copy. */
  public double[] values() {
    return value.clone();
  }

  public int count() {
    return value.length;
  }
}
