/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.viewer.internal;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.recourse.model.ImageRole;
import org.recourse.model.ImageSeries;
import org.recourse.model.PatientCase;

/** The images of a case among which the user chooses. Reads the model; UI thread only. */
final class ImageChoices {

  private final PatientCase patientCase;

  ImageChoices(PatientCase patientCase) {
    this.patientCase = Objects.requireNonNull(patientCase, "patientCase");
  }

  List<ImageSeries> series() {
    return List.copyOf(patientCase.getImageSeries());
  }

  /** The series in whose place nothing was chosen: the planning CT, else any CT, else the first. */
  Optional<ImageSeries> planning() {
    return Stream.of(ImageRole.PLANNING_CT, ImageRole.CT)
        .flatMap(role -> patientCase.getImageSeries().stream().filter(s -> s.getRole() == role))
        .findFirst()
        .or(() -> patientCase.getImageSeries().stream().findFirst());
  }

  /** Name of a series such as "CT Neck 1.5 mm": modality, then what the scanner was told. */
  static String title(ImageSeries series) {
    String modality = text(series.getModality());
    String description = text(series.getDescription()).strip();
    return description.contains(modality) ? description : (modality + " " + description).strip();
  }

  /** What the image is for, such as "Planning CT"; the title where that is not known. */
  static String roleText(ImageSeries series) {
    return switch (series.getRole()) {
      case PLANNING_CT -> "Planning CT";
      case T1 -> "MR T1";
      case T1C -> "MR T1C";
      case T2 -> "MR T2";
      case CT, OTHER, UNASSIGNED -> withoutRemark(title(series));
    };
  }

  /** The list is narrow; the corner of the slice has the whole title. */
  private static String withoutRemark(String title) {
    int remark = title.indexOf(" (");
    return remark > 0 ? title.substring(0, remark) : title;
  }

  /** EMF gives null for an attribute that was never set. */
  private static String text(String value) {
    return value == null ? "" : value;
  }
}
