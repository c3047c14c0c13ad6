/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.write;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * What a dose grid is, apart from its voxels: physical dose of all fractions.
 *
 * @param seriesNumber Series Number; doses of one plan may share a series
 * @param instanceNumber Instance Number, unique in the series
 * @param description series description
 * @param beamNumber the beam of a beam dose; empty for the dose of the whole plan
 */
public record DoseSpec(
    int seriesNumber, int instanceNumber, String description, OptionalInt beamNumber) {

  public DoseSpec {
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(beamNumber, "beamNumber");
  }

  public static DoseSpec ofPlan(int seriesNumber, int instanceNumber, String description) {
    return new DoseSpec(seriesNumber, instanceNumber, description, OptionalInt.empty());
  }

  public static DoseSpec ofBeam(
      int seriesNumber, int instanceNumber, String description, int beamNumber) {
    return new DoseSpec(seriesNumber, instanceNumber, description, OptionalInt.of(beamNumber));
  }
}
