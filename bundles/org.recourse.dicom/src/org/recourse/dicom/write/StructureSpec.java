/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.write;

import java.util.Objects;
import java.util.Optional;
import org.recourse.grid.contour.ContourSet;
import org.recourse.model.StructureType;

/**
 * One region of interest.
 *
 * @param roiNumber ROI Number, at least 1, unique in the structure set
 * @param name ROI name
 * @param type kind, written as RT ROI Interpreted Type
 * @param colourRgb display colour, 0xRRGGBB
 * @param contours closed contours; may be empty
 * @param algorithm who drew it; empty if that is not known
 */
public record StructureSpec(
    int roiNumber,
    String name,
    StructureType type,
    int colourRgb,
    ContourSet contours,
    Optional<GenerationAlgorithm> algorithm) {

  public StructureSpec {
    if (roiNumber < 1) {
      throw new IllegalArgumentException("roiNumber must be >= 1: " + roiNumber);
    }
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(contours, "contours");
    Objects.requireNonNull(algorithm, "algorithm");
  }

  /** A structure that a program computed, such as that of a phantom. */
  public StructureSpec(
      int roiNumber, String name, StructureType type, int colourRgb, ContourSet contours) {
    this(roiNumber, name, type, colourRgb, contours, Optional.of(GenerationAlgorithm.AUTOMATIC));
  }
}
