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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.dosimetry.internal.shape.LayerSink;
import org.recourse.dosimetry.internal.shape.NodeGrid;
import org.recourse.dosimetry.internal.shape.StructureShape;
import org.recourse.grid.contour.ContourPlane;
import org.recourse.grid.contour.ContourPlanes;
import org.recourse.grid.contour.PlanarRegion;
import org.recourse.grid.parallel.SliceExecutor;

/**
 * A structure as thin layers, by rising position, of the shape that the dose-volume histogram uses:
 * interpolated between planes, with poles or flat ends. Immutable.
 */
final class Layers {

  /** Nodes of structures are never further apart than this, mm. */
  private static final double LARGEST_SPACING_MM = 1;

  private static final double SAME_PLANE_MM = 0.05;

  /** One layer; its region is the section at its middle. */
  record Layer(double fromMm, double toMm, PlanarRegion region) {}

  private final ContourPlanes planes;
  private final NodeGrid grid;
  private final List<Layer> layers;

  private Layers(ContourPlanes planes, NodeGrid grid, List<Layer> layers) {
    this.planes = planes;
    this.grid = grid;
    this.layers = List.copyOf(layers);
  }

  /** Takes a structure apart; it must have a plane. */
  static Layers of(ContourPlanes planes, SliceExecutor executor, SubMonitor progress) {
    var shape = new StructureShape(planes, LARGEST_SPACING_MM, executor, progress);
    var parts = new ArrayList<List<Layer>>();
    for (int part = 0; part < shape.partCount(); part++) {
      parts.add(new ArrayList<>());
    }
    executor.forEachSlice(
        shape.partCount(),
        progress,
        part -> shape.layers(part, new Collecting(shape.grid(), parts.get(part))));
    var layers = new ArrayList<Layer>();
    parts.forEach(layers::addAll);
    layers.sort(Comparator.comparingDouble(Layer::fromMm));
    return new Layers(planes, shape.grid(), layers);
  }

  private record Collecting(NodeGrid grid, List<Layer> into) implements LayerSink {

    @Override
    public void layer(float[] level, double positionMm, double thicknessMm, double areaMm2) {
      List<double[]> loops = Lattice.outlinesMm(level, grid);
      if (!loops.isEmpty()) {
        into.add(
            new Layer(
                positionMm - thicknessMm / 2,
                positionMm + thicknessMm / 2,
                PlanarRegion.of(loops)));
      }
    }
  }

  ContourPlanes planes() {
    return planes;
  }

  double spacingMm() {
    return grid.spacingMm();
  }

  List<Layer> layers() {
    return layers;
  }

  double lowestMm() {
    return layers.getFirst().fromMm();
  }

  double highestMm() {
    return layers.getLast().toMm();
  }

  /** Section at a position: the contours themselves on their plane, else the layer. */
  Optional<PlanarRegion> sectionAt(double positionMm) {
    for (ContourPlane plane : planes.planes()) {
      if (Math.abs(plane.positionMm() - positionMm) < SAME_PLANE_MM) {
        return Optional.of(plane.region());
      }
    }
    for (Layer layer : layers) {
      if (positionMm >= layer.fromMm() && positionMm < layer.toMm()) {
        return Optional.of(layer.region());
      }
    }
    return Optional.empty();
  }
}
