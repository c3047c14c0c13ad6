/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.internal.geometry;

import java.util.Arrays;

/**
 * Positions of parallel planes along their normal, and the regular grid they are read on.
 * Immutable.
 *
 * <p>Equally spaced planes are taken as they are. Otherwise the grid has the finest distance that
 * occurs, and values between planes are interpolated linearly; whoever uses it reports that.
 */
public final class SlicePositions {

  /** Planes may be off their regular place by this part of the spacing. */
  private static final double RELATIVE_TOLERANCE = 0.02;

  /** Positions are written with about 0.001 mm. */
  private static final double ABSOLUTE_TOLERANCE_MM = 0.01;

  private static final int LARGEST_REFINEMENT = 8;

  private final double[] positionsMm;

  private SlicePositions(double[] positionsMm) {
    this.positionsMm = positionsMm;
  }

  /**
   * Makes positions of at least two planes.
   *
   * @param ascendingMm strictly ascending positions
   */
  public static SlicePositions of(double[] ascendingMm) {
    if (ascendingMm.length < 2) {
      throw new IllegalArgumentException("two planes are needed: " + ascendingMm.length);
    }
    for (int i = 1; i < ascendingMm.length; i++) {
      if (!(ascendingMm[i] > ascendingMm[i - 1])) {
        throw new IllegalArgumentException(
            "positions must ascend: " + ascendingMm[i - 1] + ", " + ascendingMm[i]);
      }
    }
    return new SlicePositions(ascendingMm.clone());
  }

  /** How a plane of the grid is made: {@code (1 - fraction)·lower + fraction·upper}. */
  public record Blend(int lower, int upper, double fraction) {}

  public int planeCount() {
    return positionsMm.length;
  }

  public double positionMm(int plane) {
    return positionsMm[plane];
  }

  public double lengthMm() {
    return positionsMm[positionsMm.length - 1] - positionsMm[0];
  }

  /** Returns the most usual distance of neighbouring planes. */
  public double medianSpacingMm() {
    double[] steps = steps();
    Arrays.sort(steps);
    return steps[steps.length / 2];
  }

  public boolean isRegular() {
    double stepMm = lengthMm() / (positionsMm.length - 1);
    double toleranceMm = Math.max(ABSOLUTE_TOLERANCE_MM, RELATIVE_TOLERANCE * stepMm);
    for (int i = 0; i < positionsMm.length; i++) {
      if (Math.abs(positionsMm[i] - positionsMm[0] - i * stepMm) > toleranceMm) {
        return false;
      }
    }
    return true;
  }

  /** Tells whether the distance after plane {@code i} is at least one and a half usual ones. */
  public boolean isGapAfter(int i) {
    return positionsMm[i + 1] - positionsMm[i] > 1.5 * medianSpacingMm();
  }

  /** Tells whether a regular grid of bounded size exists. */
  public boolean isReadable() {
    return gridCount() <= LARGEST_REFINEMENT * positionsMm.length;
  }

  /** Returns the number of planes of the grid. */
  public int gridCount() {
    if (isRegular()) {
      return positionsMm.length;
    }
    double finestMm = Arrays.stream(steps()).min().orElseThrow();
    return (int) Math.round(lengthMm() / finestMm) + 1;
  }

  public double gridSpacingMm() {
    return lengthMm() / (gridCount() - 1);
  }

  /** Returns how plane {@code z} of the grid is made. */
  public Blend blendAt(int z) {
    if (isRegular()) {
      return new Blend(z, z, 0);
    }
    double wantedMm = positionsMm[0] + z * gridSpacingMm();
    int found = Arrays.binarySearch(positionsMm, wantedMm);
    int upper = Math.clamp(found >= 0 ? found : -found - 1, 1, positionsMm.length - 1);
    double fraction =
        (wantedMm - positionsMm[upper - 1]) / (positionsMm[upper] - positionsMm[upper - 1]);
    return new Blend(upper - 1, upper, Math.clamp(fraction, 0, 1));
  }

  private double[] steps() {
    double[] steps = new double[positionsMm.length - 1];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = positionsMm[i + 1] - positionsMm[i];
    }
    return steps;
  }
}
