/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosimetry.structure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.dosimetry.internal.shape.NodeGrid;
import org.recourse.grid.contour.ContourPlane;
import org.recourse.grid.contour.ContourPlanes;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.contour.PlanarContour;
import org.recourse.grid.parallel.SliceExecutor;

/**
 * Grows and shrinks structures by margins in three dimensions.
 *
 * <p>The structure is taken as thin layers of the shape that the dose-volume histogram uses. The
 * margin of a layer is known exactly: within the plane by the distance to its edges, across the
 * planes by the distance to the layer. The result is the outline of the union of all, on the planes
 * of the structure and on further planes at its spacing. Shrinking is growing of what surrounds it.
 */
public final class StructureMargin {

  /** Layers further away, in margins, cannot move the outline. */
  private static final double FAR_AWAY = 2;

  /** Corners of layers stand out of a slanting surface; this part less on each side is fair. */
  private static final double INSET = 0.25;

  private final ContourPlanes planes;
  private final double[] halfAxesMm; // +u, −u, +v, −v, +w, −w
  private final double leastHalfAxisMm; // keeps the border exact on sides without margin
  private final boolean shrinks;
  private final Layers layers;
  private final NodeGrid grid;

  private StructureMargin(
      ContourPlanes planes,
      Margin margin,
      boolean shrinks,
      SliceExecutor executor,
      SubMonitor progress) {
    this.planes = planes;
    this.shrinks = shrinks;
    halfAxesMm = margin.halfAxesMm(planes.axes());
    leastHalfAxisMm = Arrays.stream(halfAxesMm).min().orElseThrow();
    layers = Layers.of(planes, executor, progress);
    double reach =
        Math.max(Math.max(halfAxesMm[0], halfAxesMm[1]), Math.max(halfAxesMm[2], halfAxesMm[3]));
    grid =
        Lattice.around(Lattice.boundsMm(List.of(layers)), shrinks ? 0 : reach, layers.spacingMm());
  }

  /**
   * Grows a structure.
   *
   * @param monitor progress and cancellation
   * @throws IllegalArgumentException if the margin differs between directions and the contours are
   *     oblique to the patient
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  public static ContourSet grow(
      ContourPlanes planes, Margin margin, SliceExecutor executor, IProgressMonitor monitor) {
    return changed(planes, margin, false, executor, monitor);
  }

  /** Shrinks a structure; see {@link #grow}. What is thinner than twice the margin vanishes. */
  public static ContourSet shrink(
      ContourPlanes planes, Margin margin, SliceExecutor executor, IProgressMonitor monitor) {
    return changed(planes, margin, true, executor, monitor);
  }

  /**
   * Makes the ring between two distances around a structure.
   *
   * @param innerMm distance at which the ring begins, at least 0
   * @param outerMm distance at which it ends, greater than {@code innerMm}
   */
  public static ContourSet ring(
      ContourPlanes planes,
      double innerMm,
      double outerMm,
      SliceExecutor executor,
      IProgressMonitor monitor) {
    if (!(innerMm >= 0 && outerMm > innerMm)) {
      throw new IllegalArgumentException(
          "a ring needs 0 <= inner < outer, mm: " + innerMm + ", " + outerMm);
    }
    ContourSet outer = grow(planes, Margin.isotropic(outerMm), executor, monitor);
    ContourSet inner =
        innerMm > 0
            ? grow(planes, Margin.isotropic(innerMm), executor, monitor)
            : StructureAlgebra.contours(planes);
    var both = new ArrayList<>(outer.contours());
    both.addAll(inner.contours()); // inner loops cut holes, by the even-odd rule
    return new ContourSet(both);
  }

