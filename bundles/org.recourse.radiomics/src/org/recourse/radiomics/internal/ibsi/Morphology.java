/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.internal.ibsi;

import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.radiomics.feature.FeatureValue.Reason;
import org.recourse.radiomics.feature.FeatureVector;
import org.recourse.radiomics.image.IndexBox;
import org.recourse.radiomics.image.Region;
import org.recourse.radiomics.image.VoxelBlock;
import org.recourse.radiomics.internal.shape.ConvexHull;
import org.recourse.radiomics.internal.shape.Diameters;
import org.recourse.radiomics.internal.shape.SurfaceMesh;
import org.recourse.radiomics.internal.shape.VoxelCovariance;

/**
 * Morphological features of IBSI from the mesh, the voxel centres and the convex hull of a region.
 * Not computed: oriented and minimum volume enclosing boxes and ellipsoids, for which IBSI has no
 * consensus values. Not changed after construction.
 */
public final class Morphology {

  private final VoxelBlock image;
  private final Region region;
  private final Region intensity;

  /** Takes a morphological and an intensity region on the geometry of the image. */
  public Morphology(VoxelBlock image, Region region, Region intensity) {
    this.image = image;
    this.region = region;
    this.intensity = intensity;
  }

  /** Adds the features under {@code morph_}. */
  public void addTo(FeatureVector.Builder vector) {
    SurfaceMesh mesh = SurfaceMesh.of(region);
    double v = mesh.volumeMm3();
    double a = mesh.areaMm2();
    double sphere = Math.cbrt(36 * Math.PI * v * v);
    VoxelCovariance axes = VoxelCovariance.ofSample(region);
    double major = axes.axisLengthMm(2);
    double minor = axes.axisLengthMm(1);
    double least = axes.axisLengthMm(0);
    vector
        .put("morph_volume", v)
        .put("morph_vol_approx", region.voxelCount() * region.geometry().voxelVolumeMm3())
        .put("morph_area_mesh", a)
        .put("morph_av", a / v)
        .put("morph_comp_1", v / (Math.sqrt(Math.PI) * Math.pow(a, 1.5)))
        .put("morph_comp_2", 36 * Math.PI * v * v / (a * a * a))
        .put("morph_sph_dispr", a / sphere)
        .put("morph_sphericity", sphere / a)
        .put("morph_asphericity", Math.cbrt(a * a * a / (36 * Math.PI * v * v)) - 1)
        .put("morph_com", centreShiftMm(), Reason.DIVISION_BY_ZERO)
        .put("morph_diam", Diameters.of(region).overallMm())
        .put("morph_pca_maj_axis", major)
        .put("morph_pca_min_axis", minor)
        .put("morph_pca_least_axis", least)
        .put("morph_pca_elongation", axes.ratio(1, 2), Reason.TOO_FEW_DIMENSIONS)
        .put("morph_pca_flatness", axes.ratio(0, 2), Reason.TOO_FEW_DIMENSIONS);
    densities(vector, v, a, new double[] {major / 2, minor / 2, least / 2});
    vector.put("morph_integ_int", v * meanIntensity());
  }

  private void densities(FeatureVector.Builder vector, double v, double a, double[] axes) {
    IndexBox box = region.box().orElseThrow();
    GridGeometry grid = region.geometry();
    double x = box.sizeX() * grid.spacingMm().x();
    double y = box.sizeY() * grid.spacingMm().y();
    double z = box.sizeZ() * grid.spacingMm().z();
    ConvexHull hull = ConvexHull.of(region);
    vector
        .put("morph_vol_dens_aabb", v / (x * y * z))
        .put("morph_area_dens_aabb", a / (2 * (x * y + y * z + z * x)))
        .put(
            "morph_vol_dens_aee",
            3 * v / (4 * Math.PI * axes[0] * axes[1] * axes[2]),
            Reason.TOO_FEW_DIMENSIONS)
        .put(
            "morph_area_dens_aee",
            a / ellipsoidArea(axes[0], axes[1], axes[2]),
            Reason.TOO_FEW_DIMENSIONS)
        .put("morph_vol_dens_conv_hull", v / hull.volumeMm3())
        .put("morph_area_dens_conv_hull", a / hull.areaMm2());
  }

  /** Surface of an ellipsoid by the Legendre series that IBSI prescribes, 20 terms. */
  private static double ellipsoidArea(double a, double b, double c) {
    double alpha = Math.sqrt(1 - b * b / (a * a));
    double beta = Math.sqrt(1 - c * c / (a * a));
    if (alpha * beta == 0) {
      return 4 * Math.PI * a * b * (1 - beta * beta / 6); // the first terms of the series
    }
    double x = (alpha * alpha + beta * beta) / (2 * alpha * beta);
    double before = 1;
    double legendre = x;
    double power = 1;
    double sum = 1;
    for (int n = 1; n <= 20; n++) {
      power *= alpha * beta;
      sum += power / (1 - 4.0 * n * n) * legendre;
      double next = ((2 * n + 1) * x * legendre - n * before) / (n + 1);
      before = legendre;
      legendre = next;
    }
    return 4 * Math.PI * a * b * sum;
  }

  private double meanIntensity() {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < image.geometry().voxelCount(); i++) {
      if (intensity.contains(i)) {
        sum += image.valueAt(i);
        count++;
      }
    }
    return sum / count;
  }

  /** Distance of the centre of the voxels from the centre weighted by intensity. */
  private double centreShiftMm() {
    GridGeometry grid = image.geometry();
    double[] plain = new double[4];
    double[] weighted = new double[4];
    for (int i = 0; i < grid.voxelCount(); i++) {
      if (region.contains(i)) {
        add(plain, 1, grid.centreMm(i));
      }
      if (intensity.contains(i)) {
        add(weighted, image.valueAt(i), grid.centreMm(i));
      }
    }
    double squared = 0;
    for (int k = 0; k < 3; k++) {
      double d = plain[k] / plain[3] - weighted[k] / weighted[3];
      squared += d * d;
    }
    return Math.sqrt(squared);
  }

  private static void add(double[] sums, double weight, Vector3 centreMm) {
    sums[0] += weight * centreMm.x();
    sums[1] += weight * centreMm.y();
    sums[2] += weight * centreMm.z();
    sums[3] += weight;
  }
}
