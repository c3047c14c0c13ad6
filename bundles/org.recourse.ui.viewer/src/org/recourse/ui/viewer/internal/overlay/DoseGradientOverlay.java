/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.viewer.internal.overlay;

import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.rendering.DoseGradient;
import org.recourse.rendering.ScalarPalette;
import org.recourse.rendering.ScalarVolume;
import org.recourse.ui.viewer.Overlay;
import org.recourse.ui.viewer.OverlayDescription;
import org.recourse.ui.viewer.OverlayInput;
import org.recourse.ui.viewer.OverlayResult;
import org.recourse.ui.viewer.OverlayVolume;

/** How steep the shown dose is, Gy/mm. Flat regions stay clear. Stateless and thread-safe. */
public final class DoseGradientOverlay implements Overlay {

  /** Id of the extension. */
  public static final String ID = "org.recourse.ui.viewer.doseGradient";

  /** Steeper is only the edge where a planning system cuts its dose off, such as the skin. */
  private static final double STEEPEST_SHOWN_GY_PER_MM = 3;

  /** Below this share of the range nothing is drawn. */
  private static final double CLEAR_FRACTION = 0.1;

  @Override
  public OverlayDescription description() {
    return new OverlayDescription(
        ID,
        "Dose gradient",
        "1.0",
        "Length of the gradient of the dose that is shown, by central differences on its grid.",
        List.of(),
        false,
        true);
  }

  @Override
  public OverlayResult compute(OverlayInput input, IProgressMonitor monitor) {
    if (input.shownDose().isEmpty()) {
      return OverlayResult.notAvailable("There is no dose whose gradient could be shown.");
    }
    OverlayInput.ShownGrid shown = input.shownDose().get();
    SubMonitor progress = SubMonitor.convert(monitor, "Dose gradient", 2);
    DoseGrid gyPerMm =
        DoseGradient.gyPerMm(shown.doseGy(), input.executor(), progress.split(1));
    double to = Math.min(gyPerMm.maximumGy(), STEEPEST_SHOWN_GY_PER_MM);
    if (!(to > 0)) {
      return OverlayResult.notAvailable("The dose that is shown is the same everywhere.");
    }
    return OverlayResult.of(
        new OverlayVolume(
            clearWhereFlat(gyPerMm, CLEAR_FRACTION * to, progress.split(1)),
            shown.sceneToDose(),
            "Gradient of " + shown.title(),
            "Gy/mm",
            0,
            to,
            ScalarPalette.SEQUENTIAL));
  }

  private static ScalarVolume clearWhereFlat(
      DoseGrid gyPerMm, double least, IProgressMonitor monitor) {
    GridGeometry geometry = gyPerMm.geometry();
    SubMonitor progress = SubMonitor.convert(monitor, geometry.sizeZ());
    ScalarVolume.Builder volume = ScalarVolume.builder(geometry);
    float[] slice = new float[geometry.sliceVoxelCount()];
    for (int z = 0; z < geometry.sizeZ(); z++) {
      progress.checkCanceled();
      gyPerMm.copySlice(z, slice);
      for (int i = 0; i < slice.length; i++) {
        if (slice[i] < least) {
          slice[i] = Float.NaN;
        }
      }
      volume.slice(z, slice);
      progress.worked(1);
    }
    return volume.build();
  }
}
