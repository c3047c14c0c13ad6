/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosimetry.dvh;

import java.util.Arrays;
import org.recourse.dosimetry.internal.shape.LayerSink;
import org.recourse.dosimetry.internal.shape.LevelRows;
import org.recourse.dosimetry.internal.shape.NodeGrid;
import org.recourse.dosimetry.internal.shape.SlabShape;
import org.recourse.grid.contour.ContourPlane;
import org.recourse.grid.geometry.Axes;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;

/**
 * Places samples in thin layers of a structure. Along a lattice row the stretch inside is known and
 * is cut into equal pieces; each piece gives one sample that carries its volume. So that samples do
 * not line up with planes of equal dose, the rows of every layer are shifted by another part of
 * their distance, and samples are shifted within their piece and across the layer, by the additive
 * sequences of the golden and the plastic ratio. Ends of stretches are kept without volume, for the
 * extremes.
 *
 * <p>One collector serves one thread; what it places depends on the layers only.
 */
final class SampleCollector implements LayerSink {

  private static final double ROW_SHIFT = 0.6180339887498949; // 1/golden ratio
  private static final double SHIFT_U = 0.7548776662466927; // 1/plastic ratio
  private static final double SHIFT_W = 0.5698402909980532; // its square

  private static final double LARGEST_FACTOR = 2;

  private final NodeGrid grid;
  private final Axes axes;
  private final GridGeometry doseGeometry;
  private final InnerVoxels voxels = new InnerVoxels();
  private final double[] toIndex; // u, v, w of the contour frame to continuous dose index
  private final DosePoints samples;
  private final DosePoints ends;
  private final LevelRows rows = new LevelRows();
  private long placed;
  private long layers;
  private double volumeMm3;

  SampleCollector(NodeGrid grid, Axes axes, GridGeometry doseGeometry) {
    this.grid = grid;
    this.axes = axes;
    this.doseGeometry = doseGeometry;
    toIndex = frameToIndex(axes, doseGeometry);
    samples = new DosePoints(doseGeometry);
    ends = new DosePoints(doseGeometry);
  }

  /** Rows of the transform from u, v, w to the index of the dose grid. */
  static double[] frameToIndex(Axes axes, GridGeometry doseGeometry) {
    Vector3 zero = doseGeometry.toIndex(Vector3.ZERO);
    Vector3 u = doseGeometry.toIndex(axes.x()).minus(zero);
    Vector3 v = doseGeometry.toIndex(axes.y()).minus(zero);
    Vector3 w = doseGeometry.toIndex(axes.z()).minus(zero);
    return new double[] {
      u.x(), v.x(), w.x(), zero.x(),
      u.y(), v.y(), w.y(), zero.y(),
      u.z(), v.z(), w.z(), zero.z()
    };
  }

  /**
   * Places the samples of one layer.
   *
   * @param level shape in the middle of the layer
   * @param positionMm position of the middle along the normal
   * @param areaMm2 area that the layer should have. It differs from the area on the lattice by the
   *     rounding of corners, and where a thin structure runs aslant, so that its interpolated
   *     section is too small; an area that differs by more than a factor of 2 is not trusted
   */
  @Override
  public void layer(float[] level, double positionMm, double thicknessMm, double areaMm2) {
    layers++;
    double offset = fraction(layers * ROW_SHIFT);
    double factor = areaMm2 / rows.areaMm2(level, grid, offset);
    double correction = factor < LARGEST_FACTOR && factor > 1 / LARGEST_FACTOR ? factor : 1;
    for (int first = 0; first < grid.sizeV() - 1; first++) {
      rows.read(level, grid, first, offset);
      double row = first + offset;
      for (int k = 0; k < rows.stretchCount(); k++) {
        double from = rows.from(k);
        double to = rows.to(k);
        double volume = (to - from) * grid.spacingMm() * grid.spacingMm() * thicknessMm;
        stretch(from, to, row, positionMm, thicknessMm, volume * correction);
        add(ends, from, row, positionMm, 0);
        add(ends, to, row, positionMm, 0);
      }
    }
  }

