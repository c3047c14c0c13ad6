/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.grid.geometry;

import java.util.Optional;

/**
 * Takes points of one frame of reference to another, both in patient millimetres; a deformation may
 * know the image of some points only. Implementations are immutable, thread-safe and equal by
 * content, so that what was computed through a map can be kept under it.
 */
public interface PointMap {

  /** Returns the image of a point; empty where the map is not defined. */
  Optional<Vector3> at(Vector3 pointMm);

  /** Returns the matrix if the map is affine everywhere. */
  Optional<AffineTransform> asAffine();
}
