/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosimetry.internal.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.grid.contour.ContourPlane;
import org.recourse.grid.contour.ContourPlanes;
import org.recourse.grid.parallel.SliceExecutor;

/**
 * A structure as a stack of parts, each between two contour planes or beyond the last one, that are
 * sampled independently of each other and in parallel.
 */
public final class StructureShape {

  private final List<ContourPlane> planes;
  private final NodeGrid grid;
  private final ShapePlane[] shapes;
  private final List<Part> parts;

  /** One piece of the stack. */
  private sealed interface Part {

    /** Between plane {@code lower} and the next one. */
    record Slab(int lower) implements Part {}

    /** Beyond a plane, +1 upwards or -1 downwards. */
    record End(int plane, int outwards) implements Part {}
  }

  /**
   * Describes a structure; at least one plane.
   *
   * @param largestSpacingMm lattice spacing that is never exceeded
   */
  public StructureShape(
      ContourPlanes contours,
      double largestSpacingMm,
      SliceExecutor executor,
      SubMonitor progress) {
    planes = contours.planes();
    grid = NodeGrid.of(contours, largestSpacingMm);
    shapes = new ShapePlane[planes.size()];
    parts = new ArrayList<>();
    for (int i = 0; i < planes.size(); i++) {
      if (!planes.get(i).joinedBelow()) {
        parts.add(new Part.End(i, -1));
      }
      parts.add(planes.get(i).joinedAbove() ? new Part.Slab(i) : new Part.End(i, 1));
    }
    executor.forEachSlice(
        shapes.length, progress, i -> shapes[i] = ShapePlane.of(planes.get(i).region(), grid));
  }

  /** Lattice of all sections. */
  public NodeGrid grid() {
    return grid;
  }

  /** Number of parts, in the order of the stack. */
  public int partCount() {
    return parts.size();
  }

  /** Hands the layers of one part to {@code sink}; different parts may be asked for at once. */
  public void layers(int part, LayerSink sink) {
    switch (parts.get(part)) {
      case Part.Slab(int lower) -> {
        SlabShape slab = slabAbove(lower);
        double position = planes.get(lower).positionMm();
        slab.sample(sink, position);
        sink.between(slab, position);
      }
      case Part.End(int plane, int outwards) ->
          endOf(plane, outwards).sample(sink, planes.get(plane).positionMm(), outwards);
    }
  }

  private SlabShape slabAbove(int lower) {
    var slab = new SlabShape(shapes[lower], shapes[lower + 1], distanceMm(lower));
    boolean below = planes.get(lower).joinedBelow();
    if (below) {
      slab.bendFromBelow(shapes[lower - 1], distanceMm(lower - 1));
    }
    if (planes.get(lower + 1).joinedAbove()) {
      slab.bendFromAbove(shapes[lower + 2], distanceMm(lower + 1), !below);
    }
    return slab;
  }

  private double distanceMm(int lower) {
    return planes.get(lower + 1).positionMm() - planes.get(lower).positionMm();
  }

  /** Follows the stack inwards as far as it is joined, over three planes at most. */
  private StackEnd endOf(int plane, int outwards) {
    int joined = 1;
    int at = plane;
    while (joined < 3
        && (outwards > 0 ? planes.get(at).joinedBelow() : planes.get(at).joinedAbove())) {
      at -= outwards;
      joined++;
    }
    ShapePlane[] outermostFirst =
        IntStream.range(0, joined)
            .mapToObj(k -> shapes[plane - k * outwards])
            .toArray(ShapePlane[]::new);
    double[] distances =
        IntStream.range(0, joined - 1)
            .mapToDouble(
                k ->
                    Math.abs(
                        planes.get(plane - k * outwards).positionMm()
                            - planes.get(plane - (k + 1) * outwards).positionMm()))
            .toArray();
    ContourPlane end = planes.get(plane);
    double half = outwards > 0 ? end.toMm() - end.positionMm() : end.positionMm() - end.fromMm();
    return new StackEnd(outermostFirst, distances, half);
  }
}
