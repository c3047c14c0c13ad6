/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.registration.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.ImageVolume;
import org.recourse.registration.search.DeformableRegistration;
import org.recourse.registration.search.DeformableResult;
import org.recourse.registration.search.DeformableSettings;
import org.recourse.registration.search.RegistrationStep;
import org.recourse.registration.search.RigidRegistration;
import org.recourse.registration.search.RigidResult;
import org.recourse.registration.search.RigidSettings;
import org.recourse.registration.search.SimilarityKind;
import org.recourse.registration.transform.InverseCheck;
import org.recourse.registration.transform.RigidTransform;
import org.recourse.registration.transform.SpatialTransform;

/**
 * A registration that is never handed out without its quality assurance: search, then the checks of
 * TG-132 that need no person. Stateless.
 */
public final class CheckedRegistration {

  private static final double CHECK_GRID_MM = 8;

  private CheckedRegistration() {}

  /**
   * What is registered.
   *
   * @param fixed image that stays
   * @param moving image that is brought onto it
   * @param similarity what is compared
   * @param start first guess, fixed to moving
   * @param deformable whether a deformation is searched after the rigid part
   */
  public record Request(
      ImageVolume fixed,
      ImageVolume moving,
      SimilarityKind similarity,
      RigidTransform start,
      boolean deformable) {

    public Request {
      Objects.requireNonNull(fixed, "fixed");
      Objects.requireNonNull(moving, "moving");
      Objects.requireNonNull(similarity, "similarity");
      Objects.requireNonNull(start, "start");
    }
  }

  /**
   * What was found.
   *
   * @param rigid the rigid part
   * @param deformation the whole with a deformation, if one was asked for
   * @param quality the report
   * @param uncertaintyMm radius within which the anatomy is taken to lie: what the second
   *     registration asked to correct, the mean landmark error, or what searches in both directions
   *     disagree by in all but 5 % of the body; at least half of the largest voxel edge
   */
  public record Outcome(
      RigidResult rigid,
      Optional<DeformableResult> deformation,
      QualityReport quality,
      double uncertaintyMm) {

    public Outcome {
      Objects.requireNonNull(rigid, "rigid");
      Objects.requireNonNull(deformation, "deformation");
      Objects.requireNonNull(quality, "quality");
    }

    /** Returns the same transform with another report, such as one with landmarks and contours. */
    public Outcome with(QualityReport judged, double radiusMm) {
      return new Outcome(rigid, deformation, judged, radiusMm);
    }

    /** Returns the map from the fixed to the moving frame. */
    public SpatialTransform fixedToMoving() {
      return deformation.map(DeformableResult::fixedToMoving).orElse(rigid.fixedToMoving());
    }

    /** Returns the reservations of the search and of the checks. */
    public List<Finding> findings() {
      var all = new ArrayList<>(rigid.findings());
      deformation.ifPresent(result -> all.addAll(result.findings()));
      all.addAll(quality.findings());
      return List.copyOf(all);
    }
  }

  /** Returns a start that lays the middles of two images over each other, without rotation. */
  public static RigidTransform middlesOnEachOther(GridGeometry fixed, GridGeometry moving) {
    Vector3 middle = middleOf(fixed);
    return new RigidTransform(Vector3.ZERO, middleOf(moving).minus(middle), middle);
  }

  private static Vector3 middleOf(GridGeometry g) {
    return g.toPatientMm((g.sizeX() - 1) / 2.0, (g.sizeY() - 1) / 2.0, (g.sizeZ() - 1) / 2.0);
  }

  /**
   * Searches and checks.
   *
   * @param transformId names the transform in the report
   * @param listener told every step of the search
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  public static Outcome run(
      String transformId,
      Request request,
      RegistrationStep.Listener listener,
      SliceExecutor executor,
      IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, "Registration", 100);
    RigidResult rigid =
        new RigidRegistration(RigidSettings.of(request.similarity))
            .register(
                request.fixed,
                request.moving,
                request.start,
                listener,
                executor,
                progress.split(request.deformable ? 20 : 70));
    Optional<DeformableResult> deformation = Optional.empty();
    Optional<SpatialTransform> backward = Optional.empty();
    if (request.deformable) {
      var search = new DeformableRegistration(DeformableSettings.of(request.similarity));
      AffineTransform matrix = rigid.fixedToMoving().matrix();
      deformation =
          Optional.of(
              search.register(
                  request.fixed, request.moving, matrix, listener, executor, progress.split(30)));
      backward =
          Optional.of(
              search
                  .register(
                      request.moving,
                      request.fixed,
                      matrix.inverse(),
                      RegistrationStep.Listener.NONE,
                      executor,
                      progress.split(25))
                  .fixedToMoving());
    }
    SpatialTransform found =
        deformation.map(DeformableResult::fixedToMoving).orElse(rigid.fixedToMoving());
    QualityReport quality =
        check(transformId, request, found, backward, executor, progress.split(25));
    progress.done();
    return new Outcome(rigid, deformation, quality, uncertaintyMm(request, quality));
  }

  /** Checks a transform that was found elsewhere, such as by hand. */
  public static QualityReport check(
      String transformId,
      Request request,
      SpatialTransform fixedToMoving,
      SliceExecutor executor,
      IProgressMonitor monitor) {
    return check(transformId, request, fixedToMoving, Optional.empty(), executor, monitor);
  }

