/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.internal.toolkit;

import java.util.Optional;

/** Kinds of DICOM objects that are read and written. */
public enum SopClass {
  CT("1.2.840.10008.5.1.4.1.1.2", "CT"),
  MR("1.2.840.10008.5.1.4.1.1.4", "MR"),
  STRUCTURE_SET("1.2.840.10008.5.1.4.1.1.481.3", "RTSTRUCT"),
  PLAN("1.2.840.10008.5.1.4.1.1.481.5", "RTPLAN"),
  DOSE("1.2.840.10008.5.1.4.1.1.481.2", "RTDOSE"),
  REGISTRATION("1.2.840.10008.5.1.4.1.1.66.1", "REG"),
  DEFORMABLE_REGISTRATION("1.2.840.10008.5.1.4.1.1.66.3", "REG");

  private final String uid;
  private final String modality;

  SopClass(String uid, String modality) {
    this.uid = uid;
    this.modality = modality;
  }

  public String uid() {
    return uid;
  }

  public String modality() {
    return modality;
  }

  public boolean isImage() {
    return this == CT || this == MR;
  }

  public static Optional<SopClass> ofUid(String uid) {
    for (SopClass sopClass : values()) {
      if (sopClass.uid.equals(uid)) {
        return Optional.of(sopClass);
      }
    }
    return Optional.empty();
  }

  /** Returns a name for people of classes that are often met but not read. */
  public static String nameOf(String uid) {
    return switch (uid) {
      case "1.2.840.10008.5.1.4.1.1.128" -> "PET image";
      case "1.2.840.10008.5.1.4.1.1.2.1" -> "enhanced multi-frame CT";
      case "1.2.840.10008.5.1.4.1.1.4.1" -> "enhanced multi-frame MR";
      case "1.2.840.10008.5.1.4.1.1.7" -> "secondary capture";
      case "1.2.840.10008.5.1.4.1.1.66.3" -> "deformable registration";
      case "1.2.840.10008.5.1.4.1.1.481.1" -> "RT image";
      case "1.2.840.10008.5.1.4.1.1.481.4" -> "RT beams treatment record";
      case "1.2.840.10008.5.1.4.1.1.481.8" -> "RT ion plan";
      case "1.2.840.10008.5.1.4.1.1.88.11", "1.2.840.10008.5.1.4.1.1.88.22" -> "structured report";
      default -> "SOP class " + uid;
    };
  }
}
