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
import java.util.function.IntToDoubleFunction;
import org.recourse.dosiomics.DoseFeature;
import org.recourse.radiomics.feature.FeatureValue.Reason;
import org.recourse.radiomics.feature.FeatureVector;

/**
 * How the mean doses of the two halves of a region differ, (A − B)/(A + B), with the region divided
 * at its centroid across an axis of the patient. Voxels at the plane of division count half to each
 * side.
 *
 * <p>Degenerate cases: a side without voxels, as in a region of one slice; A + B = 0.
 *
 * <p>Worked example, checked by {@code SpatialFeaturesTest}: a left half with 30 Gy and a right
 * half with 10 Gy give (30 − 10)/40 = 0.5.
 */
final class AsymmetryFeatures implements SpatialFamily {

  /** A centre this close to the plane lies in it, mm. */
  private static final double IN_PLANE_MM = 1e-6;

  private static final String LEFT = "AsymmetryLeftRight";
  private static final String POSTERIOR = "AsymmetryPosteriorAnterior";
  private static final String SUPERIOR = "AsymmetrySuperiorInferior";

  @Override
  public List<DoseFeature> definitions() {
    return List.of(
        feature(LEFT, "left over right"),
        feature(POSTERIOR, "back over front"),
        feature(SUPERIOR, "head over foot"));
  }

  private static DoseFeature feature(String name, String which) {
    return SpatialFamily.feature(
        name,
        "Asymmetry of the dose, " + which,
        "",
        "(A − B)/(A + B) of the mean doses of both halves, " + which,
        "no voxel on one side, or no dose",
        DoseFeature.OWN);
  }

  @Override
  public void addTo(FeatureVector.Builder vector, SpatialDose dose) {
    SpatialRegion region = dose.region();
    put(vector, LEFT, dose, region::leftMm);
    put(vector, POSTERIOR, dose, region::posteriorMm);
    put(vector, SUPERIOR, dose, region::superiorMm);
  }

  private static void put(
      FeatureVector.Builder vector, String name, SpatialDose dose, IntToDoubleFunction placeMm) {
    double[] sum = new double[2];
    double[] weight = new double[2];
    for (int i = 0; i < dose.region().voxelCount(); i++) {
      double place = placeMm.applyAsDouble(i);
      double above = Math.abs(place) < IN_PLANE_MM ? 0.5 : place > 0 ? 1 : 0;
      sum[0] += above * dose.insideGy(i);
      weight[0] += above;
      sum[1] += (1 - above) * dose.insideGy(i);
      weight[1] += 1 - above;
    }
    double a = sum[0] / weight[0];
    double b = sum[1] / weight[1];
    vector.put(
        SpatialFeatures.PREFIX + name,
        (a - b) / (a + b),
        weight[0] == 0 || weight[1] == 0 ? Reason.TOO_FEW_DIMENSIONS : Reason.DIVISION_BY_ZERO);
  }
}
