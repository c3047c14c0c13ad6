/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.viewer;

import java.util.Objects;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.rendering.ScalarPalette;
import org.recourse.rendering.ScalarVolume;

/**
 * A computed overlay. Immutable.
 *
 * @param values the quantity; NaN where it is not defined, which is drawn transparent
 * @param sceneToValues from the frame of the slices to that of the values, mm
 * @param quantity what it is, for the title of the view, such as "Gradient of the physical dose"
 * @param unit unit of the values for the colour bar, such as "Gy/mm"; empty for a plain number
 * @param from value at the start of the colour bar
 * @param to value at its end, greater than {@code from}
 * @param palette sequential, or diverging where the middle of the range is neutral
 */
public record OverlayVolume(
    ScalarVolume values,
    AffineTransform sceneToValues,
    String quantity,
    String unit,
    double from,
    double to,
    ScalarPalette palette) {

  public OverlayVolume {
    Objects.requireNonNull(values, "values");
    Objects.requireNonNull(sceneToValues, "sceneToValues");
    Objects.requireNonNull(quantity, "quantity");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(palette, "palette");
    if (!(Double.isFinite(from) && Double.isFinite(to) && to > from)) {
      throw new IllegalArgumentException("the range must be finite and rise: " + from + ", " + to);
    }
  }
}
