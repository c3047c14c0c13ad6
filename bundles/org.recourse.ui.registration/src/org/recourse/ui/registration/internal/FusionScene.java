/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.registration.internal;

import java.util.Objects;
import org.recourse.grid.geometry.Vector3;
import org.recourse.registration.transform.SpatialTransform;

/**
 * What is to be shown. Immutable.
 *
 * @param images both images
 * @param fixedToMoving where a point of the fixed image is looked up in the moving one
 * @param mode how they are joined
 * @param share position of the slider, 0 to 1
 * @param crossMm point of the fixed frame that the three planes go through
 */
record FusionScene(
    FusionImages images,
    SpatialTransform fixedToMoving,
    FusionMode mode,
    double share,
    Vector3 crossMm) {

  FusionScene {
    Objects.requireNonNull(images, "images");
    Objects.requireNonNull(fixedToMoving, "fixedToMoving");
    Objects.requireNonNull(mode, "mode");
    Objects.requireNonNull(crossMm, "crossMm");
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("share must be 0 to 1: " + share);
    }
  }

  FusionScene withTransform(SpatialTransform transform) {
    return new FusionScene(images, transform, mode, share, crossMm);
  }

  FusionScene withMode(FusionMode other) {
    return new FusionScene(images, fixedToMoving, other, share, crossMm);
  }

  FusionScene withShare(double other) {
    return new FusionScene(images, fixedToMoving, mode, other, crossMm);
  }

  FusionScene withCross(Vector3 pointMm) {
    return new FusionScene(images, fixedToMoving, mode, share, pointMm);
  }
}
