/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosimetry.internal.shape;

import java.util.List;
import org.recourse.grid.contour.ContourPlane;
import org.recourse.grid.contour.ContourPlanes;

/**
 * Square lattice over the contour planes of a structure, on which its shape is described.
 * Immutable.
 *
 * @param firstU u of the first node of every row, mm
 * @param firstV v of the first row, mm
 * @param spacingMm distance of nodes and of rows
 * @param sizeU nodes of a row
 * @param sizeV rows
 */
public record NodeGrid(double firstU, double firstV, double spacingMm, int sizeU, int sizeV) {

  /** Samples aimed at for one structure; more only where the dose grid asks for a finer lattice. */
  private static final double SAMPLE_TARGET = 100_000;

  /** Nodes of all planes together, which bounds memory. */
  private static final double NODE_LIMIT = 6e6;

  private static final double LEAST_SPACING_MM = 0.02;

  /** The half width of a thin structure spans at least so many nodes. */
  private static final double NODES_PER_HALF_WIDTH = 3;

  /** Keeps lattice lines off contours that were drawn on round numbers. */
  private static final double OFFSET = 0.381966;

  /**
   * Makes the lattice of a structure.
   *
   * @param largestSpacingMm spacing that is never exceeded, such as that of the dose grid
   */
  public static NodeGrid of(ContourPlanes planes, double largestSpacingMm) {
    double[] bounds = boundsMm(planes.planes());
    double marginMm = planes.spacingMm();
    double width = bounds[2] - bounds[0] + 2 * marginMm;
    double height = bounds[3] - bounds[1] + 2 * marginMm;
    double spacing = spacingMm(planes, largestSpacingMm);
    double leastSpacing = Math.sqrt(width * height * planes.planes().size() / NODE_LIMIT);
    spacing = Math.max(Math.max(spacing, leastSpacing), LEAST_SPACING_MM);
    int sizeU = (int) Math.ceil(width / spacing) + 4;
    int sizeV = (int) Math.ceil(height / spacing) + 4;
    return new NodeGrid(
        bounds[0] - marginMm - (1 + OFFSET) * spacing,
        bounds[1] - marginMm - (1 + OFFSET) * spacing,
        spacing,
        sizeU,
        sizeV);
  }

  private static double spacingMm(ContourPlanes planes, double largestSpacingMm) {
    double volume = 0;
    double area = 0;
    double perimeter = 0;
    for (ContourPlane plane : planes.planes()) {
      double planeArea = plane.region().areaMm2();
      volume += planeArea * plane.thicknessMm();
      area += planeArea;
      perimeter += plane.region().perimeterMm();
    }
    double halfWidth = area / perimeter; // of a long strip; half the radius of a disc
    return Math.min(
        Math.cbrt(volume / SAMPLE_TARGET),
        Math.min(largestSpacingMm, halfWidth / NODES_PER_HALF_WIDTH));
  }

  private static double[] boundsMm(List<ContourPlane> planes) {
    double[] bounds = planes.getFirst().region().boundsMm();
    for (ContourPlane plane : planes) {
      double[] b = plane.region().boundsMm();
      bounds[0] = Math.min(bounds[0], b[0]);
      bounds[1] = Math.min(bounds[1], b[1]);
      bounds[2] = Math.max(bounds[2], b[2]);
      bounds[3] = Math.max(bounds[3], b[3]);
    }
    return bounds;
  }

  public int nodeCount() {
    return sizeU * sizeV;
  }

  public double u(double column) {
    return firstU + column * spacingMm;
  }

  public double v(double row) {
    return firstV + row * spacingMm;
  }
}
