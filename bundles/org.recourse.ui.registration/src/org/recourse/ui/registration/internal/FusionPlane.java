/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.registration.internal;

import org.recourse.grid.geometry.Vector3;

/** The three planes, as radiologists look at them. Directions are patient LPS. */
enum FusionPlane {
  AXIAL(new Vector3(1, 0, 0), new Vector3(0, 1, 0), "R", "L", "A", "P"),
  SAGITTAL(new Vector3(0, 1, 0), new Vector3(0, 0, -1), "A", "P", "S", "I"),
  CORONAL(new Vector3(1, 0, 0), new Vector3(0, 0, -1), "R", "L", "S", "I");

  private final Vector3 right;
  private final Vector3 down;
  private final String[] letters; // left, right, top, bottom

  FusionPlane(Vector3 right, Vector3 down, String... letters) {
    this.right = right;
    this.down = down;
    this.letters = letters;
  }

  Vector3 right() {
    return right;
  }

  Vector3 down() {
    return down;
  }

  /** Returns the direction that the wheel moves along, towards the left, back or head. */
  Vector3 normal() {
    return switch (this) {
      case AXIAL -> new Vector3(0, 0, 1);
      case SAGITTAL -> new Vector3(1, 0, 0);
      case CORONAL -> new Vector3(0, 1, 0);
    };
  }

  String leftLetter() {
    return letters[0];
  }

  String rightLetter() {
    return letters[1];
  }

  String topLetter() {
    return letters[2];
  }

  String bottomLetter() {
    return letters[3];
  }
}
