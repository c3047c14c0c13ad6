/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.registration.transform;

import java.util.List;
import java.util.Optional;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.Vector3;

/**
 * A smooth map from one frame of reference to another, in patient millimetres. Every case is
 * immutable and thread-safe.
 */
public sealed interface SpatialTransform
    permits AffineMap,
        BSplineTransform,
        ComposedTransform,
        DisplacementField,
        IdentityTransform,
        NumericalInverse,
        RigidTransform {

  /** Returns the image of a point, mm. */
  Vector3 apply(Vector3 pointMm);

  /** Returns the derivatives of the map at a point. */
  Jacobian jacobianAt(Vector3 pointMm);

  /** Returns the matrix if the map is affine everywhere. */
  Optional<AffineTransform> asAffine();

  /**
   * Returns the inverse: exact for affine maps, else found point by point ({@link
   * NumericalInverse}); {@link InverseCheck} measures its error.
   */
  default SpatialTransform inverse() {
    return asAffine()
        .<SpatialTransform>map(matrix -> new AffineMap(matrix.inverse()))
        .orElseGet(() -> new NumericalInverse(this));
  }

  /** Returns the transform that applies {@code first} and then this one. */
  default SpatialTransform after(SpatialTransform first) {
    if (first instanceof IdentityTransform) {
      return this;
    }
    return ComposedTransform.of(List.of(first, this));
  }
}
