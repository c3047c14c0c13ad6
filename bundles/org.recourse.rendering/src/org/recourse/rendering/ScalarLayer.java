/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.rendering;

import java.util.Objects;
import org.recourse.grid.geometry.AffineTransform;

/**
 * A scalar quantity in a scene, over the images and under the lines. A pixel is drawn where all
 * voxels it is interpolated from are defined. Immutable.
 *
 * @param values the quantity
 * @param sceneToValues from patient coordinates of the scene to those of the volume, mm
 * @param wash its colours
 */
public record ScalarLayer(ScalarVolume values, AffineTransform sceneToValues, ScalarWash wash) {

  public ScalarLayer {
    Objects.requireNonNull(values, "values");
    Objects.requireNonNull(sceneToValues, "sceneToValues");
    Objects.requireNonNull(wash, "wash");
  }
}
