/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.filter;

import java.util.Locale;
import java.util.Optional;
import org.recourse.radiomics.settings.Settings;

/**
 * Choices that several filters of IBSI-2 share, as the settings give them. Immutable.
 *
 * @param boundary {@code filterBoundary}: zero, nearest, periodic or mirror (the default)
 * @param dimensions {@code filterDimensions}: 2 for each xy plane by itself, 3 (the default)
 * @param rotations {@code rotationPooling}: average, maximum or minimum over rotations by right
 *     angles; none is the default
 */
record FilterChoices(BoundaryCondition boundary, int dimensions, Optional<Pooling> rotations) {

  static FilterChoices of(Settings settings) {
    String pooling = settings.text("rotationPooling", "none");
    return new FilterChoices(
        BoundaryCondition.valueOf(
            settings.text("filterBoundary", "mirror").toUpperCase(Locale.ROOT)),
        settings.integer("filterDimensions", 3),
        pooling.equals("none")
            ? Optional.empty()
            : Optional.of(Pooling.valueOf(pooling.toUpperCase(Locale.ROOT))));
  }

  /** Returns a number as it stands in the name of an image: 1.5 is 1-5. */
  static String inName(double value) {
    return Double.toString(value).replace('.', '-');
  }

  /** Returns the end of a name that tells two and three dimensions apart. */
  String suffix() {
    return "-"
        + dimensions
        + "D"
        + rotations.map(p -> "-" + p.name().toLowerCase(Locale.ROOT)).orElse("");
  }
}
