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
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.grid.volume.ImageVolume;

/** A frame made for a test, asked by patient position. */
record RenderedFrame(SlicePlane plane, ViewTransform view, FrameBuffer buffer) {

  /** Grey values 0 to 255 are the intensities 0 to 255. */
  static final WindowLevel IDENTITY_WINDOW = WindowLevel.between(0, 255);

  static final DoseWash NO_WASH = new DoseWash(DosePalette.VIRIDIS, 1, 0, 0);

  static RenderedFrame of(SliceScene scene, ViewTransform view, int width, int height) {
    var buffer = new FrameBuffer();
    try (SliceExecutor executor = SliceExecutor.ofThreads(2)) {
      new FrameRenderer(executor).render(scene, view, width, height, buffer);
    }
    return new RenderedFrame(scene.plane(), view, buffer);
  }

  static SliceScene image(SlicePlane plane, ImageVolume volume) {
    return new SliceScene(
        plane, List.of(new ImageLayer(volume, IDENTITY_WINDOW)), List.of(), List.of());
  }

  static SliceScene wash(SlicePlane plane, DoseGrid dose, DoseWash wash) {
    return new SliceScene(
        plane, List.of(), List.of(new DoseLayer(dose, wash, List.of())), List.of());
  }

  int rgb(int x, int y) {
    return buffer.pixels()[y * buffer.width() + x] & 0xffffff;
  }

  int rgbAt(Vector3 pointMm) {
    int x = (int) Math.floor(view.pixelX(plane.uMm(pointMm), buffer.width()));
    int y = (int) Math.floor(view.pixelY(plane.vMm(pointMm), buffer.height()));
    return rgb(x, y);
  }

  int greyAt(Vector3 pointMm) {
    return rgbAt(pointMm) & 0xff;
  }

  boolean isBackgroundAt(Vector3 pointMm) {
    return rgbAt(pointMm) == FrameRenderer.BACKGROUND_RGB;
  }
}
