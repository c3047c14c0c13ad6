/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.internal.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.ImageVolume;
import org.recourse.phantom.internal.anatomy.HeadAnatomy;
import org.recourse.phantom.internal.files.CaseFrame;
import org.recourse.phantom.internal.files.CaseSampling;

class ImageSynthesisTest {

  private final HeadAnatomy anatomy = new HeadAnatomy();

  @Test
  void ctShowsTheTissuesInTheirPlaces() {
    ImageVolume ct = ct(2);

    assertEquals(-1000, mean(ct, new Vector3(130, -130, 0)), 30);
    assertEquals(34, mean(ct, new Vector3(20, 30, 75)), 25); // brain
    assertTrue(mean(ct, new Vector3(0, -7, -72)) < -900); // airway, narrow for these voxels
    assertEquals(10, mean(ct, new Vector3(31, -62, 20)), 30); // left eye
  }

  @Test
  void ctDoesNotDependOnTheNumberOfThreads() {
    ImageVolume one = ct(1);
    ImageVolume three = ct(3);
    GridGeometry geometry = one.geometry();
    for (int z = 0; z < geometry.sizeZ(); z += 7) {
      for (int x = 0; x < geometry.sizeX(); x++) {
        assertEquals(one.intensityAt(x, 30, z), three.intensityAt(x, 30, z));
      }
    }
  }

  @Test
  void contrastAgentBrightensTheTumourAndLiquorIsBrightOnT2() {
    GridGeometry geometry = CaseSampling.coarse().mr();
    AffineTransform toAnatomy = CaseFrame.MR.toPlanning();
    List<ImageVolume> mr;
    try (var executor = SliceExecutor.ofThreads(2)) {
      mr =
          new ImageSynthesis(anatomy.layers(), executor)
              .mr(geometry, toAnatomy, new NullProgressMonitor());
    }
    Vector3 tumour = toAnatomy.inverse().apply(new Vector3(-13, -4, -8));
    Vector3 ventricle = toAnatomy.inverse().apply(new Vector3(11, -6, 58));

    assertTrue(mean(mr.get(1), tumour) > 1.4 * mean(mr.get(0), tumour));
    assertTrue(mean(mr.get(2), ventricle) > 1.5 * mean(mr.get(0), ventricle));
  }

  private ImageVolume ct(int threads) {
    try (var executor = SliceExecutor.ofThreads(threads)) {
      return new ImageSynthesis(anatomy.layers(), executor)
          .ct(
              CaseSampling.coarse().planningCt(),
              AffineTransform.IDENTITY,
              1,
              new NullProgressMonitor());
    }
  }

  /** Mean of the voxel at a position and its neighbours in the row. */
  private static double mean(ImageVolume volume, Vector3 positionMm) {
    Vector3 index = volume.geometry().toIndex(positionMm);
    int x = (int) Math.round(index.x());
    int y = (int) Math.round(index.y());
    int z = (int) Math.round(index.z());
    return (volume.intensityAt(x - 1, y, z)
            + volume.intensityAt(x, y, z)
            + volume.intensityAt(x + 1, y, z))
        / 3.0;
  }
}