  private static ContourSet changed(
      ContourPlanes planes,
      Margin margin,
      boolean shrinks,
      SliceExecutor executor,
      IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, "Margin", 1);
    progress.checkCanceled();
    if (planes.isEmpty()) {
      return new ContourSet(List.of());
    }
    if (margin.equals(Margin.isotropic(0))) {
      return StructureAlgebra.contours(planes);
    }
    var change = new StructureMargin(planes, margin, shrinks, executor, progress);
    return change.outlines(executor, progress);
  }

  private ContourSet outlines(SliceExecutor executor, SubMonitor progress) {
    List<Layers.Layer> parts = layers.layers();
    float[][] gauges = new float[parts.size()][];
    executor.forEachSlice(
        parts.size(),
        progress,
        i -> gauges[i] = GaugeField.of(parts.get(i).region(), grid, halfAxesMm, shrinks));
    List<Double> positions = positions();
    List<List<PlanarContour>> contours = new ArrayList<>();
    positions.forEach(position -> contours.add(new ArrayList<>()));
    executor.forEachSlice(
        positions.size(),
        progress,
        i -> {
          float[] field =
              shrinks ? shrunk(positions.get(i), gauges) : grown(positions.get(i), gauges);
          Lattice.addContours(
              Lattice.outlinesMm(field, grid), positions.get(i), planes.axes(), contours.get(i));
        });
    progress.done();
    return new ContourSet(contours.stream().flatMap(List::stream).toList());
  }

  private List<Double> positions() {
    var positions = new ArrayList<Double>();
    List<ContourPlane> all = planes.planes();
    double spacing = planes.spacingMm();
    double lowest = layers.lowestMm() - halfAxesMm[5];
    double highest = layers.highestMm() + halfAxesMm[4];
    double first = all.getFirst().positionMm();
    if (!shrinks) {
      for (int k = (int) Math.floor((first - lowest) / spacing); k > 0; k--) {
        positions.add(first - k * spacing);
      }
    }
    for (int i = 0; i < all.size(); i++) {
      double position = all.get(i).positionMm();
      positions.add(position);
      if (!shrinks && i + 1 < all.size()) { // a gap may close
        double distance = all.get(i + 1).positionMm() - position;
        int between = (int) Math.round(distance / spacing) - 1;
        for (int k = 1; k <= between; k++) {
          positions.add(position + k * distance / (between + 1));
        }
      }
    }
    double last = all.getLast().positionMm();
    for (int k = 1; !shrinks && last + k * spacing <= highest; k++) {
      positions.add(last + k * spacing);
    }
    return positions;
  }

  /** 1 minus the least gauge of all layers: positive where the grown structure is. */
  private float[] grown(double position, float[][] gauges) {
    float[] square = new float[grid.nodeCount()];
    Arrays.fill(square, GaugeField.FAR);
    for (int k = 0; k < gauges.length; k++) {
      Layers.Layer layer = layers.layers().get(k);
      double inset = (layer.toMm() - layer.fromMm()) * INSET;
      double from = k == 0 ? layer.fromMm() : layer.fromMm() + inset;
      double to = k == gauges.length - 1 ? layer.toMm() : layer.toMm() - inset;
      double away = Math.max((position - to) / halfAxesMm[4], (from - position) / halfAxesMm[5]);
      lower(square, gauges[k], Math.max(0, away));
    }
    float[] inside = Lattice.signedDistanceMm(layers.sectionAt(position), grid);
    for (int i = 0; i < square.length; i++) {
      double field = 1 - Math.sqrt(square[i]);
      square[i] = (float) (inside[i] > 0 ? field + inside[i] / leastHalfAxisMm : field);
    }
    return square;
  }

  /** The least gauge from outside, minus 1: positive where the shrunk structure is. */
  private float[] shrunk(double position, float[][] gauges) {
    float[] square = new float[grid.nodeCount()];
    Arrays.fill(square, GaugeField.FAR);
    double covered = Double.NEGATIVE_INFINITY; // what lies between layers is outside
    double nothing = Double.POSITIVE_INFINITY;
    for (int k = 0; k < gauges.length; k++) {
      Layers.Layer layer = layers.layers().get(k);
      if (layer.fromMm() > covered + 1e-6) {
        nothing = Math.min(nothing, awayInside(position, covered, layer.fromMm()));
      }
      covered = layer.toMm();
      double inset = (layer.toMm() - layer.fromMm()) * INSET;
      lower(square, gauges[k], awayInside(position, layer.fromMm() + inset, layer.toMm() - inset));
    }
    nothing = Math.min(nothing, awayInside(position, covered, Double.POSITIVE_INFINITY));
    float[] inside = Lattice.signedDistanceMm(layers.sectionAt(position), grid);
    for (int i = 0; i < square.length; i++) {
      double field = Math.sqrt(Math.min(square[i], nothing * nothing)) - 1;
      square[i] = (float) (inside[i] < 0 ? field + inside[i] / leastHalfAxisMm : field);
    }
    return square;
  }

  /** Distance across the planes from a position to a layer, in margins; upwards is +w. */
  private double awayInside(double position, double from, double to) {
    return Math.max(
        0, Math.max((from - position) / halfAxesMm[4], (position - to) / halfAxesMm[5]));
  }

  private static void lower(float[] square, float[] gauge, double away) {
    if (away >= FAR_AWAY) {
      return;
    }
    final float across = (float) (away * away);
    for (int i = 0; i < square.length; i++) {
      float candidate = gauge[i] * gauge[i] + across; // infinite where the gauge is FAR
      if (candidate < square[i]) {
        square[i] = candidate;
      }
    }
  }
}
