/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.contouring.internal.masks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.recourse.grid.geometry.Axes;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.volume.Mask;

/** Grids that fit, whatever the direction of their axes, and grids that do not. */
class MaskFitTest {

  private static final GridGeometry IMAGE =
      new GridGeometry(20, 30, 10, new Vector3(-10, -15, 100), new Vector3(1, 1, 3));

  @Test
  void theSameGridFits() {
    assertEquals(Optional.empty(), MaskFit.mismatch(IMAGE, IMAGE, "CT"));
  }

  @Test
  void aMaskStoredWithTurnedAxesFitsAndLandsOnTheSameVoxels() {
    // Rows run to the right and columns to the front, as programs of the other convention write.
    var turned =
        new GridGeometry(
            20,
            30,
            10,
            new Vector3(9, 14, 100),
            new Vector3(1, 1, 3),
            Axes.ofRowAndColumn(new Vector3(-1, 0, 0), new Vector3(0, -1, 0)));
    var voxel = new BitSet();
    voxel.set(2 * 20 + 4);
    Mask mask = Mask.builder(turned).slice(7, voxel).build();

    assertEquals(Optional.empty(), MaskFit.mismatch(turned, IMAGE, "CT"));
    Mask onImage = MaskFit.onImage(mask, IMAGE);
    assertEquals(1, onImage.voxelCount());
    assertTrue(onImage.contains(15, 27, 7));
  }

  @Test
  void aPartOfTheGridFits() {
    var part = new GridGeometry(5, 5, 2, new Vector3(-8, -10, 106), new Vector3(1, 1, 3));

    assertEquals(Optional.empty(), MaskFit.mismatch(part, IMAGE, "CT"));
  }

  @Test
  void otherSpacingOtherPlaceAndTooLargeAreSaidWithARemedy() {
    var coarser = new GridGeometry(10, 15, 10, new Vector3(-10, -15, 100), new Vector3(2, 2, 3));
    var shifted = new GridGeometry(20, 30, 10, new Vector3(-9.6, -15, 100), new Vector3(1, 1, 3));
    var larger = new GridGeometry(25, 30, 10, new Vector3(-10, -15, 100), new Vector3(1, 1, 3));

    for (GridGeometry wrong : new GridGeometry[] {coarser, shifted, larger}) {
      String sentence = MaskFit.mismatch(wrong, IMAGE, "CT Neck").orElseThrow();
      assertTrue(sentence.contains("CT Neck"), sentence);
      assertTrue(sentence.contains("Choose the image"), sentence);
    }
  }

  @Test
  void aLoneVoxelAndTheBorderWork() {
    var lone = new GridGeometry(1, 1, 1, new Vector3(9, 14, 127), new Vector3(1, 1, 3));
    var voxel = new BitSet();
    voxel.set(0);

    Mask onImage = MaskFit.onImage(Mask.builder(lone).slice(0, voxel).build(), IMAGE);

    assertTrue(onImage.contains(19, 29, 9));
  }
}
