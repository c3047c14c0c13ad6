/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.solid;

import org.recourse.grid.geometry.Vector3;

/**
 * A box along the patient axes that holds a body.
 *
 * @param lowMm lower corner
 * @param highMm upper corner; at or above the lower one, or the box is empty
 */
public record Box(Vector3 lowMm, Vector3 highMm) {

  /** Returns the box of this size on either side of a centre. */
  public static Box around(Vector3 centreMm, double xMm, double yMm, double zMm) {
    var half = new Vector3(xMm, yMm, zMm);
    return new Box(centreMm.minus(half), centreMm.plus(half));
  }

  /** Returns the smallest box that holds both. */
  public Box with(Box other) {
    return new Box(smaller(lowMm, other.lowMm), larger(highMm, other.highMm));
  }

  /** Returns what both have in common; it may be empty. */
  public Box within(Box other) {
    return new Box(larger(lowMm, other.lowMm), smaller(highMm, other.highMm));
  }

  /** Returns the box moved outwards on every side; inwards if the margin is negative. */
  public Box grownBy(double marginMm) {
    var margin = new Vector3(marginMm, marginMm, marginMm);
    return new Box(lowMm.minus(margin), highMm.plus(margin));
  }

  public boolean isEmpty() {
    return lowMm.x() > highMm.x() || lowMm.y() > highMm.y() || lowMm.z() > highMm.z();
  }

  private static Vector3 smaller(Vector3 a, Vector3 b) {
    return new Vector3(Math.min(a.x(), b.x()), Math.min(a.y(), b.y()), Math.min(a.z(), b.z()));
  }

  private static Vector3 larger(Vector3 a, Vector3 b) {
    return new Vector3(Math.max(a.x(), b.x()), Math.max(a.y(), b.y()), Math.max(a.z(), b.z()));
  }
}
