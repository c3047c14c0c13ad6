/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.internal.files;

import java.time.LocalDate;
import java.util.Optional;
import org.recourse.dicom.write.DicomUid;
import org.recourse.dicom.write.WrittenPatient;
import org.recourse.dicom.write.WrittenStudy;
import org.recourse.model.Sex;

/** Names and dates of the bundled case, the same each time it is made. */
final class CaseNames {

  static final String PLANNED_LABEL = "ReRT_60Gy_27fx";
  static final String FIRST_LABEL = "NPC_70Gy_33fx";
  static final String MR_T1 = "T1";
  static final String MR_T1_CONTRAST = "T1 contrast";
  static final String MR_T2 = "T2";
  static final LocalDate PLANNED_DATE = LocalDate.of(2022, 8, 22);
  static final LocalDate FIRST_DATE = LocalDate.of(2019, 2, 18);

  private static final LocalDate MR_DATE = LocalDate.of(2022, 8, 19);
  private static final WrittenPatient PATIENT =
      new WrittenPatient(
          "SYNTHETIC-0001",
          // Family and given name, and the ideographic group: "synthetic", "re-irradiation".
          "Synthetic^Reirradiation=\u5408\u6210^\u518d\u7a0b\u653e\u7597",
          Optional.of(LocalDate.of(1968, 5, 17)),
          Sex.MALE);

  private CaseNames() {}

  static WrittenStudy plannedStudy() {
    return study("PLAN2022", "Re-RT", PLANNED_DATE);
  }

  static WrittenStudy mrStudy() {
    return study("MR2022", "MR", MR_DATE);
  }

  static WrittenStudy firstStudy() {
    return study("PLAN2019", "Course 1", FIRST_DATE);
  }

  private static WrittenStudy study(String id, String description, LocalDate date) {
    String uid = DicomUid.ofName("org.recourse.phantom/bundled/study/" + id);
    return new WrittenStudy(PATIENT, uid, id, description, date, true);
  }
}
