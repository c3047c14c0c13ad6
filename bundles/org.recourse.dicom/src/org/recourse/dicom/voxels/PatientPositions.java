/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.voxels;

import java.nio.file.Path;
import java.util.Optional;
import org.aoju.bus.image.Tag;
import org.recourse.dicom.DicomReadException;
import org.recourse.dicom.internal.toolkit.Dataset;
import org.recourse.dicom.internal.toolkit.DicomFiles;

/** How the patient lay when an image was taken. Stateless. */
public final class PatientPositions {

  private PatientPositions() {}

  /** Patient Position (0018,5100) of a slice, such as {@code HFS}; empty if the file has none. */
  public static Optional<String> ofSlice(Path file) throws DicomReadException {
    return Dataset.of(DicomFiles.readHeader(file)).text(Tag.PatientPosition);
  }
}
