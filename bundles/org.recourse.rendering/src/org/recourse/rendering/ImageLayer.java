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
import org.recourse.grid.volume.ImageVolume;

/**
 * An image in a scene. Immutable.
 *
 * @param volume the image
 * @param sceneToImage from patient coordinates of the scene to those of the image, mm
 * @param window which intensities are black and white
 * @param opacityFraction 1 hides what lies below, 0 shows nothing
 */
public record ImageLayer(
    ImageVolume volume, AffineTransform sceneToImage, WindowLevel window, double opacityFraction) {

  public ImageLayer {
    Objects.requireNonNull(volume, "volume");
    Objects.requireNonNull(sceneToImage, "sceneToImage");
    Objects.requireNonNull(window, "window");
    if (!(opacityFraction >= 0 && opacityFraction <= 1)) {
      throw new IllegalArgumentException("opacityFraction must be 0 to 1: " + opacityFraction);
    }
  }

  /** An opaque image in the frame of reference of the scene. */
  public ImageLayer(ImageVolume volume, WindowLevel window) {
    this(volume, AffineTransform.IDENTITY, window, 1);
  }
}
