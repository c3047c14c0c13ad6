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

/**
 * All that is seen in one slice view, drawn from first to last: images, other quantities, doses,
 * contours. Immutable
 * and thread-safe.
 *
 * @param plane the plane looked at
 * @param images images; the first is the lowest; may be empty
 * @param scalars other quantities, over the images; may be empty
 * @param doses doses with wash and isodose lines; may be empty
 * @param outlines structures; may be empty
 */
public record SliceScene(
    SlicePlane plane,
    List<ImageLayer> images,
    List<ScalarLayer> scalars,
    List<DoseLayer> doses,
    List<StructureOutline> outlines) {

  public SliceScene {
    Objects.requireNonNull(plane, "plane");
    images = List.copyOf(images);
    scalars = List.copyOf(scalars);
    doses = List.copyOf(doses);
    outlines = List.copyOf(outlines);
  }

  /** A scene of images, doses and contours. */
  public SliceScene(
      SlicePlane plane,
      List<ImageLayer> images,
      List<DoseLayer> doses,
      List<StructureOutline> outlines) {
    this(plane, images, List.of(), doses, outlines);
  }

  /** The same layers on another plane. */
  public SliceScene on(SlicePlane other) {
    return new SliceScene(other, images, scalars, doses, outlines);
  }
}
