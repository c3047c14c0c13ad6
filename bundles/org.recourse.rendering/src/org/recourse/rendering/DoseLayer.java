/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.rendering;

import java.util.List;
import java.util.Objects;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.volume.DoseGrid;

/**
 * A dose in a scene, physical or equieffective. Immutable.
 *
 * @param dose the dose
 * @param sceneToDose from patient coordinates of the scene to those of the dose, mm
 * @param wash colour wash; opacity 0 draws none
 * @param isodoses lines, drawn in this order over the wash; may be empty
 */
public record DoseLayer(
    DoseGrid dose, AffineTransform sceneToDose, DoseWash wash, List<IsodoseLevel> isodoses) {

  public DoseLayer {
    Objects.requireNonNull(dose, "dose");
    Objects.requireNonNull(sceneToDose, "sceneToDose");
    Objects.requireNonNull(wash, "wash");
    isodoses = List.copyOf(isodoses);
  }

  /** A dose in the frame of reference of the scene. */
  public DoseLayer(DoseGrid dose, DoseWash wash, List<IsodoseLevel> isodoses) {
    this(dose, AffineTransform.IDENTITY, wash, isodoses);
  }
}
