/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.beam;

import java.util.Arrays;

/**
 * The beamlets of one beam: squares of equal fluence on a regular grid of the isocentre plane.
 * Immutable.
 */
public final class Beamlets {

  private final double sideMm;
  private final double[] uMm;
  private final double[] vMm;

  /**
   * @param sideMm side of a beamlet at the isocentre plane, above 0
   * @param uMm centre of each beamlet along u
   * @param vMm centre of each beamlet along v, as many
   */
  public Beamlets(double sideMm, double[] uMm, double[] vMm) {
    if (!(sideMm > 0 && sideMm < Double.POSITIVE_INFINITY) || uMm.length != vMm.length) {
      throw new IllegalArgumentException(
          "side " + sideMm + " mm, " + uMm.length + " and " + vMm.length + " centres");
    }
    this.sideMm = sideMm;
    this.uMm = uMm.clone();
    this.vMm = vMm.clone();
  }

  /** A rectangular field of beamlets around the axis: columns times rows of them. */
  public static Beamlets field(double sideMm, int columns, int rows) {
    double[] u = new double[columns * rows];
    double[] v = new double[u.length];
    for (int i = 0; i < u.length; i++) {
      int row = i / columns;
      u[i] = (i - row * columns - (columns - 1) / 2.0) * sideMm;
      v[i] = (row - (rows - 1) / 2.0) * sideMm;
    }
    return new Beamlets(sideMm, u, v);
  }

  public int count() {
    return uMm.length;
  }

  public double sideMm() {
    return sideMm;
  }

  public double uMm(int beamlet) {
    return uMm[beamlet];
  }

  public double vMm(int beamlet) {
    return vMm[beamlet];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Beamlets that
        && sideMm == that.sideMm
        && Arrays.equals(uMm, that.uMm)
        && Arrays.equals(vMm, that.vMm);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(uMm) + Arrays.hashCode(vMm);
  }
}
