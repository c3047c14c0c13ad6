/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.internal.files;

import org.recourse.dicom.write.DicomUid;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.Vector3;

/** Frames of reference of the bundled case and how they lie to the planning CT. */
public enum CaseFrame {
  /** The planning CT; the anatomy is given in it. */
  PLANNING("Planning CT", 0, 0, Vector3.ZERO),
  /** The MR scanner. */
  MR("MR", 2.5, -1, new Vector3(3.2, -4.1, 5.6)),
  /** The planning CT of the first course, years before. */
  FIRST_COURSE("First course", 3, -2.2, new Vector3(-4.5, 6.3, 7.8));

  private final String label;
  private final double rollDeg;
  private final double pitchDeg;
  private final Vector3 shiftMm;

  CaseFrame(String label, double rollDeg, double pitchDeg, Vector3 shiftMm) {
    this.label = label;
    this.rollDeg = rollDeg;
    this.pitchDeg = pitchDeg;
    this.shiftMm = shiftMm;
  }

  public String label() {
    return label;
  }

  /** Frame of Reference UID; the same in every copy of the case. */
  public String uid() {
    return DicomUid.ofName("org.recourse.phantom/bundled/frame/" + name());
  }

  /** Returns the rigid transform that takes points of this frame to the planning CT. */
  public AffineTransform toPlanning() {
    double cosZ = Math.cos(Math.toRadians(rollDeg));
    double sinZ = Math.sin(Math.toRadians(rollDeg));
    double cosX = Math.cos(Math.toRadians(pitchDeg));
    double sinX = Math.sin(Math.toRadians(pitchDeg));
    AffineTransform aboutZ =
        AffineTransform.ofRows(new double[] {cosZ, -sinZ, 0, 0, sinZ, cosZ, 0, 0, 0, 0, 1, 0});
    AffineTransform aboutX =
        AffineTransform.ofRows(new double[] {1, 0, 0, 0, 0, cosX, -sinX, 0, 0, sinX, cosX, 0});
    return AffineTransform.translation(shiftMm).after(aboutZ.after(aboutX));
  }
}
