/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.registration.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;

/**
 * Pixels of one plane, 0xRRGGBB row by row. Stateless.
 *
 * <p>Pixel (i, j) lies at middle + (i − (width − 1)/2)·mmPerPixel·right + (j − (height −
 * 1)/2)·mmPerPixel·down.
 */
final class FusionRaster {

  private static final int SMALLEST_FIELD = 6; // pixels of the checkerboard
  private static final int LARGEST_FIELD = 90;

  private FusionRaster() {}

  /**
   * Where a plane lies on the screen.
   *
   * @param plane which
   * @param middleMm point in its middle
   * @param width pixels
   * @param height pixels
   * @param mmPerPixel scale
   */
  record Frame(FusionPlane plane, Vector3 middleMm, int width, int height, double mmPerPixel) {

    Vector3 pointMm(double i, double j) {
      return middleMm
          .plus(plane.right().times((i - (width - 1) / 2.0) * mmPerPixel))
          .plus(plane.down().times((j - (height - 1) / 2.0) * mmPerPixel));
    }
  }

  static int[] draw(
      FusionScene scene, Frame frame, SliceExecutor executor, IProgressMonitor monitor) {
    int[] pixels = new int[frame.width() * frame.height()];
    executor.forEachSlice(
        frame.height(),
        monitor,
        j -> {
          for (int i = 0; i < frame.width(); i++) {
            pixels[j * frame.width() + i] = pixel(scene, frame, i, j);
          }
        });
    return pixels;
  }

  private static int pixel(FusionScene scene, Frame frame, int i, int j) {
    Vector3 p = frame.pointMm(i, j);
    return switch (scene.mode()) {
      case BLEND -> {
        double mix = (1 - scene.share()) * fixed(scene, p) + scene.share() * moving(scene, p);
        yield rgb(mix, mix, mix);
      }
      case CHECKERBOARD -> {
        int field = (int) (SMALLEST_FIELD + scene.share() * (LARGEST_FIELD - SMALLEST_FIELD));
        double value = (i / field + j / field) % 2 == 0 ? fixed(scene, p) : moving(scene, p);
        yield rgb(value, value, value);
      }
      case SWIPE -> {
        double value = i < scene.share() * frame.width() ? fixed(scene, p) : moving(scene, p);
        yield rgb(value, value, value);
      }
      case DIFFERENCE -> {
        double m = moving(scene, p);
        yield rgb(m, fixed(scene, p), m);
      }
    };
  }

  private static double fixed(FusionScene scene, Vector3 p) {
    return scene.images().fixed().brightness(p);
  }

  private static double moving(FusionScene scene, Vector3 p) {
    return scene.images().moving().brightness(scene.fixedToMoving().apply(p));
  }

  private static int rgb(double red, double green, double blue) {
    return (int) (red * 255 + 0.5) << 16
        | (int) (green * 255 + 0.5) << 8
        | (int) (blue * 255 + 0.5);
  }
}
