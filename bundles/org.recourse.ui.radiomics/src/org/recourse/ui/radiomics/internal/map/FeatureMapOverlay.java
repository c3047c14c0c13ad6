/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.radiomics.internal.map;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.rendering.ScalarPalette;
import org.recourse.ui.radiomics.internal.Services;
import org.recourse.ui.viewer.Overlay;
import org.recourse.ui.viewer.OverlayDescription;
import org.recourse.ui.viewer.OverlayInput;
import org.recourse.ui.viewer.OverlayResult;
import org.recourse.ui.viewer.OverlayVolume;

/** The feature map that was computed last for the case. Stateless and thread-safe. */
public final class FeatureMapOverlay implements Overlay {

  /** Id in the plugin.xml. */
  static final String ID = "org.recourse.ui.radiomics.featureMap";

  @Override
  public OverlayDescription description() {
    return new OverlayDescription(
        ID,
        "Feature map",
        "1.0",
        "A radiomic feature computed around every voxel of a structure, as last asked for with"
            + " Feature Map.",
        List.of("van Griethuysen 2017, doi 10.1158/0008-5472.CAN-17-0339"),
        false,
        false);
  }

  @Override
  public OverlayResult compute(OverlayInput input, IProgressMonitor monitor) {
    return Services.find(ShownMaps.class)
        .flatMap(maps -> maps.of(input.voxels()))
        .map(map -> placed(map, input))
        .orElseGet(
            () ->
                OverlayResult.notAvailable(
                    "No feature map was computed yet: choose View, Feature Map."));
  }

  /** Puts a map into the frame of the slices. */
  static OverlayResult placed(ShownMap map, OverlayInput input) {
    Optional<AffineTransform> transform =
        input.snapshot().frameTransforms().between(input.sceneFrameUid(), map.frameUid());
    if (transform.isEmpty()) {
      return OverlayResult.notAvailable(
          "No registration leads from the plan to the image of the feature map. Import a"
              + " registration or type its matrix.");
    }
    return new OverlayResult.Shown(
        new OverlayVolume(
            map.values(),
            transform.get(),
            map.title(),
            "",
            map.from(),
            map.to(),
            ScalarPalette.SEQUENTIAL),
        map.findings());
  }
}
