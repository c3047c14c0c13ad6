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
import java.util.List;
import java.util.Objects;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.volume.DoseGrid;

/**
 * A dose object that was read by itself, without a case. Immutable.
 *
 * @param file where it lies
 * @param sopInstanceUid SOP Instance UID
 * @param frameOfReferenceUid frame of its coordinates
 * @param doseType Dose Type (3004,0004) as in the file, such as {@code PHYSICAL}; empty text if the
 *     file does not say
 * @param summation Dose Summation Type (3004,000A) as in the file, such as {@code PLAN}; empty text
 *     if the file does not say
 * @param doseGy the dose in Gy; physical or EQD2, as {@code doseType} and the file say
 * @param findings what had to be assumed
 */
public record DoseFile(
    Path file,
    String sopInstanceUid,
    String frameOfReferenceUid,
    String doseType,
    String summation,
    DoseGrid doseGy,
    List<Finding> findings) {

  public DoseFile {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(sopInstanceUid, "sopInstanceUid");
    Objects.requireNonNull(frameOfReferenceUid, "frameOfReferenceUid");
    Objects.requireNonNull(doseType, "doseType");
    Objects.requireNonNull(summation, "summation");
    Objects.requireNonNull(doseGy, "doseGy");
    findings = List.copyOf(findings);
  }
}
