/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.viewer.internal;

import java.util.List;
import java.util.stream.IntStream;

/** Isodose levels for a dose without a prescription. Stateless. */
final class RoundLevels {

  private static final double SHARES = 5;

  private RoundLevels() {}

  /**
   * Returns multiples of a round step (1, 2 or 5 times a power of ten) up to a maximum, ascending;
   * for 147 Gy these are 20, 40, ... 140 Gy. None for a maximum of 0.
   */
  static List<Double> below(double maximumGy) {
    if (!(maximumGy > 0)) {
      return List.of();
    }
    double stepGy = ScaleBar.lengthMm(maximumGy / SHARES);
    int count = (int) Math.floor(maximumGy / stepGy);
    return IntStream.rangeClosed(1, count).mapToObj(i -> i * stepGy).toList();
  }
}
