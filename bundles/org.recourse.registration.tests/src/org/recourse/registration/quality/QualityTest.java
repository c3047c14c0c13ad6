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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.ImageVolume;
import org.recourse.grid.volume.Mask;
import org.recourse.registration.commissioning.CommissioningPair;
import org.recourse.registration.commissioning.TorsoPhantom;
import org.recourse.registration.search.DeformableRegistration;
import org.recourse.registration.search.DeformableSettings;
import org.recourse.registration.search.RegistrationStep;
import org.recourse.registration.search.SimilarityKind;
import org.recourse.registration.transform.AffineMap;
import org.recourse.registration.transform.DisplacementField;
import org.recourse.registration.transform.IdentityTransform;
import org.recourse.registration.transform.InverseCheck;
import org.recourse.registration.transform.RigidTransform;
import org.recourse.registration.transform.SpatialTransform;

class QualityTest {

  private static final boolean FULL = Boolean.getBoolean("recourse.full");

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
  void theVerdictTellsGoodFromWrong(TestReporter reporter) {
    int runs = FULL ? 100 : 3;
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
    reporter.publishEntry("rigid", caught + " caught, " + flagged + " flagged of " + runs);
    assertTrue(caught >= 0.95 * runs, caught + " of " + runs + " wrong ones caught");
    assertTrue(flagged <= 0.05 * runs, flagged + " of " + runs + " good ones flagged");
  }

  /**
   * Deformations found by the search, half of them MR to CT, and the same with an error of 10 mm:
   * of the whole in even runs, of a region of 30 mm (one standard deviation) in odd ones. 100 of
   * each with -Drecourse.full=true, else a few.
   */
  @Test
  void theVerdictTellsGoodDeformationsFromWrong(TestReporter reporter) {
    int runs = Integer.getInteger("recourse.deformable.runs", FULL ? 100 : 2);
    int from = Integer.getInteger("recourse.deformable.from", 0);
    int caught = 0;
    int flagged = 0;
    double worstGoodMm = 0;
    try (SliceExecutor executor = SliceExecutor.ofThreads(2)) {
      for (int run = from; run < from + runs; run++) {
        var pair = CommissioningPair.deformed(500 + run, GRID, 8, run % 4 > 1);
        SimilarityKind kind =
            run % 4 > 1 ? SimilarityKind.MUTUAL_INFORMATION : SimilarityKind.NORMALISED_CORRELATION;
        SpatialTransform there = searched(pair.fixed(), pair.moving(), kind, executor);
        SpatialTransform back = searched(pair.moving(), pair.fixed(), kind, executor);
        var request =
            new CheckedRegistration.Request(
                pair.fixed(),
                pair.moving(),
                kind,
                new RigidTransform(Vector3.ZERO, Vector3.ZERO, Vector3.ZERO),
                true);
        QualityReport good = judged(request, there, back, executor);
        QualityReport bad = judged(request, there.after(error(run)), back, executor);
        worstGoodMm = Math.max(worstGoodMm, pair.error(there).meanMm());
        flagged += good.verdict() == Check.PASSED ? 0 : 1;
        caught += bad.verdict() == Check.PASSED ? 0 : 1;
        reporter.publishEntry(
            "deformable " + run,
            String.format(
                Locale.ROOT,
                "error %.2f good %s %.2f/%.2f/%.2f %.4f [%.2f %.2f] wrong %s %.2f/%.2f/%.2f %.4f",
                pair.error(there).meanMm(),
                good.verdict(),
                good.reverse().orElseThrow().meanMm(),
                good.reverse().orElseThrow().percentile95Mm(),
                good.reverse().orElseThrow().percentile99Mm(),
                good.volume().unlikelyFraction(),
                good.volume().percentile1(),
                good.volume().percentile99(),
                bad.verdict(),
                bad.reverse().orElseThrow().meanMm(),
                bad.reverse().orElseThrow().percentile95Mm(),
                bad.reverse().orElseThrow().percentile99Mm(),
                bad.volume().unlikelyFraction()));
      }
    }
    reporter.publishEntry(
        "deformable", caught + " caught, " + flagged + " flagged, worst good " + worstGoodMm);
    assertTrue(caught >= 0.95 * runs, caught + " of " + runs + " wrong ones caught");
    assertTrue(flagged <= 0.05 * runs, flagged + " of " + runs + " good ones flagged");
  }

