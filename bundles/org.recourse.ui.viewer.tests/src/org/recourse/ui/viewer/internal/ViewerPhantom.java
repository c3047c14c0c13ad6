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
import java.util.Optional;
import java.util.OptionalDouble;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.grid.volume.ImageVolume;
import org.recourse.rendering.DosePalette;
import org.recourse.rendering.WindowLevel;

/** A block of 40 HU with a dose of 60 Gy in all of it; 100 % is 50 Gy. */
final class ViewerPhantom {

  static final GridGeometry GEOMETRY =
      new GridGeometry(20, 30, 10, new Vector3(-10, -15, 100), new Vector3(1, 1, 3));

  private ViewerPhantom() {}

  static SliceContent content() {
    var image =
        new SliceContent.Image(
            image(), AffineTransform.IDENTITY, "CT block", true, new WindowLevel(40, 1));
    return new SliceContent(
        "Phantom", Optional.of(image), Optional.of(dose()), List.of(), List.of());
  }

  private static ImageVolume image() {
    ImageVolume.Builder builder = ImageVolume.builder(GEOMETRY);
    for (int z = 0; z < GEOMETRY.sizeZ(); z++) {
      float[] slice = new float[GEOMETRY.sliceVoxelCount()];
      Arrays.fill(slice, 40);
      builder.slice(z, slice);
    }
    return builder.build();
  }

  static SliceContent.Dose dose() {
    DoseGrid.Builder builder = DoseGrid.builder(GEOMETRY);
    for (int z = 0; z < GEOMETRY.sizeZ(); z++) {
      float[] slice = new float[GEOMETRY.sliceVoxelCount()];
      Arrays.fill(slice, 60);
      builder.slice(z, slice);
    }
    return new SliceContent.Dose(
        builder.build(),
        AffineTransform.IDENTITY,
        "Physical dose",
        "Gy",
        DosePalette.VIRIDIS,
        60,
        false,
        OptionalDouble.of(50),
        false);
  }
}
