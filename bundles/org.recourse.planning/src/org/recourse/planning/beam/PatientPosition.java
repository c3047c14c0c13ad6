/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.beam;

import java.util.Arrays;
import java.util.Optional;
import org.recourse.grid.geometry.Vector3;

/** How the patient lies on the table (DICOM Patient Position, 0018,5100). */
public enum PatientPosition {
  HEAD_FIRST_SUPINE("HFS"),
  HEAD_FIRST_PRONE("HFP"),
  FEET_FIRST_SUPINE("FFS"),
  FEET_FIRST_PRONE("FFP");

  private final String code;

  PatientPosition(String code) {
    this.code = code;
  }

  /** Defined term in DICOM, such as HFS. */
  public String code() {
    return code;
  }

  /** The position with this defined term; empty for positions beams are not planned for. */
  public static Optional<PatientPosition> ofCode(String code) {
    return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
  }

  /**
   * Turns a direction on the table (IEC 61217: x to the right seen by one who faces the gantry, y
   * towards the gantry, z up) into one of the patient (LPS).
   */
  Vector3 toPatient(double x, double y, double z) {
    return switch (this) {
      case HEAD_FIRST_SUPINE -> new Vector3(x, -z, y);
      case HEAD_FIRST_PRONE -> new Vector3(-x, z, y);
      case FEET_FIRST_SUPINE -> new Vector3(-x, -z, -y);
      case FEET_FIRST_PRONE -> new Vector3(x, z, -y);
    };
  }
}
