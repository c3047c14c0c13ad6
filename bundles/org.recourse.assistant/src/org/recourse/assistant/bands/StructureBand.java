/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.bands;

import java.util.Objects;
import java.util.Optional;
import org.recourse.assistant.numbers.StructureState;
import org.recourse.registration.uncertainty.DvhBand;
import org.recourse.registration.uncertainty.MetricBand;

/**
 * Cumulative EQD2 of a structure with its intervals, Gy. Immutable.
 *
 * @param structure the structure
 * @param maximumGy maximum
 * @param d01ccGy largest dose that 0.1 cm³ receive; empty for a smaller structure
 * @param meanGy mean
 * @param dvh histogram: fraction of the volume by dose
 */
public record StructureBand(
    StructureState structure,
    MetricBand maximumGy,
    Optional<MetricBand> d01ccGy,
    MetricBand meanGy,
    DvhBand dvh) {

  public StructureBand {
    Objects.requireNonNull(structure, "structure");
    Objects.requireNonNull(maximumGy, "maximumGy");
    Objects.requireNonNull(d01ccGy, "d01ccGy");
    Objects.requireNonNull(meanGy, "meanGy");
    Objects.requireNonNull(dvh, "dvh");
  }
}
