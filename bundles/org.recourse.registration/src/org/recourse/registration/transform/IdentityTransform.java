/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.registration.transform;

import java.util.Optional;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.Vector3;

/** The map that leaves every point where it is. */
public record IdentityTransform() implements SpatialTransform {

  @Override
  public Vector3 apply(Vector3 pointMm) {
    return pointMm;
  }

  @Override
  public Jacobian jacobianAt(Vector3 pointMm) {
    return Jacobian.IDENTITY;
  }

  @Override
  public Optional<AffineTransform> asAffine() {
    return Optional.of(AffineTransform.IDENTITY);
  }

  @Override
  public SpatialTransform inverse() {
    return this;
  }

  @Override
  public SpatialTransform after(SpatialTransform first) {
    return first;
  }
}
