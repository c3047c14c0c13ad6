/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.registration;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.registration.quality.CheckedRegistration;
import org.recourse.registration.quality.QualityReport;
import org.recourse.registration.search.DeformableResult;
import org.recourse.registration.transform.RigidTransform;
import org.recourse.registration.transform.SpatialTransform;
import org.recourse.registration.uncertainty.RegistrationEnsemble;

/**
 * A transform with its report, found by a search or set by hand: what a case keeps. Immutable.
 *
 * @param rigid the rigid part, fixed to moving
 * @param deformed the whole with a deformation, if there is one
 * @param iterations steps of the search; empty for a transform set by hand
 * @param quality the report
 * @param uncertaintyMm radius proposed for the case
 * @param fixedGeometry grid of the fixed image, over which a deformation is written
 * @param ensemble registrations of parts of the images, whose spread is the uncertainty; empty if
 *     the check proposes it
 */
public record JudgedRegistration(
    RigidTransform rigid,
    Optional<SpatialTransform> deformed,
    OptionalInt iterations,
    QualityReport quality,
    double uncertaintyMm,
    GridGeometry fixedGeometry,
    Optional<RegistrationEnsemble> ensemble) {

  /** A registration without an ensemble. */
  public JudgedRegistration(
      RigidTransform rigid,
      Optional<SpatialTransform> deformed,
      OptionalInt iterations,
      QualityReport quality,
      double uncertaintyMm,
      GridGeometry fixedGeometry) {
    this(rigid, deformed, iterations, quality, uncertaintyMm, fixedGeometry, Optional.empty());
  }

  public JudgedRegistration {
    Objects.requireNonNull(rigid, "rigid");
    Objects.requireNonNull(deformed, "deformed");
    Objects.requireNonNull(iterations, "iterations");
    Objects.requireNonNull(quality, "quality");
    Objects.requireNonNull(fixedGeometry, "fixedGeometry");
    Objects.requireNonNull(ensemble, "ensemble");
    if (!(uncertaintyMm >= 0)) {
      throw new IllegalArgumentException("uncertaintyMm must be >= 0: " + uncertaintyMm);
    }
  }

  /** Takes what a search found. */
  public static JudgedRegistration of(
      CheckedRegistration.Request request, CheckedRegistration.Outcome outcome) {
    return new JudgedRegistration(
        outcome.rigid().fixedToMoving(),
        outcome.deformation().map(DeformableResult::fixedToMoving),
        OptionalInt.of(
            outcome.rigid().iterations()
                + outcome.deformation().map(DeformableResult::iterations).orElse(0)),
        outcome.quality(),
        outcome.uncertaintyMm(),
        request.fixed().geometry());
  }

  /** Returns the same registration with the uncertainty that an ensemble shows. */
  public JudgedRegistration with(RegistrationEnsemble found) {
    Vector3 axes = found.ellipsoid().semiAxesMm();
    return new JudgedRegistration(
        rigid,
        deformed,
        iterations,
        quality,
        Math.max(axes.x(), Math.max(axes.y(), axes.z())),
        fixedGeometry,
        Optional.of(found));
  }

  /** Tells whether a case may keep it: not if its quality check failed. */
  public boolean acceptable() {
    return switch (quality.verdict()) {
      case PASSED, NEEDS_REVIEW -> true;
      case FAILED, NOT_DONE -> false;
    };
  }

  /** Returns the map from the fixed to the moving frame. */
  public SpatialTransform fixedToMoving() {
    return deformed.orElse(rigid);
  }
}
