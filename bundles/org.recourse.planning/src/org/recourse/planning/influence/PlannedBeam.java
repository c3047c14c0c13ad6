/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.influence;

import java.util.Objects;
import org.recourse.planning.beam.BeamFrame;
import org.recourse.planning.beam.Beamlets;

/**
 * A beam whose dose is wanted.
 *
 * @param frame where it stands
 * @param beamlets what its fluence is made of
 */
public record PlannedBeam(BeamFrame frame, Beamlets beamlets) {

  public PlannedBeam {
    Objects.requireNonNull(frame, "frame");
    Objects.requireNonNull(beamlets, "beamlets");
  }
}
