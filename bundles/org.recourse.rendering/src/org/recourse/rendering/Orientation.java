/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.rendering;

import org.recourse.grid.geometry.Vector3;

/**
 * The three planes of the patient, with the directions in which they are looked at: axial from the
 * feet, coronal from the front, sagittal from the patient's left. Directions are patient LPS.
 */
public enum Orientation {
  AXIAL("Axial", new Vector3(1, 0, 0), new Vector3(0, 1, 0), new Vector3(0, 0, 1), "RLAP"),
  SAGITTAL("Sagittal", new Vector3(0, 1, 0), new Vector3(0, 0, -1), new Vector3(1, 0, 0), "APSI"),
  CORONAL("Coronal", new Vector3(1, 0, 0), new Vector3(0, 0, -1), new Vector3(0, 1, 0), "RLSI");

  private final String title;
  private final Vector3 u;
  private final Vector3 v;
  private final Vector3 normal;
  private final String letters; // left, right, top, bottom

  Orientation(String title, Vector3 u, Vector3 v, Vector3 normal, String letters) {
    this.title = title;
    this.u = u;
    this.v = v;
    this.normal = normal;
    this.letters = letters;
  }

  public String title() {
    return title;
  }

  /** Patient direction to the right of the screen, length 1. */
  public Vector3 u() {
    return u;
  }

  /** Patient direction down the screen, length 1. */
  public Vector3 v() {
    return v;
  }

  /** Patient direction along which slice positions grow: left, posterior or superior. */
  public Vector3 normal() {
    return normal;
  }

  /** Patient side at the left edge of the screen: A, P, L, R, S or I. */
  public String leftLetter() {
    return letters.substring(0, 1);
  }

  public String rightLetter() {
    return letters.substring(1, 2);
  }

  public String topLetter() {
    return letters.substring(2, 3);
  }

  public String bottomLetter() {
    return letters.substring(3, 4);
  }
}
