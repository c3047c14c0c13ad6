/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.viewer.internal.overlay;

import java.util.Locale;
import org.recourse.ui.viewer.OverlayVolume;

/** Values of an overlay as text: three significant places of its range. Stateless. */
public final class OverlayText {

  private static final int MOST_DECIMALS = 4;

  private OverlayText() {}

  /** What is drawn and in which unit, such as "Gradient of the physical dose, Gy/mm". */
  public static String title(OverlayVolume volume, boolean isStale) {
    String unit = volume.unit().isEmpty() ? "" : ", " + volume.unit();
    return volume.quantity() + unit + (isStale ? " (being recomputed)" : "");
  }

  /** A value with its unit, such as "0.52 Gy/mm". */
  public static String value(double value, OverlayVolume volume) {
    double range = Math.max(Math.abs(volume.from()), Math.abs(volume.to()));
    int decimals = (int) Math.clamp(2 - Math.floor(Math.log10(range)), 0, MOST_DECIMALS);
    return (String.format(Locale.ROOT, "%." + decimals + "f", value) + " " + volume.unit()).strip();
  }
}
