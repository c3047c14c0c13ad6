/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.preprocess;

import java.util.ArrayList;
import java.util.List;
import org.recourse.radiomics.image.Region;
import org.recourse.radiomics.image.VoxelBlock;

/**
 * Standard intensity scale of MR images: percentiles of the region are moved to standard values,
 * linearly in between and beyond (L. Nyúl, J. Udupa, X. Zhang, IEEE TMI 19 (2000) 143,
 * doi:10.1109/42.836373). Immutable.
 *
 * <p>Worked example: percentiles 0, 50, 100 of an image are 0, 10, 40, the standard values 0, 50,
 * 100; then 25 becomes 75. Degenerate case: an image whose landmarks coincide is refused.
 *
 * @param percentFractions landmarks as fractions of the voxels, ascending
 * @param standardValues standard value of each landmark, ascending
 */
public record HistogramStandard(List<Double> percentFractions, List<Double> standardValues) {

  /** Landmarks of the paper: 1 %, the deciles and 99 %. */
  public static final List<Double> PAPER_LANDMARKS =
      List.of(0.01, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.99);

  public HistogramStandard {
    percentFractions = List.copyOf(percentFractions);
    standardValues = List.copyOf(standardValues);
    if (percentFractions.size() < 2 || percentFractions.size() != standardValues.size()) {
      throw new IllegalArgumentException(
          "landmarks and values do not match: " + percentFractions + ", " + standardValues);
    }
    for (int i = 1; i < percentFractions.size(); i++) {
      if (!(percentFractions.get(i) > percentFractions.get(i - 1)
          && standardValues.get(i) >= standardValues.get(i - 1))) {
        throw new IllegalArgumentException(
            "landmarks must ascend: " + percentFractions + ", " + standardValues);
      }
    }
  }

  /**
   * Learns the scale from images with their regions: each image is mapped linearly so that its
   * first and last landmark become {@code lowest} and {@code highest}, then the landmarks are
   * averaged.
   */
  public static HistogramStandard learnt(
      List<ImageAndRegion> images, List<Double> percentFractions, double lowest, double highest) {
    if (images.isEmpty()) {
      throw new IllegalArgumentException("no image to learn from");
    }
    double[] mean = new double[percentFractions.size()];
    for (ImageAndRegion one : images) {
      double[] landmarks = landmarks(one.image(), one.region(), percentFractions);
      double first = landmarks[0];
      double scale = (highest - lowest) / (landmarks[landmarks.length - 1] - first);
      for (int i = 0; i < mean.length; i++) {
        mean[i] += (lowest + (landmarks[i] - first) * scale) / images.size();
      }
    }
    var values = new ArrayList<Double>();
    for (double value : mean) {
      values.add(value);
    }
    return new HistogramStandard(percentFractions, values);
  }

  /** Returns the image on the standard scale, in double precision. */
  public VoxelBlock normalise(VoxelBlock image, Region region) {
    double[] landmarks = landmarks(image, region, percentFractions);
    double[] values = image.toDoubles();
    for (int i = 0; i < values.length; i++) {
      values[i] = mapped(values[i], landmarks);
    }
    return VoxelBlock.ofFloat64(image.geometry(), values);
  }

  private double mapped(double value, double[] landmarks) {
    int segment = 0;
    while (segment < landmarks.length - 2 && value > landmarks[segment + 1]) {
      segment++;
    }
    double from = landmarks[segment];
    double to = landmarks[segment + 1];
    double low = standardValues.get(segment);
    double high = standardValues.get(segment + 1);
    return to == from ? low : low + (value - from) * (high - low) / (to - from);
  }

  private static double[] landmarks(VoxelBlock image, Region region, List<Double> fractions) {
    double[] sorted = Percentiles.sorted(image, region);
    double[] landmarks = new double[fractions.size()];
    for (int i = 0; i < landmarks.length; i++) {
      landmarks[i] = Percentiles.at(sorted, fractions.get(i));
    }
    if (!(landmarks[landmarks.length - 1] > landmarks[0])) {
      throw new IllegalArgumentException("the landmarks coincide at " + landmarks[0]);
    }
    return landmarks;
  }
}
