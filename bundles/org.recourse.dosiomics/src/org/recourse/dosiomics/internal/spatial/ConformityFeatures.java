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
import java.util.OptionalDouble;
import org.recourse.dosimetry.quality.Conformity;
import org.recourse.dosiomics.DoseFeature;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.radiomics.feature.FeatureValue.Reason;
import org.recourse.radiomics.feature.FeatureVector;

/**
 * How well the reference isodose fits the region. The formulas are those of {@link Conformity}; the
 * volumes are counts of whole voxels here, so that a new dose costs a millisecond, and differ from
 * the isodose volumes of the plan check by the voxels that the isodose cuts.
 *
 * <p>Worked example, checked by {@code SpatialFeaturesTest}: 10 voxels of which 9 get the reference
 * dose, 12 in the whole grid and 36 half of it: Paddick 81/120, RTOG 1.2, gradient index 3.
 */
public final class ConformityFeatures {

  private static final String NO_ISODOSE = "nothing receives the reference dose";

  private ConformityFeatures() {}

  static List<DoseFeature> definitions() {
    return List.of(
        SpatialFamily.feature(
            "ConformityPaddick",
            "Conformity (Paddick)",
            "",
            "TV_PIV² / (TV · PIV), whole voxels",
            NO_ISODOSE,
            "Paddick 2000, doi 10.3171/jns.2000.93.supplement_3.0219"),
        SpatialFamily.feature(
            "ConformityRtog",
            "Conformity (RTOG)",
            "",
            "PIV / TV, whole voxels",
            "never",
            "Shaw 1993, doi 10.1016/0360-3016(93)90548-A"),
        SpatialFamily.feature(
            "CoverageFraction",
            "Coverage",
            "",
            "TV_PIV / TV, whole voxels",
            "never",
            DoseFeature.OWN),
        SpatialFamily.feature(
            "GradientIndex",
            "Gradient index",
            "",
            "volume of half the reference dose / PIV, whole voxels",
            NO_ISODOSE,
            "Paddick and Lippitz 2006, doi 10.3171/sup.2006.105.7.194"));
  }

  /** Adds the features; the dose is that of the whole grid. */
  public static void addTo(
      FeatureVector.Builder vector, SpatialDose dose, DoseGrid whole, double referenceGy) {
    GridGeometry grid = whole.geometry();
    float[] slice = new float[grid.sliceVoxelCount()];
    long reference = 0;
    long half = 0;
    double halfGy = referenceGy / 2;
    for (int z = 0; z < grid.sizeZ(); z++) {
      whole.copySlice(z, slice);
      for (float doseGy : slice) {
        reference += doseGy >= referenceGy ? 1 : 0;
        half += doseGy >= halfGy ? 1 : 0;
      }
    }
    int covered = 0;
    int count = dose.region().voxelCount();
    for (int i = 0; i < count; i++) {
      covered += dose.insideGy(i) >= referenceGy ? 1 : 0;
    }
    var conformity = new Conformity(count, covered, reference, half);
    put(vector, "ConformityPaddick", conformity.paddick());
    vector.put(SpatialFeatures.PREFIX + "ConformityRtog", conformity.rtog());
    vector.put(SpatialFeatures.PREFIX + "CoverageFraction", covered / (double) count);
    put(vector, "GradientIndex", conformity.gradientIndex());
  }

  private static void put(FeatureVector.Builder vector, String name, OptionalDouble value) {
    vector.put(SpatialFeatures.PREFIX + name, value.orElse(Double.NaN), Reason.DIVISION_BY_ZERO);
  }
}
