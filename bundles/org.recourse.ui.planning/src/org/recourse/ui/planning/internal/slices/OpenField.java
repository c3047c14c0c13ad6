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
import java.util.Optional;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.contour.PlanarContour;
import org.recourse.grid.geometry.Vector3;
import org.recourse.model.Beam;
import org.recourse.model.ControlPoint;
import org.recourse.model.Plan;
import org.recourse.planning.beam.BeamFrame;
import org.recourse.planning.plan.PlanSetup;
import org.recourse.ui.planning.internal.plans.PlanStructures;
import org.recourse.ui.planning.internal.view.BeamFrames;
import org.recourse.ui.session.CaseSession;

/** How far a beam is open. Stateless; UI thread only. */
final class OpenField {

  private OpenField() {}

  /**
   * Smallest and greatest u, then v, on the isocentre plane, mm: that of the widest jaws, else the
   * box around the targets with a beamlet to spare; empty if neither is known.
   */
  static Optional<double[]> mm(CaseSession session, Beam beam) {
    double[] open = {Double.MAX_VALUE, -Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE};
    for (ControlPoint point : beam.getControlPoints()) {
      List<Double> x = point.getJawXMm();
      List<Double> y = point.getJawYMm();
      if (x.size() == 2 && y.size() == 2) {
        widen(open, x.get(0), y.get(0), 0);
        widen(open, x.get(1), y.get(1), 0);
      }
    }
    Optional<BeamFrame> frame = BeamFrames.of(beam);
    if (open[0] > open[1] && frame.isPresent() && beam.eContainer() instanceof Plan plan) {
      PlanStructures.targets(plan)
          .forEach(
              target ->
                  PlanStructures.contours(session, target)
                      .ifPresent(contours -> widen(open, frame.get(), contours)));
    }
    return open[0] > open[1] ? Optional.empty() : Optional.of(open);
  }

  private static void widen(double[] open, BeamFrame frame, ContourSet contours) {
    for (PlanarContour contour : contours.contours()) {
      for (int i = 0; i < contour.pointCount(); i++) {
        Vector3 point = contour.pointMm(i);
        widen(open, frame.uMm(point), frame.vMm(point), PlanSetup.BEAMLET_MM);
      }
    }
  }

  private static void widen(double[] open, double u, double v, double marginMm) {
    open[0] = Math.min(open[0], u - marginMm);
    open[1] = Math.max(open[1], u + marginMm);
    open[2] = Math.min(open[2], v - marginMm);
    open[3] = Math.max(open[3], v + marginMm);
  }
}
