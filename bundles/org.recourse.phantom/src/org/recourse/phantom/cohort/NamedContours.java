/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.cohort;

import java.util.Objects;
import java.util.Optional;
import org.recourse.grid.contour.ContourSet;
import org.recourse.model.StructureType;

/**
 * A contoured structure of a synthetic patient. Immutable.
 *
 * @param name its name
 * @param tg263Name its name by AAPM TG-263, if that has one
 * @param type what it is
 * @param colourRgb colour as 0xRRGGBB
 * @param contours its contours, mm in patient space
 */
public record NamedContours(
    String name,
    Optional<String> tg263Name,
    StructureType type,
    int colourRgb,
    ContourSet contours) {

  public NamedContours {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(tg263Name, "tg263Name");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(contours, "contours");
  }
}
