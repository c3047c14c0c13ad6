/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.registration.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.ImageVolume;
import org.recourse.registration.commissioning.TorsoPhantom;
import org.recourse.registration.transform.DisplacementField;
import org.recourse.registration.transform.IdentityTransform;
import org.recourse.registration.transform.RigidTransform;

/** Known transforms recovered; small images here, 128³ with -Drecourse.full=true. */
class RegistrationTest {

  private static final boolean FULL = Boolean.getBoolean("recourse.full");
  private static final int SIZE = FULL ? 128 : 64;

  /** Limits below are for voxels of 2 mm; those of the short run are twice as large. */
  private static final double SCALE = FULL ? 1 : 2;

  private static final int STARTS = FULL ? 50 : 3;

  private final NullProgressMonitor monitor = new NullProgressMonitor();

  private static GridGeometry grid(Vector3 originMm) {
    double s = 256.0 / SIZE;
    return new GridGeometry(SIZE, SIZE, SIZE, originMm, new Vector3(s, s, s));
  }

  private static Vector3 centreOf(GridGeometry g) {
    return g.toPatientMm((SIZE - 1) / 2.0, (SIZE - 1) / 2.0, (SIZE - 1) / 2.0);
  }

  private static RigidTransform random(Random random, Vector3 centre) {
    double angle = Math.toRadians(10);
    return new RigidTransform(
        new Vector3(random.nextDouble(), random.nextDouble(), random.nextDouble())
            .times(2 * angle)
            .minus(new Vector3(angle, angle, angle)),
        new Vector3(random.nextDouble(), random.nextDouble(), random.nextDouble())
            .times(40)
            .minus(new Vector3(20, 20, 20)),
        centre);
  }

  private void rigid(SimilarityKind kind, Vector3 originMm, double limitMm) {
    GridGeometry g = grid(originMm);
    Vector3 centre = centreOf(g);
    var anatomy = new TorsoPhantom(3, centre, 256);
    var truth =
        new RigidTransform(
            new Vector3(Math.toRadians(3), Math.toRadians(-2), Math.toRadians(4)),
            new Vector3(5, -4, 6),
            centre);
    ImageVolume fixed = anatomy.image(g, truth, kind == SimilarityKind.MUTUAL_INFORMATION, 1);
    ImageVolume moving = anatomy.image(g, new IdentityTransform(), false, 2);
    var starts = new Random(5);
    var registration = new RigidRegistration(RigidSettings.of(kind));
    try (SliceExecutor executor = SliceExecutor.ofThreads(2)) {
      for (int start = 0; start < STARTS; start++) {
        RigidResult result =
            registration.register(
                fixed,
                moving,
                random(starts, centre),
                RegistrationStep.Listener.NONE,
                executor,
                monitor);
        double meanMm = anatomy.error(g, truth, result.fixedToMoving()).meanMm();
        assertTrue(meanMm <= limitMm, "start " + start + ": mean error " + meanMm + " mm");
      }
    }
  }

  @Test
  void rigidOfOneModalityFromAnyStartAndOrigin() {
    rigid(SimilarityKind.NORMALISED_CORRELATION, new Vector3(0, 0, 0), 0.02 * SCALE);
  }

  @Test
  void rigidOfTwoModalitiesFromAnyStartAndOrigin() {
    // on voxels of 4 mm the edges of the phantom, 3 mm wide, are aliased, and both images
    // differently
    double limitMm = FULL ? 0.05 : 0.25;
    rigid(SimilarityKind.MUTUAL_INFORMATION, new Vector3(500, -900, 1200), limitMm);
  }

  @Test
  void deformableFollowsASmoothFieldWithTheSameBitsForAnyThreads() {
    GridGeometry g = grid(new Vector3(-128, -128, -128));
    var anatomy = new TorsoPhantom(3, centreOf(g), 256);
    DisplacementField truth = TorsoPhantom.smoothField(g, 8, 11);
    ImageVolume fixed = anatomy.image(g, truth, false, 1);
    ImageVolume moving = anatomy.image(g, new IdentityTransform(), false, 2);
    var settings = DeformableSettings.of(SimilarityKind.NORMALISED_CORRELATION);
    DeformableResult one = deformed(fixed, moving, settings, 1);
    DeformableResult three = deformed(fixed, moving, settings, 3);

    double beforeMm = anatomy.error(g, truth, new IdentityTransform()).meanMm();
    double afterMm = anatomy.error(g, truth, one.fixedToMoving()).meanMm();
    assertTrue(afterMm < beforeMm / 2, beforeMm + " -> " + afterMm);
    assertTrue(one.leastJacobian() >= settings.leastJacobian());
    Vector3 p = new Vector3(11, 7, -23);
    assertEquals(one.fixedToMoving().apply(p), three.fixedToMoving().apply(p)); // every bit
    assertArrayEquals(
        new double[] {one.cost(), one.iterations()},
        new double[] {three.cost(), three.iterations()});
  }

  private DeformableResult deformed(
      ImageVolume fixed, ImageVolume moving, DeformableSettings settings, int threads) {
    try (SliceExecutor executor = SliceExecutor.ofThreads(threads)) {
      return new DeformableRegistration(settings)
          .register(
              fixed,
              moving,
              AffineTransform.IDENTITY,
              RegistrationStep.Listener.NONE,
              executor,
              monitor);
    }
  }

  @Test
  void aListenerSeesTheTransformAndCancelStops() {
    GridGeometry g = grid(Vector3.ZERO);
    var anatomy = new TorsoPhantom(3, centreOf(g), 256);
    ImageVolume image = anatomy.image(g, new IdentityTransform(), false, 2);
    ImageVolume other = anatomy.image(g, new IdentityTransform(), false, 3); // other noise
    var start = new RigidTransform(Vector3.ZERO, new Vector3(9, 0, 0), Vector3.ZERO);
    var registration =
        new RigidRegistration(RigidSettings.of(SimilarityKind.NORMALISED_CORRELATION));
    var steps = new AtomicInteger();
    var cancelled = new NullProgressMonitor();
    RegistrationStep.Listener cancelling =
        step -> {
          steps.incrementAndGet();
          cancelled.setCanceled(true);
        };
    try (SliceExecutor executor = SliceExecutor.ofThreads(2)) {
      assertThrows(
          OperationCanceledException.class,
          () -> registration.register(image, other, start, cancelling, executor, cancelled));
    }
    assertEquals(1, steps.get());
  }
}
