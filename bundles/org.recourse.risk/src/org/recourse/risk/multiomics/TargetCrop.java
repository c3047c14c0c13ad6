/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.risk.multiomics;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.grid.contour.ContourRasteriser;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.contour.PlanarContour;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.resample.TrilinearSampler;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.grid.volume.Mask;
import org.recourse.inference.network.NetworkSize;
import org.recourse.inference.tensor.Tensor;
import org.recourse.radiomics.FeatureCatalogue;
import org.recourse.radiomics.FeatureExtractor;
import org.recourse.radiomics.feature.FeatureVector;
import org.recourse.radiomics.image.Region;
import org.recourse.radiomics.image.VoxelBlock;
import org.recourse.risk.RiskVoxels;

/**
 * Cuts the target out of dose and images, in the frame of the planned dose. The box of the dose is
 * centred on the box of the target; outside of the target the dose given to a network is 0 Gy.
 * Images are brought to voxels of 2 mm in a box 10 mm larger than the target. Stateless.
 */
public final class TargetCrop {

  /** How the dose of a package is cut out, for its description. */
  public static final String DOSE_PREPROCESSING =
      "trilinear samples of the physical dose of the planned course in a box centred on the box of"
          + " PTVnx; 0 Gy outside of PTVnx";

  private static final double FEATURE_SPACING_MM = 2;
  private static final double MARGIN_MM = 10;

  private TargetCrop() {}

  /** Returns the grid of a dose volume around a target, which must not be empty. */
  public static GridGeometry doseGeometry(ContourSet target, NetworkSize size, Vector3 spacingMm) {
    Vector3[] box = box(target);
    var centre =
        new Vector3(
            (box[0].x() + box[1].x()) / 2,
            (box[0].y() + box[1].y()) / 2,
            (box[0].z() + box[1].z()) / 2);
    var origin =
        new Vector3(
            centre.x() - (size.sizeX() - 1) / 2.0 * spacingMm.x(),
            centre.y() - (size.sizeY() - 1) / 2.0 * spacingMm.y(),
            centre.z() - (size.sizeZ() - 1) / 2.0 * spacingMm.z());
    return new GridGeometry(size.sizeX(), size.sizeY(), size.sizeZ(), origin, spacingMm);
  }

  /** Returns the voxels of a target on a grid. */
  public static Mask mask(ContourSet target, GridGeometry geometry, IProgressMonitor monitor) {
    try (SliceExecutor executor = SliceExecutor.ofThreads(1)) {
      return ContourRasteriser.rasterise(target, geometry, executor, monitor);
    }
  }

  /** Returns the dose inside of a mask, in Gy, in the shape of a network. */
  public static Tensor dose(DoseGrid dose, Mask mask, NetworkSize size) {
    TrilinearSampler sampler = TrilinearSampler.of(dose);
    GridGeometry geometry = mask.geometry();
    float[] values = new float[geometry.voxelCount()];
    for (int z = 0; z < geometry.sizeZ(); z++) {
      BitSet slice = mask.slice(z);
      int offset = z * geometry.sliceVoxelCount();
      for (int i = slice.nextSetBit(0); i >= 0; i = slice.nextSetBit(i + 1)) {
        values[offset + i] = (float) sampler.sampleOr(geometry.centreMm(offset + i), 0);
      }
    }
    return Tensor.of(size.doseShape(), values);
  }

  /**
   * Returns features of an image inside of a target, in the order of the names; empty if one is not
   * defined there.
   *
   * @param plainNames names such as {@code original_glcm_Contrast}
   */
  public static Optional<double[]> features(
      RiskVoxels.PlacedImage placed,
      ContourSet target,
      List<String> plainNames,
      FeatureCatalogue catalogue,
      IProgressMonitor monitor) {
    return numbers(vector(placed, target, plainNames, catalogue, monitor), plainNames);
  }

  /** Returns the numbers of features in the order of the names; empty if one is not defined. */
  static Optional<double[]> numbers(FeatureVector vector, List<String> plainNames) {
    double[] numbers = new double[plainNames.size()];
    for (int i = 0; i < numbers.length; i++) {
      var number = vector.number(plainNames.get(i));
      if (number.isEmpty()) {
        return Optional.empty();
      }
      numbers[i] = number.getAsDouble();
    }
    return Optional.of(numbers);
  }

  /** Returns features of an image inside of a target; none if the image does not reach it. */
  public static FeatureVector vector(
      RiskVoxels.PlacedImage placed,
      ContourSet target,
      List<String> plainNames,
      FeatureCatalogue catalogue,
      IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, "MR features", 10);
    GridGeometry geometry = featureGeometry(target);
    Region region = Region.of(mask(target, geometry, progress.split(2)));
    VoxelBlock block = sampled(placed, geometry);
    if (region.voxelCount() == 0 || isUniform(block)) {
      return FeatureVector.builder().build(); // the image does not reach the target
    }
    try (SliceExecutor executor = SliceExecutor.ofThreads(1)) {
      return new FeatureExtractor(catalogue)
          .extract(
              block, region, SequenceFeatures.parameters(plainNames), executor, progress.split(8))
          .features();
    }
  }

  private static VoxelBlock sampled(RiskVoxels.PlacedImage placed, GridGeometry geometry) {
    TrilinearSampler sampler = TrilinearSampler.of(placed.image());
    float[] values = new float[geometry.voxelCount()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) sampler.sampleOr(placed.fromPlan().apply(geometry.centreMm(i)), 0);
    }
    return VoxelBlock.ofFloat32(geometry, values);
  }

  private static boolean isUniform(VoxelBlock block) {
    double first = block.valueAt(0);
    for (int i = 1; i < block.geometry().voxelCount(); i++) {
      if (block.valueAt(i) != first) {
        return false;
      }
    }
    return true;
  }

  private static GridGeometry featureGeometry(ContourSet target) {
    Vector3[] box = box(target);
    return new GridGeometry(
        count(box[0].x(), box[1].x()),
        count(box[0].y(), box[1].y()),
        count(box[0].z(), box[1].z()),
        new Vector3(box[0].x() - MARGIN_MM, box[0].y() - MARGIN_MM, box[0].z() - MARGIN_MM),
        new Vector3(FEATURE_SPACING_MM, FEATURE_SPACING_MM, FEATURE_SPACING_MM));
  }

  private static int count(double fromMm, double toMm) {
    return (int) Math.ceil((toMm - fromMm + 2 * MARGIN_MM) / FEATURE_SPACING_MM) + 1;
  }

  private static Vector3[] box(ContourSet target) {
    if (target.isEmpty()) {
      throw new IllegalArgumentException("the target has no contours");
    }
    double[] least = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
    double[] most = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
    for (PlanarContour contour : target.contours()) {
      double[] xyzMm = contour.xyzMm();
      for (int i = 0; i < xyzMm.length; i++) {
        least[i % 3] = Math.min(least[i % 3], xyzMm[i]);
        most[i % 3] = Math.max(most[i % 3], xyzMm[i]);
      }
    }
    return new Vector3[] {
      new Vector3(least[0], least[1], least[2]), new Vector3(most[0], most[1], most[2])
    };
  }
}
