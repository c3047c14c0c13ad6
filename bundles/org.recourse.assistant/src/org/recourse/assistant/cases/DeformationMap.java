/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.cases;

import java.util.Objects;
import java.util.Optional;
import org.recourse.dicom.registration.SpatialMap;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.PointMap;
import org.recourse.grid.geometry.Vector3;

/**
 * The map of a deformable registration file, or its inverse, found point by point: x ← L⁻¹(L(x) −
 * (T(x) − y)), L the product of the two matrices, which converges where the field is smooth (exact
 * at once where it is constant). Points whose search leaves the grid of the deformation, or does
 * not come within {@value #ENOUGH_MM} mm, have no image. Immutable; equal by the id of the
 * registration and the direction.
 */
public final class DeformationMap implements PointMap {

  private static final int MOST_STEPS = 60;
  private static final double ENOUGH_MM = 1e-3;

  private final String id;
  private final SpatialMap map;
  private final boolean inverted;
  private final AffineTransform linear;
  private final AffineTransform linearBack;

  /**
   * Makes a map.
   *
   * @param id of the registration; see {@link TransformId}
   * @param inverted whether points are taken against the direction of the map
   */
  public DeformationMap(String id, SpatialMap map, boolean inverted) {
    this.id = Objects.requireNonNull(id, "id");
    this.map = Objects.requireNonNull(map, "map");
    this.inverted = inverted;
    linear = map.post().after(map.pre());
    linearBack = linear.inverse();
  }

  @Override
  public Optional<Vector3> at(Vector3 pointMm) {
    return inverted ? back(pointMm) : map.apply(pointMm);
  }

  /** The displacement is carried back by the matrices: exact where the field is constant. */
  private Optional<Vector3> back(Vector3 pointMm) {
    Vector3 x = linearBack.apply(pointMm);
    for (int step = 0; step < MOST_STEPS; step++) {
      Optional<Vector3> image = map.apply(x);
      if (image.isEmpty()) {
        return Optional.empty();
      }
      if (image.get().distanceTo(pointMm) < ENOUGH_MM) {
        return Optional.of(x);
      }
      Vector3 residual = image.get().minus(pointMm);
      x = linearBack.apply(linear.apply(x).minus(residual));
    }
    return Optional.empty();
  }

  @Override
  public Optional<AffineTransform> asAffine() {
    return Optional.empty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DeformationMap that && id.equals(that.id) && inverted == that.inverted;
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, inverted);
  }
}
