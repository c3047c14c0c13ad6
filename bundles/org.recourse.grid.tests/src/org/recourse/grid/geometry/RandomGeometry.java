/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.grid.geometry;

import java.util.Random;

/** Seeded random geometry for tests. */
public final class RandomGeometry {

  private final Random random;

  public RandomGeometry(long seed) {
    random = new Random(seed);
  }

  public double between(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  public Vector3 point(double reach) {
    return new Vector3(between(-reach, reach), between(-reach, reach), between(-reach, reach));
  }

  public Axes axes() {
    Vector3 x = point(1).normalised();
    Vector3 other = point(1).normalised();
    Vector3 y = other.minus(x.times(x.dot(other))).normalised();
    return new Axes(x, y, x.cross(y));
  }

  /** A rotation about a random axis followed by a translation. */
  public AffineTransform rigid() {
    return new GridGeometry(1, 1, 1, point(100), new Vector3(1, 1, 1), axes()).indexToPatient();
  }
}
