/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.solid;

import java.util.List;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.Vector3;

/** A body given by a formula. Implementations are immutable and thread-safe. */
public interface Solid {

  /**
   * Returns the field at a point: negative inside, 0 on the surface, positive outside; near the
   * surface close to the signed distance in mm. {@link Ball} and {@link Capsule} and their unions
   * are exact outside, so that growing them is an exact margin.
   */
  double fieldMm(double xMm, double yMm, double zMm);

  /** Returns a box that holds the body; it may be larger than needed. */
  Box bounds();

  default boolean contains(Vector3 pointMm) {
    return fieldMm(pointMm.x(), pointMm.y(), pointMm.z()) < 0;
  }

  /** Returns this body with a margin; a negative margin shrinks it. */
  default Solid grownBy(double marginMm) {
    return new Combination.Grown(this, marginMm);
  }

  default Solid minus(Solid other) {
    return new Combination.Difference(this, other);
  }

  default Solid within(Solid other) {
    return new Combination.Intersection(this, other);
  }

  /**
   * Returns this body as it lies in another frame.
   *
   * @param frameToBody takes points of that frame to the frame of this body; rigid
   */
  default Solid seenFrom(AffineTransform frameToBody) {
    return new Combination.Moved(this, frameToBody);
  }

  /** Returns the union of bodies. */
  static Solid union(Solid... parts) {
    return new Combination.Union(List.of(parts));
  }

  /**
   * Returns the union of two bodies whose seam is filled smoothly.
   *
   * @param blendMm reach of the filling, greater than 0
   */
  static Solid blend(Solid first, Solid second, double blendMm) {
    return new Combination.Blend(first, second, blendMm);
  }
}
