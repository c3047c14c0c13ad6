/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.internal.voxels;

import java.nio.file.Path;
import org.aoju.bus.image.Tag;
import org.recourse.dicom.DicomReadException;
import org.recourse.dicom.internal.toolkit.Dataset;
import org.recourse.model.DicomReference;

/** Checks that a file of the case is the object the model refers to. Stateless. */
public final class SourceCheck {

  private SourceCheck() {}

  /** Returns the reference, which may be null in the model. */
  public static DicomReference reference(Path caseFolder, DicomReference reference)
      throws DicomReadException {
    if (reference == null || reference.getRelativePath() == null) {
      throw new DicomReadException(
          caseFolder, "", "The case refers to no DICOM file here.", "Import the data again.");
    }
    return reference;
  }

  public static void identity(Dataset object, String sopInstanceUid) throws DicomReadException {
    String found = object.text(Tag.SOPInstanceUID).orElse("");
    if (!found.equals(sopInstanceUid)) {
      throw object.problem(
          Tag.SOPInstanceUID,
          "The file holds another object (" + found + ") than the case refers to.",
          "Restore the file or import again.");
    }
  }
}
