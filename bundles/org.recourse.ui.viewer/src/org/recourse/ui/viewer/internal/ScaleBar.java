/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.viewer.internal;

import java.util.Locale;

/** Round lengths for a scale bar. Stateless. */
final class ScaleBar {

  private static final double MM_PER_CM = 10;

  private ScaleBar() {}

  /** Returns the largest of 1, 2, 5 times a power of ten that is not above {@code atMostMm}. */
  static double lengthMm(double atMostMm) {
    double power = Math.pow(10, Math.floor(Math.log10(atMostMm)));
    double ratio = atMostMm / power;
    return power * (ratio >= 5 ? 5 : ratio >= 2 ? 2 : 1);
  }

  static String label(double lengthMm) {
    return lengthMm >= MM_PER_CM
        ? String.format(Locale.ROOT, "%.0f cm", lengthMm / MM_PER_CM)
        : String.format(Locale.ROOT, lengthMm >= 1 ? "%.0f mm" : "%.1f mm", lengthMm);
  }
}
