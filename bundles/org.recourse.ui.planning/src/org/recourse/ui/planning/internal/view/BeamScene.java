/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.planning.internal.view;

import java.util.List;
import java.util.Objects;
import org.recourse.grid.contour.ContourSet;
import org.recourse.planning.beam.BeamFrame;

/**
 * What is drawn of one beam, captured on the UI thread. Immutable.
 *
 * @param title which beam it is
 * @param frame where it stands
 * @param structures drawn in this order
 * @param aperture what it irradiates
 */
record BeamScene(String title, BeamFrame frame, List<Seen> structures, Aperture aperture) {

  /**
   * A structure.
   *
   * @param contours patient mm
   * @param rgb 0xRRGGBB
   * @param filled whether its area is tinted
   * @param strong whether its outline is thick
   */
  record Seen(ContourSet contours, int rgb, boolean filled, boolean strong) {
    Seen {
      Objects.requireNonNull(contours, "contours");
    }
  }

  BeamScene {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(frame, "frame");
    Objects.requireNonNull(aperture, "aperture");
    structures = List.copyOf(structures);
  }
}
