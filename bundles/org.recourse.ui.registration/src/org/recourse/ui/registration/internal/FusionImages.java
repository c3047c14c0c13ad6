/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.registration.internal;

import java.util.Arrays;
import java.util.Objects;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.resample.TrilinearSampler;
import org.recourse.grid.volume.ImageVolume;

/**
 * Two images ready to be shown, each with its window. Immutable and thread-safe.
 *
 * @param fixed the image that stays
 * @param moving the image that is brought onto it
 */
record FusionImages(Layer fixed, Layer moving) {

  private static final double DARKEST = 0.02; // quantiles of the window
  private static final double BRIGHTEST = 0.995;

  FusionImages {
    Objects.requireNonNull(fixed, "fixed");
    Objects.requireNonNull(moving, "moving");
  }

  static FusionImages of(ImageVolume fixed, ImageVolume moving) {
    return new FusionImages(Layer.of(fixed), Layer.of(moving));
  }

  /**
   * One image.
   *
   * @param geometry its grid
   * @param sampler its intensities
   * @param low shown black, and what lies outside
   * @param high shown white
   */
  record Layer(GridGeometry geometry, TrilinearSampler sampler, double low, double high) {

    static Layer of(ImageVolume image) {
      GridGeometry g = image.geometry();
      float[] slice = new float[g.sliceVoxelCount()];
      int step = Math.max(1, slice.length / 2000);
      float[] subset = new float[g.sizeZ() * ((slice.length + step - 1) / step)];
      int n = 0;
      for (int z = 0; z < g.sizeZ(); z++) {
        image.copySlice(z, slice);
        for (int i = 0; i < slice.length; i += step) {
          subset[n++] = slice[i];
        }
      }
      Arrays.sort(subset);
      double low = subset[(int) (DARKEST * (n - 1))];
      double high = subset[(int) (BRIGHTEST * (n - 1))];
      return new Layer(g, TrilinearSampler.of(image), low, Math.max(high, low + 1));
    }

    /** Returns the brightness at a point, 0 to 1; 0 outside. */
    double brightness(Vector3 p) {
      double value = sampler.sampleOr(p.x(), p.y(), p.z(), low);
      return Math.clamp((value - low) / (high - low), 0.0, 1.0);
    }

    Vector3 middleMm() {
      return geometry.toPatientMm(
          (geometry.sizeX() - 1) / 2.0, (geometry.sizeY() - 1) / 2.0, (geometry.sizeZ() - 1) / 2.0);
    }

    /** Longest edge of the image, mm. */
    double extentMm() {
      Vector3 s = geometry.spacingMm();
      return Math.max(
          geometry.sizeX() * s.x(), Math.max(geometry.sizeY() * s.y(), geometry.sizeZ() * s.z()));
    }
  }
}
