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
import org.recourse.dosiomics.DosiomicsSettings;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.radiomics.feature.FeatureVector;

/** All spatial features of one set of settings. Immutable and thread-safe. */
public final class SpatialFeatures {

  /** What the names of these features begin with. */
  public static final String PREFIX = "spatial_";

  private final DosiomicsSettings settings;
  private final List<SpatialFamily> families;

  public SpatialFeatures(DosiomicsSettings settings) {
    this.settings = settings;
    families =
        List.of(
            new GradientFeatures(),
            new MomentFeatures(),
            new SpotFeatures(settings.referenceGy(), settings.spots()),
            new SurfaceFeatures(settings.bandLimitsMm()),
            new AsymmetryFeatures());
  }

  /** Returns what the features mean, in the order of {@link #compute}. */
  public List<DoseFeature> definitions() {
    var all = new ArrayList<DoseFeature>();
    families.forEach(family -> all.addAll(family.definitions()));
    if (settings.referenceGy().isPresent()) {
      all.addAll(ConformityFeatures.definitions());
    }
    return List.copyOf(all);
  }

  /** Computes the features; the dose is on the grid for which the region was prepared. */
  public FeatureVector compute(SpatialRegion region, DoseGrid whole) {
    FeatureVector.Builder vector = FeatureVector.builder();
    SpatialDose dose = SpatialDose.of(region, whole);
    families.forEach(family -> family.addTo(vector, dose));
    settings
        .referenceGy()
        .ifPresent(reference -> ConformityFeatures.addTo(vector, dose, whole, reference));
    return vector.build();
  }
}
