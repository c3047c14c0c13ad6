/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.session;

/**
 * Grey window of an image. Immutable.
 *
 * @param centre intensity shown as middle grey: HU for CT, the stored intensity for MR
 * @param width span from black to white, same unit, greater than 0
 */
public record IntensityWindow(double centre, double width) {

  /** Soft tissue on CT: -110 to 190 HU. */
  public static final IntensityWindow SOFT_TISSUE = new IntensityWindow(40, 300);

  public IntensityWindow {
    if (!Double.isFinite(centre)) {
      throw new IllegalArgumentException("centre must be finite: " + centre);
    }
    if (!(width > 0 && width < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("width must be finite and > 0: " + width);
    }
  }
}
