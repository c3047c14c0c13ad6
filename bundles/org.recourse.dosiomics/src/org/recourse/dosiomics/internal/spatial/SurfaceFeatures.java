/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosiomics.internal.spatial;

import java.util.ArrayList;
import java.util.List;
import org.recourse.dosiomics.DoseFeature;
import org.recourse.radiomics.feature.FeatureValue.Reason;
import org.recourse.radiomics.feature.FeatureVector;

/**
 * Dose at the surface and by distance from it. Surface voxels have a face on the border of the
 * region or of the grid. Bands hold the voxels whose centre is more than the first and at most the
 * second distance from the nearest voxel centre on the other side of the border: inside counted
 * from the nearest voxel outside, outside from the nearest voxel inside, as far as the grid
 * reaches.
 *
 * <p>Degenerate case: a band without voxels, as in a structure thinner than its depth.
 *
 * <p>Worked example, checked by {@code SpatialFeaturesTest}: five voxels of 2 mm in a row along the
 * whole width of a 9 x 1 x 1 grid, with 0 1 2 3 4 3 2 1 0 Gy: the surface in rows of one voxel is
 * every voxel, so its mean is 2.8 Gy; outside, up to 3 mm, lie the two voxels with 1 Gy.
 */
final class SurfaceFeatures implements SpatialFamily {

  private static final String EMPTY = "no voxel in the band";

  private final List<Double> bandLimitsMm;

  SurfaceFeatures(List<Double> bandLimitsMm) {
    this.bandLimitsMm = bandLimitsMm;
  }

  @Override
  public List<DoseFeature> definitions() {
    var all = new ArrayList<DoseFeature>();
    all.add(surface("Mean", "mean"));
    all.add(surface("Minimum", "least"));
    all.add(surface("Maximum", "largest"));
    all.add(surface("StandardDeviation", "standard deviation"));
    for (SpatialRegion.Band band : SpatialRegion.bandNames(bandLimitsMm)) {
      all.add(band(band, "Mean", "Mean dose "));
      all.add(band(band, "Maximum", "Largest dose "));
    }
    return all;
  }

  private static DoseFeature surface(String name, String title) {
    return SpatialFamily.feature(
        "Surface" + name + "Gy",
        "Surface dose, " + title,
        "Gy",
        title + " of D over the surface voxels",
        "never",
        DoseFeature.OWN);
  }

  private static DoseFeature band(SpatialRegion.Band band, String name, String title) {
    return SpatialFamily.feature(
        band.name() + name + "Gy",
        title + band.title(),
        "Gy",
        title.strip().toLowerCase(java.util.Locale.ROOT) + " of the voxels " + band.title(),
        EMPTY,
        DoseFeature.OWN);
  }

  @Override
  public void addTo(FeatureVector.Builder vector, SpatialDose dose) {
    var surface = new Sample(doses(dose, dose.region().surface()));
    String prefix = SpatialFeatures.PREFIX + "Surface";
    vector
        .put(prefix + "MeanGy", surface.mean())
        .put(prefix + "MinimumGy", surface.minimum())
        .put(prefix + "MaximumGy", surface.maximum())
        .put(prefix + "StandardDeviationGy", surface.standardDeviation());
    for (SpatialRegion.Band band : dose.region().bands()) {
      String name = SpatialFeatures.PREFIX + band.name();
      if (band.positions().length == 0) {
        vector.undefined(name + "MeanGy", Reason.EMPTY_REGION);
        vector.undefined(name + "MaximumGy", Reason.EMPTY_REGION);
      } else {
        var sample = new Sample(doses(dose, band.positions()));
        vector.put(name + "MeanGy", sample.mean()).put(name + "MaximumGy", sample.maximum());
      }
    }
  }

  private static double[] doses(SpatialDose dose, int[] positions) {
    double[] doses = new double[positions.length];
    for (int i = 0; i < doses.length; i++) {
      doses[i] = dose.atGy(positions[i]);
    }
    return doses;
  }
}
