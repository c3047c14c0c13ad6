/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.internal.dose;

import java.util.Arrays;

/**
 * The square field elements of all beams and the number each has in the vector of weights. An
 * element is open if a target point is projected near it. Not thread-safe while it is filled.
 */
final class Bixels {

  /** Side of an element at the isocentre plane. */
  static final double SIZE_MM = 4;

  /** Elements along each axis of a field. */
  static final int PER_AXIS = 41;

  private static final double OPENING_MARGIN_MM = 3;
  private static final int CLOSED = -1;

  private final int[][] numberByBeam;
  private int count;

  Bixels(int beamCount) {
    numberByBeam = new int[beamCount][PER_AXIS * PER_AXIS];
    for (int[] numbers : numberByBeam) {
      Arrays.fill(numbers, CLOSED);
    }
  }

  /** Opens every element within the margin of a projected target point. */
  void open(int beam, double uMm, double vMm) {
    int lowU = index(uMm - OPENING_MARGIN_MM);
    int highU = index(uMm + OPENING_MARGIN_MM);
    int lowV = index(vMm - OPENING_MARGIN_MM);
    int highV = index(vMm + OPENING_MARGIN_MM);
    for (int v = Math.max(0, lowV); v <= Math.min(PER_AXIS - 1, highV); v++) {
      for (int u = Math.max(0, lowU); u <= Math.min(PER_AXIS - 1, highU); u++) {
        if (numberByBeam[beam][v * PER_AXIS + u] == CLOSED) {
          numberByBeam[beam][v * PER_AXIS + u] = count++;
        }
      }
    }
  }

  boolean isOpen(int beam, int u, int v) {
    return numberByBeam[beam][v * PER_AXIS + u] != CLOSED;
  }

  /** Returns the place of an open element in the vector of weights. */
  int number(int beam, int u, int v) {
    return numberByBeam[beam][v * PER_AXIS + u];
  }

  int count() {
    return count;
  }

  int beamCount() {
    return numberByBeam.length;
  }

  /** Returns the element that holds a position; it may be outside the field. */
  static int index(double mm) {
    return (int) Math.floor(mm / SIZE_MM + PER_AXIS / 2.0);
  }

  static double centreMm(int index) {
    return (index + 0.5 - PER_AXIS / 2.0) * SIZE_MM;
  }
}
