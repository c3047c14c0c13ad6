/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.viewer.internal;

import java.util.Arrays;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.grid.contour.PlanarContour;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.rendering.ScalarPalette;
import org.recourse.rendering.ScalarVolume;
import org.recourse.ui.viewer.Overlay;
import org.recourse.ui.viewer.OverlayDescription;
import org.recourse.ui.viewer.OverlayInput;
import org.recourse.ui.viewer.OverlayResult;
import org.recourse.ui.viewer.OverlayVolume;
import org.recourse.ui.viewer.internal.overlay.OverlayCatalogue;
import org.recourse.ui.viewer.internal.overlay.OverlayEntry;

/** Overlays on the grid of the phantom. */
final class TestOverlays {

  private TestOverlays() {}

  static OverlayCatalogue catalogue(OverlayEntry... entries) {
    return new OverlayCatalogue(List.of(entries), List.of());
  }

  /** An overlay that has one value everywhere. */
  static OverlayEntry constant(String id, float value) {
    return new OverlayEntry(
        id,
        "Overlay " + id,
        "org.example.vendor",
        () -> of(id, (input, monitor) -> result(value)));
  }

  /** What an overlay does. */
  @FunctionalInterface
  interface Computation {
    OverlayResult compute(OverlayInput input, IProgressMonitor monitor);
  }

  static OverlayEntry entry(String id, Computation computation) {
    return new OverlayEntry(
        id, "Overlay " + id, "org.example.vendor", () -> of(id, computation));
  }

  private static Overlay of(String id, Computation computation) {
    return new Overlay() {
      @Override
      public OverlayDescription description() {
        return new OverlayDescription(id, id, "1", "", List.of(), false, false);
      }

      @Override
      public OverlayResult compute(OverlayInput input, IProgressMonitor monitor) {
        return computation.compute(input, monitor);
      }
    };
  }

  static OverlayResult result(float value) {
    ScalarVolume.Builder values = ScalarVolume.builder(ViewerPhantom.GEOMETRY);
    for (int z = 0; z < ViewerPhantom.GEOMETRY.sizeZ(); z++) {
      float[] slice = new float[ViewerPhantom.GEOMETRY.sliceVoxelCount()];
      Arrays.fill(slice, value);
      values.slice(z, slice);
    }
    return OverlayResult.of(
        new OverlayVolume(
            values.build(),
            AffineTransform.IDENTITY,
            "Test",
            "mm",
            0,
            10,
            ScalarPalette.SEQUENTIAL));
  }

  /** A square of 10 mm around the middle of the phantom. */
  static PlanarContour square() {
    return PlanarContour.of(new double[] {-5, -5, 112, 5, -5, 112, 5, 5, 112, -5, 5, 112});
  }
}