  /**
   * Checks a transform beside a search in the other direction.
   *
   * @param movingToFixed found independently; empty if there is none
   */
  public static QualityReport check(
      String transformId,
      Request request,
      SpatialTransform fixedToMoving,
      Optional<SpatialTransform> movingToFixed,
      SliceExecutor executor,
      IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, "Quality assurance", 10);
    GridGeometry domain = coarse(request.fixed.geometry());
    QualityThresholds limits = QualityThresholds.tg132();
    return QualityReport.judge(
        transformId,
        shape(request, fixedToMoving, movingToFixed, limits, domain, executor, progress.split(4)),
        Optional.empty(),
        Map.of(),
        Optional.of(
            AlignmentProbe.of(
                request.fixed, request.moving, fixedToMoving, executor, progress.split(6))),
        limits);
  }

  private static QualityReport.Shape shape(
      Request request,
      SpatialTransform fixedToMoving,
      Optional<SpatialTransform> movingToFixed,
      QualityThresholds limits,
      GridGeometry domain,
      SliceExecutor executor,
      SubMonitor progress) {
    progress.setWorkRemaining(4);
    JacobianMap jacobian = JacobianMap.of(fixedToMoving, domain, executor, progress.split(2));
    InverseCheck inverse =
        InverseCheck.of(
            fixedToMoving, fixedToMoving.inverse(), domain, executor, progress.split(2));
    if (fixedToMoving.asAffine().isPresent()) {
      return new QualityReport.Shape(jacobian, VolumeChange.NONE, inverse, Optional.empty());
    }
    BodyPoints body = BodyPoints.of(request.fixed);
    return new QualityReport.Shape(
        jacobian,
        VolumeChange.of(fixedToMoving, body, limits.leastVolumeFactor(), limits.mostVolumeFactor()),
        inverse,
        movingToFixed.map(
            back -> ReverseConsistency.of(fixedToMoving, back, body, request.moving.geometry())));
  }

  /** Returns the radius that {@link Outcome#uncertaintyMm} describes. */
  public static double uncertaintyMm(Request request, QualityReport quality) {
    Vector3 f = request.fixed.geometry().spacingMm();
    Vector3 m = request.moving.geometry().spacingMm();
    double edgeMm =
        Math.max(Math.max(f.x(), Math.max(f.y(), f.z())), Math.max(m.x(), Math.max(m.y(), m.z())));
    double seenMm = quality.alignment().map(AlignmentProbe::correctionMm).orElse(edgeMm);
    double markedMm = quality.landmarks().map(LandmarkError::meanMm).orElse(0.0);
    double undeterminedMm = quality.reverse().map(ReverseConsistency::percentile95Mm).orElse(0.0);
    return Math.max(Math.max(edgeMm / 2, undeterminedMm), Math.max(seenMm, markedMm));
  }

  private static GridGeometry coarse(GridGeometry g) {
    Vector3 s = g.spacingMm();
    int nx = nodes(g.sizeX() * s.x());
    int ny = nodes(g.sizeY() * s.y());
    int nz = nodes(g.sizeZ() * s.z());
    var step = new Vector3(s.x() * g.sizeX() / nx, s.y() * g.sizeY() / ny, s.z() * g.sizeZ() / nz);
    Vector3 first =
        g.toPatientMm(
            step.x() / s.x() / 2 - 0.5, step.y() / s.y() / 2 - 0.5, step.z() / s.z() / 2 - 0.5);
    return new GridGeometry(nx, ny, nz, first, step, g.axes());
  }

  private static int nodes(double extentMm) {
    return Math.max(1, (int) Math.round(extentMm / CHECK_GRID_MM));
  }
}
