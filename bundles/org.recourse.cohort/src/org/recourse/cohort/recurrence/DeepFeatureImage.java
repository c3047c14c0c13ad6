/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.recurrence;

import java.util.Arrays;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.radiomics.image.Region;
import org.recourse.radiomics.image.VoxelBlock;

/**
 * The image that a network for deep features is given: the slice with the largest section of the
 * tumour, the smallest square around it and a tenth of its side more, intensities between the 1st
 * and the 99th percentile of the square mapped to 0–1, bilinear to the side of the package, the
 * same in three channels, each minus its mean over its deviation. The paper does not say how its
 * ResNet50 was given images, so this is a choice. Stateless.
 */
public final class DeepFeatureImage {

  private static final double MARGIN = 0.1;
  private static final double LOW = 0.01;
  private static final double HIGH = 0.99;

  private DeepFeatureImage() {}

  /**
   * @param image the whole image
   * @param tumour on its grid, not empty
   * @return three channels, row by row
   */
  public static float[] of(VoxelBlock image, Region tumour, DeepFeaturePackage target) {
    GridGeometry geometry = image.geometry();
    int slice = largestSlice(tumour);
    int[] box = box(tumour, slice);
    double centreX = (box[0] + box[1]) / 2.0;
    double centreY = (box[2] + box[3]) / 2.0;
    double side =
        Math.max(
            (box[1] - box[0] + 1) * geometry.spacingMm().x(),
            (box[3] - box[2] + 1) * geometry.spacingMm().y());
    double sideMm = side * (1 + 2 * MARGIN);
    int pixels = target.side();
    double[] square = new double[pixels * pixels];
    for (int row = 0; row < pixels; row++) {
      double y = centreY + ((row + 0.5) / pixels - 0.5) * sideMm / geometry.spacingMm().y();
      for (int column = 0; column < pixels; column++) {
        double x = centreX + ((column + 0.5) / pixels - 0.5) * sideMm / geometry.spacingMm().x();
        square[row * pixels + column] = bilinear(image, x, y, slice);
      }
    }
    return channels(square, target);
  }

  private static float[] channels(double[] square, DeepFeaturePackage target) {
    double[] sorted = square.clone();
    Arrays.sort(sorted);
    double low = sorted[(int) (LOW * (sorted.length - 1))];
    double high = sorted[(int) (HIGH * (sorted.length - 1))];
    double range = high > low ? high - low : 1; // a uniform square becomes 0
    float[] channels = new float[3 * square.length];
    for (int channel = 0; channel < 3; channel++) {
      double mean = target.mean().get(channel);
      double deviation = target.deviation().get(channel);
      for (int i = 0; i < square.length; i++) {
        double inside = Math.clamp((square[i] - low) / range, 0, 1);
        channels[channel * square.length + i] = (float) ((inside - mean) / deviation);
      }
    }
    return channels;
  }

  private static int largestSlice(Region tumour) {
    int best = 0;
    int most = 0;
    int voxels = tumour.geometry().sliceVoxelCount();
    for (int z = 0; z < tumour.geometry().sizeZ(); z++) {
      int count = 0;
      for (int i = z * voxels; i < (z + 1) * voxels; i++) {
        count += tumour.contains(i) ? 1 : 0;
      }
      if (count > most) {
        most = count;
        best = z;
      }
    }
    if (most == 0) {
      throw new IllegalArgumentException("the tumour is empty");
    }
    return best;
  }

  /** Least and greatest x, least and greatest y. */
  private static int[] box(Region tumour, int slice) {
    int[] box = {Integer.MAX_VALUE, 0, Integer.MAX_VALUE, 0};
    int sizeX = tumour.geometry().sizeX();
    int voxels = tumour.geometry().sliceVoxelCount();
    for (int i = 0; i < voxels; i++) {
      if (tumour.contains(slice * voxels + i)) {
        box[0] = Math.min(box[0], i % sizeX);
        box[1] = Math.max(box[1], i % sizeX);
        box[2] = Math.min(box[2], i / sizeX);
        box[3] = Math.max(box[3], i / sizeX);
      }
    }
    return box;
  }

  /** Outside of the image its border goes on. */
  private static double bilinear(VoxelBlock image, double x, double y, int z) {
    GridGeometry geometry = image.geometry();
    double insideX = Math.clamp(x, 0, geometry.sizeX() - 1);
    double insideY = Math.clamp(y, 0, geometry.sizeY() - 1);
    int left = Math.min((int) insideX, Math.max(0, geometry.sizeX() - 2));
    int top = Math.min((int) insideY, Math.max(0, geometry.sizeY() - 2));
    int right = Math.min(left + 1, geometry.sizeX() - 1);
    int bottom = Math.min(top + 1, geometry.sizeY() - 1);
    double fx = insideX - left;
    double fy = insideY - top;
    return (1 - fy) * ((1 - fx) * value(image, left, top, z) + fx * value(image, right, top, z))
        + fy * ((1 - fx) * value(image, left, bottom, z) + fx * value(image, right, bottom, z));
  }

  private static double value(VoxelBlock image, int x, int y, int z) {
    return image.valueAt(image.geometry().indexOf(x, y, z));
  }
}
