/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.registration.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.ImageVolume;
import org.recourse.grid.volume.Mask;
import org.recourse.registration.commissioning.TorsoPhantom;
import org.recourse.registration.transform.IdentityTransform;
import org.recourse.registration.transform.InverseCheck;
import org.recourse.registration.transform.RigidTransform;
import org.recourse.registration.transform.TransformEdge.Check;

class QualityTest {

  private static final GridGeometry GRID =
      new GridGeometry(64, 64, 64, Vector3.ZERO, new Vector3(4, 4, 4));

  private final NullProgressMonitor monitor = new NullProgressMonitor();

  private static Mask block(int fromX, int toX) {
    var voxels = new BitSet();
    for (int y = 20; y < 30; y++) {
      voxels.set(y * 64 + fromX, y * 64 + toX);
    }
    Mask.Builder mask = Mask.builder(GRID);
    for (int z = 10; z < 20; z++) {
      mask.slice(z, voxels);
    }
    return mask.build();
  }

  @Test
  void overlapOfShiftedBlocksHasAClosedForm() {
    ContourOverlap overlap = ContourOverlap.of(block(20, 30), block(22, 32));

    assertEquals(0.8, overlap.dice(), 1e-12);
    assertEquals(8, overlap.hausdorffMm(), 1e-9); // two voxels of 4 mm
    assertTrue(overlap.meanDistanceMm() > 0 && overlap.meanDistanceMm() < 8);
    assertEquals(0, ContourOverlap.of(block(20, 30), block(20, 30)).hausdorffMm());
  }

  /** 100 good and 100 wrong ones with -Drecourse.full=true, else a few. */
  @Test
  void theVerdictTellsGoodFromWrong() {
    int runs = Boolean.getBoolean("recourse.full") ? 100 : 3;
    Vector3 centre = GRID.toPatientMm(31.5, 31.5, 31.5);
    var anatomy = new TorsoPhantom(9, centre, 256);
    var truth = new RigidTransform(new Vector3(0.04, 0, -0.05), new Vector3(5, -4, 6), centre);
    ImageVolume moving = anatomy.image(GRID, new IdentityTransform(), false, 1);
    var random = new Random(17);
    int caught = 0;
    int flagged = 0;
    try (SliceExecutor executor = SliceExecutor.ofThreads(2)) {
      for (int run = 0; run < runs; run++) {
        ImageVolume fixed = anatomy.image(GRID, truth, run % 2 == 0, 100 + run);
        Vector3 direction =
            new Vector3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian())
                .normalised();
        var good =
            new RigidTransform(
                truth.rotationRad(), truth.shiftMm().plus(direction.times(0.5)), centre);
        var wrong =
            new RigidTransform(
                truth.rotationRad(), truth.shiftMm().plus(direction.times(10)), centre);
        flagged += verdict(fixed, moving, good, executor) == Check.PASSED ? 0 : 1;
        caught += verdict(fixed, moving, wrong, executor) == Check.PASSED ? 0 : 1;
      }
    }
    assertTrue(caught >= 0.95 * runs, caught + " of " + runs + " wrong ones caught");
    assertTrue(flagged <= 0.05 * runs, flagged + " of " + runs + " good ones flagged");
  }

  private Check verdict(
      ImageVolume fixed, ImageVolume moving, RigidTransform transform, SliceExecutor executor) {
    var domain = new GridGeometry(8, 8, 8, Vector3.ZERO, new Vector3(32, 32, 32));
    return QualityReport.judge(
            "r1",
            JacobianMap.of(transform, domain, executor, monitor),
            InverseCheck.of(transform, transform.inverse(), domain, executor, monitor),
            Optional.empty(),
            Map.of(),
            Optional.of(AlignmentProbe.of(fixed, moving, transform, executor, monitor)),
            QualityThresholds.tg132())
        .verdict();
  }
}
