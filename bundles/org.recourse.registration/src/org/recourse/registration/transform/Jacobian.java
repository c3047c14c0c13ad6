/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.registration.transform;

import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.Vector3;

/**
 * Derivatives of a map at one point; {@code xy} is the change of the mapped x along y. Immutable.
 */
public record Jacobian(
    double xx,
    double xy,
    double xz,
    double yx,
    double yy,
    double yz,
    double zx,
    double zy,
    double zz) {

  public static final Jacobian IDENTITY = new Jacobian(1, 0, 0, 0, 1, 0, 0, 0, 1);

  public static Jacobian of(AffineTransform map) {
    return new Jacobian(
        map.entry(0, 0),
        map.entry(0, 1),
        map.entry(0, 2),
        map.entry(1, 0),
        map.entry(1, 1),
        map.entry(1, 2),
        map.entry(2, 0),
        map.entry(2, 1),
        map.entry(2, 2));
  }

  /**
   * Returns the volume of the image of a unit volume: 1 for rigid maps, at most 0 where it folds.
   */
  public double determinant() {
    return xx * (yy * zz - yz * zy) - xy * (yx * zz - yz * zx) + xz * (yx * zy - yy * zx);
  }

  /** Returns the derivative of the map that applies the map of {@code first} before this one. */
  public Jacobian after(Jacobian first) {
    Vector3 x = times(new Vector3(first.xx, first.yx, first.zx));
    Vector3 y = times(new Vector3(first.xy, first.yy, first.zy));
    Vector3 z = times(new Vector3(first.xz, first.yz, first.zz));
    return new Jacobian(x.x(), y.x(), z.x(), x.y(), y.y(), z.y(), x.z(), y.z(), z.z());
  }

  public Vector3 times(Vector3 v) {
    return new Vector3(
        xx * v.x() + xy * v.y() + xz * v.z(),
        yx * v.x() + yy * v.y() + yz * v.z(),
        zx * v.x() + zy * v.y() + zz * v.z());
  }

  /** Returns the inverse matrix; throws IllegalArgumentException where the map is singular. */
  public Jacobian inverse() {
    return of(
        AffineTransform.ofRows(new double[] {xx, xy, xz, 0, yx, yy, yz, 0, zx, zy, zz, 0})
            .inverse());
  }
}
