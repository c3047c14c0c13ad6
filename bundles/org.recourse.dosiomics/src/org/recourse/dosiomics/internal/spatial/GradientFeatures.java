/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosiomics.internal.spatial;

import java.util.List;
import org.recourse.dosiomics.DoseFeature;
import org.recourse.grid.geometry.Axes;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.radiomics.feature.FeatureVector;

/**
 * How steep the dose is: central differences between the voxel centres on both sides, one-sided at
 * the border of the dose grid, 0 along an axis with a single voxel. Mean absolute gradients along
 * the axes of the patient as in Gabryś 2018, doi 10.3389/fonc.2018.00035.
 *
 * <p>Worked example, checked by {@code SpatialFeaturesTest}: a dose that rises by 2 Gy/mm towards
 * the left and falls by 1 Gy/mm towards the head has the magnitude √5 Gy/mm everywhere, 2 Gy/mm
 * left to right and 1 Gy/mm along the body.
 */
final class GradientFeatures implements SpatialFamily {

  private static final String GABRYS = "Gabryś 2018, doi 10.3389/fonc.2018.00035";
  private static final String UNIT = "Gy/mm";

  @Override
  public List<DoseFeature> definitions() {
    return List.of(
        feature("Mean", "mean", "mean of |∇D| over the region", DoseFeature.OWN),
        feature("Maximum", "largest", "largest |∇D| in the region", DoseFeature.OWN),
        feature(
            "StandardDeviation",
            "standard deviation",
            "standard deviation of |∇D| over the region",
            DoseFeature.OWN),
        feature("90Percentile", "90th percentile", "90th percentile of |∇D|", DoseFeature.OWN),
        feature(
            "SurfaceMean",
            "mean at the surface",
            "mean of |∇D| over the surface voxels",
            "ReCourse"),
        feature("LeftRightMean", "left to right", "mean of |∂D/∂x|, x towards the left", GABRYS),
        feature(
            "PosteriorAnteriorMean",
            "back to front",
            "mean of |∂D/∂y|, y towards the back",
            GABRYS),
        feature(
            "SuperiorInferiorMean",
            "along the body",
            "mean of |∂D/∂z|, z towards the head",
            GABRYS));
  }

  private static DoseFeature feature(String name, String title, String formula, String source) {
    return SpatialFamily.feature(
        "Gradient" + name + "GyPerMm", "Dose gradient, " + title, UNIT, formula, "never", source);
  }

  @Override
  public void addTo(FeatureVector.Builder vector, SpatialDose dose) {
    SpatialRegion region = dose.region();
    int count = region.voxelCount();
    double[] magnitude = new double[count];
    double left = 0;
    double posterior = 0;
    double superior = 0;
    var at = new Differences(dose);
    for (int i = 0; i < count; i++) {
      at.move(region.position(i));
      magnitude[i] = at.magnitude();
      left += Math.abs(at.left());
      posterior += Math.abs(at.posterior());
      superior += Math.abs(at.superior());
    }
    double surface = 0;
    for (int position : region.surface()) {
      at.move(position);
      surface += at.magnitude();
    }
    var sample = new Sample(magnitude);
    put(vector, "Mean", sample.mean());
    put(vector, "Maximum", sample.maximum());
    put(vector, "StandardDeviation", sample.standardDeviation());
    put(vector, "90Percentile", sample.percentile(90));
    put(vector, "SurfaceMean", surface / region.surface().length);
    put(vector, "LeftRightMean", left / count);
    put(vector, "PosteriorAnteriorMean", posterior / count);
    put(vector, "SuperiorInferiorMean", superior / count);
  }

  private static void put(FeatureVector.Builder vector, String name, double value) {
    vector.put(SpatialFeatures.PREFIX + "Gradient" + name + "GyPerMm", value);
  }

  /** Gradient at one voxel after the other, Gy/mm. Not thread-safe. */
  private static final class Differences {

    private final SpatialDose dose;
    private final int sizeX;
    private final int sizeY;
    private final int sizeZ;
    private final Vector3 spacing;
    private final Axes axes;
    private double alongX; // axes of the grid
    private double alongY;
    private double alongZ;

    Differences(SpatialDose dose) {
      this.dose = dose;
      GridGeometry geometry = dose.region().geometry();
      sizeX = geometry.sizeX();
      sizeY = geometry.sizeY();
      sizeZ = geometry.sizeZ();
      spacing = geometry.spacingMm();
      axes = geometry.axes();
    }

    void move(int position) {
      int slice = sizeX * sizeY;
      int x = position % sizeX;
      int y = position / sizeX % sizeY;
      int z = position / slice;
      alongX = difference(position, x, sizeX, 1) / spacing.x();
      alongY = difference(position, y, sizeY, sizeX) / spacing.y();
      alongZ = difference(position, z, sizeZ, slice) / spacing.z();
    }

    /** Difference per voxel. */
    private double difference(int position, int index, int size, int stride) {
      int before = index > 0 ? position - stride : position;
      int after = index < size - 1 ? position + stride : position;
      int voxels = (after - before) / stride;
      return voxels == 0 ? 0 : (dose.atGy(after) - dose.atGy(before)) / voxels;
    }

    double magnitude() {
      return Math.sqrt(alongX * alongX + alongY * alongY + alongZ * alongZ);
    }

    double left() {
      return alongX * axes.x().x() + alongY * axes.y().x() + alongZ * axes.z().x();
    }

    double posterior() {
      return alongX * axes.x().y() + alongY * axes.y().y() + alongZ * axes.z().y();
    }

    double superior() {
      return alongX * axes.x().z() + alongY * axes.y().z() + alongZ * axes.z().z();
    }
  }
}
