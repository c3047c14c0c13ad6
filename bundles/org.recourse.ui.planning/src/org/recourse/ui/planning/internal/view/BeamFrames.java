/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.planning.internal.view;

import java.util.Optional;
import org.recourse.grid.geometry.Vector3;
import org.recourse.model.Beam;
import org.recourse.planning.beam.BeamFrame;
import org.recourse.planning.beam.PatientPosition;
import org.recourse.ui.planning.internal.beams.BeamSetup;

/** Where the beams of the model stand in the patient. Stateless. */
public final class BeamFrames {

  private static final double SOURCE_AXIS_MM = 1000;

  private BeamFrames() {}

  /** The frame of a beam at its first control point; empty if its isocentre is unknown. */
  public static Optional<BeamFrame> of(Beam beam) {
    BeamSetup setup = BeamSetup.of(beam);
    Optional<Vector3> isocentre = setup.isocentreMm();
    return isocentre.map(
        mm -> BeamFrame.of(setup.angles(), PatientPosition.HEAD_FIRST_SUPINE, mm, SOURCE_AXIS_MM));
  }
}
