/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.registration.transform;

import java.util.Objects;
import java.util.Optional;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.Vector3;

/**
 * Inverse of a map that has no closed form, found point by point with Newton's method: solve T(x) =
 * y by x ← x − J⁻¹·(T(x) − y). Where the map folds or is singular the search stops at the best
 * point found, and {@link InverseCheck} shows the error.
 *
 * @param forward the map that is inverted
 */
public record NumericalInverse(SpatialTransform forward) implements SpatialTransform {

  private static final int MOST_STEPS = 30;
  private static final double ENOUGH_MM = 1e-6;
  private static final double LEAST_DETERMINANT = 1e-6;
  private static final double LARGEST_STEP_MM = 20;

  public NumericalInverse {
    Objects.requireNonNull(forward, "forward");
  }

  @Override
  public Vector3 apply(Vector3 pointMm) {
    Vector3 x = pointMm.minus(forward.apply(pointMm).minus(pointMm));
    Vector3 best = x;
    double bestMm = Double.POSITIVE_INFINITY;
    for (int step = 0; step < MOST_STEPS; step++) {
      Vector3 residual = forward.apply(x).minus(pointMm);
      double mm = residual.norm();
      if (mm < bestMm) {
        bestMm = mm;
        best = x;
      }
      if (mm < ENOUGH_MM) {
        break;
      }
      Jacobian jacobian = forward.jacobianAt(x);
      Vector3 move =
          jacobian.determinant() > LEAST_DETERMINANT
              ? jacobian.inverse().times(residual)
              : residual.times(0.5);
      double tooFar = Math.max(1, move.norm() / LARGEST_STEP_MM);
      x = x.minus(move.times(1 / tooFar));
    }
    return best;
  }

  @Override
  public Jacobian jacobianAt(Vector3 pointMm) {
    return forward.jacobianAt(apply(pointMm)).inverse();
  }

  @Override
  public Optional<AffineTransform> asAffine() {
    return forward.asAffine().map(AffineTransform::inverse);
  }

  @Override
  public SpatialTransform inverse() {
    return forward;
  }
}
