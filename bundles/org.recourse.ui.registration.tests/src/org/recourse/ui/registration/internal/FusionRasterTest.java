/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.registration.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.ImageVolume;
import org.recourse.registration.transform.AffineMap;
import org.recourse.registration.transform.IdentityTransform;
import org.recourse.registration.transform.RigidTransform;
import org.recourse.registration.transform.SpatialTransform;

class FusionRasterTest {

  private static final GridGeometry GRID =
      new GridGeometry(32, 32, 32, Vector3.ZERO, new Vector3(1, 1, 1));
  private static final Vector3 MIDDLE = new Vector3(15.5, 15.5, 15.5);

  /** 0 on the right of the patient up to x = 15, 100 beyond. */
  private static ImageVolume halves() {
    ImageVolume.Builder image = ImageVolume.builder(GRID);
    float[] slice = new float[GRID.sliceVoxelCount()];
    for (int i = 0; i < slice.length; i++) {
      slice[i] = i % 32 < 16 ? 0 : 100;
    }
    for (int z = 0; z < 32; z++) {
      image.slice(z, slice);
    }
    return image.build();
  }

  private static int[] draw(FusionMode mode, double share, SpatialTransform transform) {
    var scene =
        new FusionScene(FusionImages.of(halves(), halves()), transform, mode, share, MIDDLE);
    var frame = new FusionRaster.Frame(FusionPlane.AXIAL, MIDDLE, 32, 32, 1);
    try (SliceExecutor executor = SliceExecutor.ofThreads(2)) {
      return FusionRaster.draw(scene, frame, executor, new NullProgressMonitor());
    }
  }

  @Test
  void equalImagesAreGreyInTheDifference() {
    int[] pixels = draw(FusionMode.DIFFERENCE, 0.5, new IdentityTransform());

    assertEquals(0x000000, pixels[16 * 32 + 5]);
    assertEquals(0xFFFFFF, pixels[16 * 32 + 25]);
  }

  @Test
  void aShiftedImageShowsInMagentaAndGreen() {
    // the moving image is looked up 5 mm further to the left: its edge comes 5 pixels earlier
    var shift = new AffineMap(AffineTransform.translation(new Vector3(5, 0, 0)));
    int[] pixels = draw(FusionMode.DIFFERENCE, 0.5, shift);

    assertEquals(0xFF00FF, pixels[16 * 32 + 13]);
    assertEquals(0x000000, pixels[16 * 32 + 8]);
    // beyond the moving image there is only the fixed one
    assertEquals(0x00FF00, pixels[16 * 32 + 30]);
  }

  @Test
  void blendAndSwipeFollowTheSlider() {
    var shift = new AffineMap(AffineTransform.translation(new Vector3(5, 0, 0)));

    assertEquals(0x404040, draw(FusionMode.BLEND, 0.25, shift)[16 * 32 + 13]);
    assertEquals(0x000000, draw(FusionMode.SWIPE, 0.5, shift)[16 * 32 + 13]);
    assertEquals(0xFFFFFF, draw(FusionMode.SWIPE, 0.25, shift)[16 * 32 + 13]);
  }

  @Test
  void sixDegreesAreReadAndSetOneByOne() {
    var start = new RigidTransform(new Vector3(0.1, -0.2, 0.3), new Vector3(1, 2, 3), MIDDLE);
    RigidTransform changed = SixDegrees.with(SixDegrees.with(start, 1, -7), 5, 10);

    assertEquals(-7, SixDegrees.get(changed, 1), 1e-12);
    assertEquals(10, SixDegrees.get(changed, 5), 1e-12);
    assertEquals(1, SixDegrees.get(changed, 0), 1e-12);
    assertEquals(Math.toDegrees(-0.2), SixDegrees.get(changed, 4), 1e-12);
    RigidTransform moved = SixDegrees.about(start, Vector3.ZERO);
    Vector3 p = new Vector3(4, -9, 2);
    assertEquals(0, moved.apply(p).distanceTo(start.apply(p)), 1e-9);
  }
}
