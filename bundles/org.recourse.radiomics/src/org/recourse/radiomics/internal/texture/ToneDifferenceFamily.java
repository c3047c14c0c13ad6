/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.internal.texture;

import java.util.List;
import java.util.Set;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.radiomics.feature.FamilyDescription;
import org.recourse.radiomics.feature.FeatureFamily;
import org.recourse.radiomics.feature.FeatureInput;
import org.recourse.radiomics.feature.FeatureVector;
import org.recourse.radiomics.settings.SettingKey;

/**
 * Neighbouring grey tone difference features of PyRadiomics 3.0.1, which counts a voxel without
 * neighbours with a difference of 0 and gives coarseness the value 1e6 in a flat region. Stateless
 * and thread-safe.
 */
public final class ToneDifferenceFamily implements FeatureFamily {

  /** What PyRadiomics returns for the coarseness of a flat region. */
  private static final double FLAT_COARSENESS = 1e6;

  @Override
  public FamilyDescription description() {
    return new FamilyDescription(
        "ngtdm",
        "Neighbouring grey tone difference matrix",
        "1.0",
        List.of("Coarseness", "Contrast", "Busyness", "Complexity", "Strength"),
        Set.of(),
        true,
        List.of(
            SettingKey.BIN_WIDTH,
            SettingKey.BIN_COUNT,
            SettingKey.DISTANCES,
            SettingKey.FORCE_2D,
            SettingKey.FORCE_2D_DIMENSION),
        "Amadasun 1989, doi 10.1109/21.44046; PyRadiomics 3.0.1, doi"
            + " 10.1158/0008-5472.CAN-17-0339");
  }

  @Override
  public FeatureVector compute(FeatureInput input, IProgressMonitor monitor) {
    ToneDifferences matrix = Neighbourhood.of(input).toneDifferences(true);
    return FeatureVector.builder()
        .put("Coarseness", matrix.flat() ? FLAT_COARSENESS : matrix.coarseness())
        .put("Contrast", matrix.contrast())
        .put("Busyness", matrix.busyness())
        .put("Complexity", matrix.complexity())
        .put("Strength", matrix.strength())
        .build();
  }
}
