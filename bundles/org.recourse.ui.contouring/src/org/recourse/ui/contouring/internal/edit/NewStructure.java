/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.contouring.internal.edit;

import java.util.Objects;
import java.util.Optional;
import org.recourse.model.StructureType;

/**
 * A structure that is to be made. Immutable.
 *
 * @param name name, not blank, at most 64 characters as DICOM allows
 * @param tg263Name standard name, if there is one for it
 * @param type kind
 * @param colourRgb display colour, 0xRRGGBB
 * @param recipe how it was made, in a sentence
 */
public record NewStructure(
    String name, Optional<String> tg263Name, StructureType type, int colourRgb, String recipe) {

  private static final int LONGEST_NAME = 64;

  public NewStructure {
    Objects.requireNonNull(tg263Name, "tg263Name");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(recipe, "recipe");
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException("a name has 1 to 64 characters: '" + name + "'");
    }
  }
}
