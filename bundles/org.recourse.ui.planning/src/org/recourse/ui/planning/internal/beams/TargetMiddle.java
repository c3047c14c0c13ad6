/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.planning.internal.beams;

import java.util.List;
import java.util.Optional;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.contour.PlanarContour;
import org.recourse.grid.geometry.Vector3;
import org.recourse.model.Plan;
import org.recourse.ui.planning.internal.plans.PlanStructures;
import org.recourse.ui.session.CaseSession;

/** The point that new beams aim at. Stateless; UI thread only. */
final class TargetMiddle {

  private TargetMiddle() {}

  /**
   * Middle of the box around the targets of a plan, patient mm, rounded to whole millimetres; empty
   * if no target has contours.
   */
  static Optional<Vector3> of(CaseSession session, Plan plan) {
    List<ContourSet> targets =
        PlanStructures.targets(plan).stream()
            .map(structure -> PlanStructures.contours(session, structure))
            .flatMap(Optional::stream)
            .filter(contours -> !contours.isEmpty())
            .toList();
    if (targets.isEmpty()) {
      return Optional.empty();
    }
    double[] least = {Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE};
    double[] greatest = {-Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
    for (ContourSet target : targets) {
      for (PlanarContour contour : target.contours()) {
        for (int i = 0; i < contour.pointCount(); i++) {
          Vector3 point = contour.pointMm(i);
          double[] at = {point.x(), point.y(), point.z()};
          for (int k = 0; k < at.length; k++) {
            least[k] = Math.min(least[k], at[k]);
            greatest[k] = Math.max(greatest[k], at[k]);
          }
        }
      }
    }
    return Optional.of(
        new Vector3(
            middle(least[0], greatest[0]),
            middle(least[1], greatest[1]),
            middle(least[2], greatest[2])));
  }

  private static double middle(double fromMm, double toMm) {
    return Math.rint((fromMm + toMm) / 2);
  }
}