  private SpatialTransform searched(
      ImageVolume fixed, ImageVolume moving, SimilarityKind kind, SliceExecutor executor) {
    return new DeformableRegistration(DeformableSettings.of(kind))
        .register(
            fixed,
            moving,
            AffineTransform.IDENTITY,
            RegistrationStep.Listener.NONE,
            executor,
            monitor)
        .fixedToMoving();
  }

  private QualityReport judged(
      CheckedRegistration.Request request,
      SpatialTransform there,
      SpatialTransform back,
      SliceExecutor executor) {
    return CheckedRegistration.check("d", request, there, Optional.of(back), executor, monitor);
  }

  /** An error of 10 mm: a shift, or a bump somewhere in the body. */
  private static SpatialTransform error(int run) {
    var random = new Random(run);
    Vector3 direction =
        new Vector3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian())
            .normalised()
            .times(10);
    Vector3 middle = GRID.toPatientMm(31.5, 31.5, 31.5);
    if (run % 2 == 0) {
      return new RigidTransform(Vector3.ZERO, direction, middle);
    }
    Vector3 at =
        middle.plus(
            new Vector3(
                40 * random.nextDouble() - 20,
                40 * random.nextDouble() - 20,
                80 * random.nextDouble() - 40));
    float[] mm = new float[3 * GRID.voxelCount()];
    for (int i = 0; i < GRID.voxelCount(); i++) {
      double r = GRID.centreMm(i).distanceTo(at);
      double share = Math.exp(-r * r / (2 * 30 * 30));
      mm[3 * i] = (float) (share * direction.x());
      mm[3 * i + 1] = (float) (share * direction.y());
      mm[3 * i + 2] = (float) (share * direction.z());
    }
    return DisplacementField.of(GRID, mm);
  }

  @Test
  void tissueThatShrinksOrSwellsTooMuchIsNotPassed() {
    var body = new BodyPoints(List.of(new Vector3(10, 10, 10), new Vector3(20, 10, 10)));
    double[] rows = {0.5, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0};
    VolumeChange half =
        VolumeChange.of(new AffineMap(AffineTransform.ofRows(rows)), body, 0.6, 1.6);

    assertEquals(1, half.unlikelyFraction());
    assertEquals(0.5, half.percentile1(), 1e-12);
    assertEquals(0, VolumeChange.of(new IdentityTransform(), body, 0.6, 1.6).unlikelyFraction());
    assertEquals(
        VolumeChange.NONE,
        VolumeChange.of(new IdentityTransform(), new BodyPoints(List.of()), 0.6, 1.6));
  }

  @Test
  void searchesInBothDirectionsAreComparedThereAndBack() {
    var body = new BodyPoints(List.of(new Vector3(100, 100, 100), new Vector3(20, 100, 100)));
    var there = new RigidTransform(Vector3.ZERO, new Vector3(5, 0, 0), Vector3.ZERO);
    var back = new RigidTransform(Vector3.ZERO, new Vector3(-3, 0, 0), Vector3.ZERO);

    ReverseConsistency consistency = ReverseConsistency.of(there, back, body, GRID);

    assertEquals(2, consistency.meanMm(), 1e-12);
    assertEquals(2, consistency.percentile95Mm(), 1e-12);
    assertEquals(2, consistency.points());
    var away = new RigidTransform(Vector3.ZERO, new Vector3(-50, 0, 0), Vector3.ZERO);
    assertEquals(1, ReverseConsistency.of(away, back, body, GRID).points()); // one left the image
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
