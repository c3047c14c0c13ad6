/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.internal.imports;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.aoju.bus.image.Tag;
import org.recourse.dicom.internal.geometry.SlicePlane;
import org.recourse.dicom.internal.toolkit.Dataset;
import org.recourse.dicom.internal.toolkit.SopClass;

/**
 * A readable file of a supported class.
 *
 * @param path where it is
 * @param name path relative to the imported folder, with forward slashes
 * @param sopClass what it is
 * @param sopInstanceUid its UID
 * @param data its attributes without pixels
 * @param plane where it lies; only for images
 */
record SourceFile(
    Path path,
    String name,
    SopClass sopClass,
    String sopInstanceUid,
    Dataset data,
    Optional<SlicePlane> plane) {

  String textOr(int tag, String otherwise) {
    return data.text(tag).orElse(otherwise);
  }

  String seriesUid() {
    return textOr(Tag.SeriesInstanceUID, "");
  }

  /** Returns a date attribute; empty if it is absent or malformed. */
  Optional<LocalDate> date(int tag) {
    return data.text(tag).flatMap(SourceFile::parsed);
  }

  static Optional<LocalDate> parsed(String date) {
    try {
      return Optional.of(LocalDate.parse(date, DateTimeFormatter.BASIC_ISO_DATE));
    } catch (DateTimeParseException e) {
      return Optional.empty(); // the caller reports an unknown date
    }
  }
}