  /** Places the samples of a prism; stretches end exactly on the contours. */
  void prism(ContourPlane plane) {
    int count = Math.max(1, (int) Math.ceil(plane.thicknessMm() / grid.spacingMm()));
    double thickness = plane.thicknessMm() / count;
    double area = plane.region().areaMm2();
    for (int k = 0; k < count; k++) {
      layers++;
      double offset = fraction(layers * ROW_SHIFT);
      double[][] stretches = new double[grid.sizeV() - 1][];
      double length = 0;
      for (int first = 0; first < stretches.length; first++) {
        stretches[first] = plane.region().crossingsU(grid.v(first + offset));
        for (int i = 0; i + 1 < stretches[first].length; i += 2) {
          length += stretches[first][i + 1] - stretches[first][i];
        }
      }
      double factor = length > 0 ? area / (length * grid.spacingMm()) : 1;
      double position = plane.fromMm() + (k + 0.5) * thickness;
      for (int first = 0; first < stretches.length; first++) {
        prismRow(stretches[first], first + offset, position, thickness, factor);
      }
    }
    voxels.addPrism(plane, axes, doseGeometry);
  }

  private void prismRow(
      double[] crossings, double row, double positionMm, double thicknessMm, double factor) {
    for (int i = 0; i + 1 < crossings.length; i += 2) {
      double from = (crossings[i] - grid.firstU()) / grid.spacingMm();
      double to = (crossings[i + 1] - grid.firstU()) / grid.spacingMm();
      double volume = (to - from) * grid.spacingMm() * grid.spacingMm() * thicknessMm;
      stretch(from, to, row, positionMm, thicknessMm, volume * factor);
      add(ends, from, row, positionMm, 0);
      add(ends, to, row, positionMm, 0);
    }
  }

  @Override
  public void between(SlabShape slab, double positionMm) {
    voxels.addBetween(slab, positionMm, axes, doseGeometry);
  }

  /** Dose voxels whose centre lies inside. */
  InnerVoxels voxels() {
    return voxels;
  }

  private void stretch(
      double from, double to, double row, double positionMm, double thicknessMm, double volume) {
    if (!(volume > 0)) {
      return;
    }
    volumeMm3 += volume;
    int pieces = Math.max(1, (int) Math.round(to - from));
    double piece = (to - from) / pieces;
    for (int k = 0; k < pieces; k++) {
      placed++;
      double column = from + (k + fraction(placed * SHIFT_U)) * piece;
      double shiftedPosition = positionMm + (fraction(placed * SHIFT_W) - 0.5) * thicknessMm;
      add(samples, column, row, shiftedPosition, volume / pieces);
    }
  }

  private static double fraction(double x) {
    return x - Math.floor(x);
  }

  private void add(DosePoints points, double column, double row, double w, double volume) {
    double u = grid.u(column);
    double v = grid.v(row);
    double[] m = toIndex;
    points.add(
        m[0] * u + m[1] * v + m[2] * w + m[3],
        m[4] * u + m[5] * v + m[6] * w + m[7],
        m[8] * u + m[9] * v + m[10] * w + m[11],
        volume);
  }

  /** Points with volume, inside the dose grid. */
  DosePoints samples() {
    return samples;
  }

  /** Points on the surface without volume, inside the dose grid. */
  DosePoints ends() {
    return ends;
  }

  /** Volume of all layers, inside and outside of the dose grid, mm³. */
  double volumeMm3() {
    return volumeMm3;
  }

  /** Starts the shifts of another part of the structure elsewhere in the sequence. */
  void startAt(long index) {
    placed = index;
    layers = index;
  }

  /** Joins the points of several collectors in their order. */
  static DosePoints joined(GridGeometry doseGeometry, DosePoints[] parts) {
    var all = new DosePoints(doseGeometry);
    Arrays.stream(parts).forEach(all::addAll);
    all.trim();
    return all;
  }
}
