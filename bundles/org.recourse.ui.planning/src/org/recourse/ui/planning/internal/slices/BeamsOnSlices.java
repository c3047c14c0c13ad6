/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.planning.internal.slices;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.recourse.grid.geometry.Vector3;
import org.recourse.model.Beam;
import org.recourse.model.Plan;
import org.recourse.planning.beam.BeamFrame;
import org.recourse.rendering.SlicePlane;
import org.recourse.ui.planning.internal.plans.PlanningState;
import org.recourse.ui.planning.internal.plans.PlansOfCase;
import org.recourse.ui.planning.internal.view.BeamFrames;
import org.recourse.ui.session.CaseSession;
import org.recourse.ui.viewer.SliceCanvas;
import org.recourse.ui.viewer.SlicePainter;

/**
 * Draws the directions of the beams of the plan in work over the slices, and the field of the
 * selected one. UI thread only.
 */
final class BeamsOnSlices implements SlicePainter {

  private static final int BEAM_RGB = 0xb8c4cf;
  private static final int SELECTED_RGB = 0xffd166;
  private static final double REACH_MM = 170;
  private static final double TIP_MM = 12;
  private static final double LEAST_SEEN_MM = 25; // shorter: the beam comes towards the viewer
  private static final double ARROW_SIDE = 0.35;

  private final CaseSession session;
  private final PlanningState state;

  BeamsOnSlices(CaseSession session, PlanningState state) {
    this.session = Objects.requireNonNull(session, "session");
    this.state = Objects.requireNonNull(state, "state");
  }

  @Override
  public void paint(SliceCanvas canvas) {
    if (!state.beamsOnSlices()) {
      return;
    }
    List<Beam> beams =
        PlansOfCase.inWork(session.patientCase())
            .map(Plan::getBeams)
            .map(List::copyOf)
            .orElse(List.of());
    int selected = state.selectedBeam().orElse(-1);
    for (int i = 0; i < beams.size(); i++) {
      if (i != selected && beams.get(i).isEnabled()) {
        draw(canvas, beams.get(i), false);
      }
    }
    if (selected >= 0 && selected < beams.size()) {
      draw(canvas, beams.get(selected), true);
    }
  }

  private void draw(SliceCanvas canvas, Beam beam, boolean selected) {
    Optional<BeamFrame> frame = BeamFrames.of(beam);
    if (frame.isEmpty()) {
      return;
    }
    int rgb = selected ? SELECTED_RGB : BEAM_RGB;
    SlicePlane plane = canvas.plane();
    if (selected) {
      OpenField.mm(session, beam)
          .flatMap(open -> FieldSection.outline(frame.get(), open, plane))
          .ifPresent(uv -> canvas.polyline(uv, true, rgb, 1));
    }
    double[] axis = FieldSection.axis(frame.get(), REACH_MM, plane);
    double seenMm = Math.hypot(axis[2] - axis[0], axis[3] - axis[1]);
    String number = Integer.toString(beam.getNumber());
    if (seenMm < LEAST_SEEN_MM) {
      canvas.circle(axis[2], axis[3], TIP_MM / 2, rgb, 1);
      return;
    }
    canvas.polyline(axis, false, rgb, selected ? 2 : 1);
    canvas.polyline(arrow(axis, seenMm), false, rgb, selected ? 2 : 1);
    Vector3 start = frame.get().isocentreMm().minus(frame.get().axis().times(REACH_MM));
    canvas.text(start, number, rgb);
  }

  /** The head of an arrow at the isocentre end. */
  private static double[] arrow(double[] axis, double seenMm) {
    double u = (axis[2] - axis[0]) / seenMm * TIP_MM;
    double v = (axis[3] - axis[1]) / seenMm * TIP_MM;
    return new double[] {
      axis[2] - u - ARROW_SIDE * v,
      axis[3] - v + ARROW_SIDE * u,
      axis[2],
      axis[3],
      axis[2] - u + ARROW_SIDE * v,
      axis[3] - v - ARROW_SIDE * u
    };
  }
}
