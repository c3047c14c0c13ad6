/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.rendering;

import java.util.Arrays;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.volume.ImageVolume;

/**
 * Which intensities are black and white. Immutable.
 *
 * <p>The grey value is {@code 255·((intensity − centre)/width + 0.5)}, cut to 0 to 255: the
 * LINEAR_EXACT function of DICOM PS3.3 C.11.2.1.3.2.
 *
 * @param centreIntensity middle grey, HU for CT
 * @param widthIntensity distance of black and white, greater than 0
 */
public record WindowLevel(double centreIntensity, double widthIntensity) {

  private static final double DARKEST_FRACTION = 0.01;
  private static final double BRIGHTEST_FRACTION = 0.995;
  private static final int SAMPLES_PER_AXIS = 64;

  public WindowLevel {
    if (!Double.isFinite(centreIntensity)) {
      throw new IllegalArgumentException("centreIntensity must be finite: " + centreIntensity);
    }
    if (!(widthIntensity > 0 && widthIntensity < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("widthIntensity must be > 0: " + widthIntensity);
    }
  }

  /** The window from a black to a white intensity. */
  public static WindowLevel between(double black, double white) {
    return new WindowLevel((black + white) / 2, white - black);
  }

  /**
   * The window between the 1st and the 99.5th percentile of an image, for images without a fixed
   * scale such as MR. At most 64 samples are taken along each axis; an image of one value gets a
   * width of 1.
   */
  public static WindowLevel automatic(ImageVolume volume) {
    GridGeometry geometry = volume.geometry();
    int stepX = 1 + (geometry.sizeX() - 1) / SAMPLES_PER_AXIS;
    int stepY = 1 + (geometry.sizeY() - 1) / SAMPLES_PER_AXIS;
    int stepZ = 1 + (geometry.sizeZ() - 1) / SAMPLES_PER_AXIS;
    float[] samples = new float[SAMPLES_PER_AXIS * SAMPLES_PER_AXIS * SAMPLES_PER_AXIS];
    int count = 0;
    for (int z = 0; z < geometry.sizeZ(); z += stepZ) {
      for (int y = 0; y < geometry.sizeY(); y += stepY) {
        for (int x = 0; x < geometry.sizeX(); x += stepX) {
          samples[count++] = volume.intensityAt(x, y, z);
        }
      }
    }
    Arrays.sort(samples, 0, count);
    double black = samples[(int) (DARKEST_FRACTION * (count - 1))];
    double white = samples[(int) (BRIGHTEST_FRACTION * (count - 1))];
    return white > black ? between(black, white) : new WindowLevel(black, 1);
  }

  public double blackIntensity() {
    return centreIntensity - widthIntensity / 2;
  }

  public double whiteIntensity() {
    return centreIntensity + widthIntensity / 2;
  }

  /** Grey value of an intensity, 0 to 255. */
  public int grey(double intensity) {
    double grey = 255 * ((intensity - centreIntensity) / widthIntensity + 0.5);
    return (int) Math.clamp(grey + 0.5, 0.0, 255.0);
  }
}
