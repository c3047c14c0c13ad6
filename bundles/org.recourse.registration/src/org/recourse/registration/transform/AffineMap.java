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
 * A map given by a matrix, such as one from a DICOM spatial registration.
 *
 * @param matrix acts on patient positions in mm
 */
public record AffineMap(AffineTransform matrix) implements SpatialTransform {

  public AffineMap {
    Objects.requireNonNull(matrix, "matrix");
  }

  @Override
  public Vector3 apply(Vector3 pointMm) {
    return matrix.apply(pointMm);
  }

  @Override
  public Jacobian jacobianAt(Vector3 pointMm) {
    return Jacobian.of(matrix);
  }

  @Override
  public Optional<AffineTransform> asAffine() {
    return Optional.of(matrix);
  }
}
