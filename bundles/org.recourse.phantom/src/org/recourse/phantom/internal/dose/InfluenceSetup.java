/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.internal.dose;

import java.util.List;

/** Field elements and the dose they give to the points of a plan. Immutable after construction. */
final class InfluenceSetup {

  private static final double REACH_MM = 10;

  private final List<BeamGeometry> beams;
  private final DepthTable[] depth;
  private final Bixels bixels;
  private final InfluenceRows rows = new InfluenceRows();
  private final double[] lowGy;
  private final double[] highGy;
  private final double[] penalty;

  InfluenceSetup(List<BeamGeometry> beams, DepthTable[] depth, PlanPoints planPoints) {
    this.beams = beams;
    this.depth = depth;
    bixels = new Bixels(beams.size());
    List<PlanPoints.Point> points = planPoints.points();
    openBixels(points);
    lowGy = points.stream().mapToDouble(PlanPoints.Point::lowGy).toArray();
    highGy = points.stream().mapToDouble(PlanPoints.Point::highGy).toArray();
    penalty = points.stream().mapToDouble(PlanPoints.Point::penalty).toArray();
    fill(points);
  }

  private void openBixels(List<PlanPoints.Point> points) {
    for (int beam = 0; beam < beams.size(); beam++) {
      var projection = new Projection(beams.get(beam));
      for (PlanPoints.Point point : points) {
        if (point.lowGy() > 0) {
          projection.project(point.positionMm());
          bixels.open(beam, projection.u(), projection.v());
        }
      }
    }
  }

  private void fill(List<PlanPoints.Point> points) {
    Projection[] projections = beams.stream().map(Projection::new).toArray(Projection[]::new);
    for (PlanPoints.Point point : points) {
      for (int beam = 0; beam < projections.length; beam++) {
        Projection projection = projections[beam];
        projection.project(point.positionMm());
        double open = depth[beam].at(point.slice(), projection.u(), projection.t());
        if (open > 0) {
          addElements(beam, projection.u(), projection.v(), open);
        }
      }
      rows.endRow();
    }
  }

  private void addElements(int beam, double uMm, double vMm, double open) {
    int lowU = Math.max(0, Bixels.index(uMm - REACH_MM));
    int highU = Math.min(Bixels.PER_AXIS - 1, Bixels.index(uMm + REACH_MM));
    int lowV = Math.max(0, Bixels.index(vMm - REACH_MM));
    int highV = Math.min(Bixels.PER_AXIS - 1, Bixels.index(vMm + REACH_MM));
    for (int v = lowV; v <= highV; v++) {
      double across = open * FluenceMap.PENUMBRA.at(vMm - Bixels.centreMm(v));
      for (int u = lowU; u <= highU; u++) {
        if (bixels.isOpen(beam, u, v)) {
          rows.add(
              bixels.number(beam, u, v), across * FluenceMap.PENUMBRA.at(uMm - Bixels.centreMm(u)));
        }
      }
    }
  }

  Bixels bixels() {
    return bixels;
  }

  FluenceOptimisation optimisation() {
    return new FluenceOptimisation(rows, lowGy, highGy, penalty, bixels.count());
  }
}
