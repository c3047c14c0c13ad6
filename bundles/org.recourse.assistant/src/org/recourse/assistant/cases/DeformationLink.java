/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.cases;

import java.util.List;
import java.util.Objects;
import org.recourse.grid.finding.Finding;
import org.recourse.radiobiology.conversion.RegistrationUncertainty;

/**
 * A deformable registration of the case, which is a file. Its map takes points of {@code
 * toFrameUid} to {@code fromFrameUid}: like every deformable registration of DICOM it pulls.
 * Immutable.
 *
 * @param id changes with the file
 * @param label name for people
 * @param fromFrameUid frame that is brought onto the other: that of the earlier course
 * @param toFrameUid frame in which the deformation is defined
 * @param relativePath the file within the case folder, with slashes
 * @param uncertainty how far a point may lie from where it is put
 * @param reservations what has to be said wherever dose comes through it
 */
public record DeformationLink(
    String id,
    String label,
    String fromFrameUid,
    String toFrameUid,
    String relativePath,
    RegistrationUncertainty uncertainty,
    List<Finding> reservations) {

  public DeformationLink {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(fromFrameUid, "fromFrameUid");
    Objects.requireNonNull(toFrameUid, "toFrameUid");
    Objects.requireNonNull(relativePath, "relativePath");
    Objects.requireNonNull(uncertainty, "uncertainty");
    reservations = List.copyOf(reservations);
  }
}
