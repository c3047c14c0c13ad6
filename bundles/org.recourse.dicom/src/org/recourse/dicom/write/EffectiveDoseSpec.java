/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.write;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;

/**
 * What an equieffective dose (EQD2) is, apart from its voxels.
 *
 * @param description series description, shortened to fit
 * @param derivation how it was made: alpha/beta, courses, repair, recovery; at most 1024 characters
 *     are kept
 * @param frameSource RTDOSE in the frame of the result; patient and study are taken from it
 * @param summed RTDOSE objects whose plans are in it, one for each plan, at least one
 * @param created when it was made
 * @param synthetic whether a program made any of the data: every text of the object then says so
 */
public record EffectiveDoseSpec(
    String description,
    String derivation,
    Path frameSource,
    List<Path> summed,
    LocalDateTime created,
    boolean synthetic) {

  public EffectiveDoseSpec {
    Objects.requireNonNull(frameSource, "frameSource");
    Objects.requireNonNull(created, "created");
    summed = List.copyOf(summed);
    if (summed.isEmpty()) {
      throw new IllegalArgumentException("an equieffective dose is that of at least one plan");
    }
    if (description.isBlank() || derivation.isBlank()) {
      throw new IllegalArgumentException("an equieffective dose says what it is");
    }
  }
}
