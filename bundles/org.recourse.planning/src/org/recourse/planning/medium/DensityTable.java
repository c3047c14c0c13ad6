/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.medium;

import java.util.Arrays;
import java.util.List;

/**
 * Relative electron density (water 1) of a CT number, linear between the points of a calibration
 * and constant beyond its ends. Immutable; measured for a scanner and replaceable.
 */
public final class DensityTable {

  /**
   * One measured insert.
   *
   * @param intensityHu CT number, HU
   * @param relativeElectronDensity electrons per volume over those of water, at least 0
   */
  public record Point(double intensityHu, double relativeElectronDensity) {

    public Point {
      if (!Double.isFinite(intensityHu)
          || !(relativeElectronDensity >= 0 && relativeElectronDensity < 30)) {
        throw new IllegalArgumentException(intensityHu + " HU: " + relativeElectronDensity);
      }
    }
  }

  private final double[] hu;
  private final double[] density;

  /**
   * @param points at least two, in ascending CT numbers
   */
  public DensityTable(List<Point> points) {
    if (points.size() < 2) {
      throw new IllegalArgumentException("a density table has at least two points");
    }
    hu = points.stream().mapToDouble(Point::intensityHu).toArray();
    density = points.stream().mapToDouble(Point::relativeElectronDensity).toArray();
    for (int i = 1; i < hu.length; i++) {
      if (!(hu[i] > hu[i - 1])) {
        throw new IllegalArgumentException("CT numbers ascend: " + hu[i - 1] + ", " + hu[i]);
      }
    }
  }

  /** Water everywhere below 0 HU in proportion, and bone after the common bilinear form. */
  public static DensityTable bilinear() {
    return new DensityTable(
        List.of(new Point(-1000, 0), new Point(0, 1), new Point(1000, 1.5), new Point(3000, 2.5)));
  }

  public double relativeElectronDensity(double intensityHu) {
    int above = Arrays.binarySearch(hu, intensityHu);
    if (above >= 0) {
      return density[above];
    }
    above = -above - 1;
    if (above == 0) {
      return density[0];
    }
    if (above == hu.length) {
      return density[hu.length - 1];
    }
    double part = (intensityHu - hu[above - 1]) / (hu[above] - hu[above - 1]);
    return density[above - 1] + part * (density[above] - density[above - 1]);
  }
}
