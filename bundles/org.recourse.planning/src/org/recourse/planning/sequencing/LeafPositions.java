/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.sequencing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.recourse.planning.beam.Beamlets;

/**
 * The segments of a beam as positions of every leaf, IEC 61217: leaves move along u (x of the
 * beam-limiting device), pairs lie beside each other along v (y). A pair is as wide as a beamlet;
 * one that is closed stands at the edge of the field at smaller u. Immutable.
 *
 * @param boundariesMm edges of the pairs along v at the isocentre plane, ascending, one more than
 *     there are pairs
 * @param shapes in order of delivery
 */
public record LeafPositions(double[] boundariesMm, List<Shape> shapes) {

  /**
   * One segment.
   *
   * @param fluence what a beamlet gets while the shape stands, above 0
   * @param fromMm end of the leaf at smaller u of each pair
   * @param toMm end of the leaf at larger u of each pair, not below {@code fromMm}
   */
  public record Shape(double fluence, double[] fromMm, double[] toMm) {}

  public LeafPositions {
    shapes = List.copyOf(shapes);
  }

  /**
   * @param beamlets at least one
   * @param segments of a sequence for these beamlets
   */
  public static LeafPositions of(Beamlets beamlets, List<Segment> segments) {
    double half = beamlets.sideMm() / 2;
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    double leastU = Double.POSITIVE_INFINITY;
    for (int i = 0; i < beamlets.count(); i++) {
      least = Math.min(least, beamlets.vMm(i));
      greatest = Math.max(greatest, beamlets.vMm(i));
      leastU = Math.min(leastU, beamlets.uMm(i));
    }
    int pairs = Math.toIntExact(Math.round((greatest - least) / beamlets.sideMm())) + 1;
    double[] boundaries = new double[pairs + 1];
    for (int i = 0; i <= pairs; i++) {
      boundaries[i] = least - half + i * beamlets.sideMm();
    }
    var shapes = new ArrayList<Shape>();
    for (Segment segment : segments) {
      double[] from = new double[pairs];
      Arrays.fill(from, leastU - half);
      double[] to = from.clone();
      for (Segment.Opening opening : segment.openings()) {
        int pair = Math.toIntExact(Math.round((opening.vMm() - least) / beamlets.sideMm()));
        from[pair] = opening.fromMm();
        to[pair] = opening.toMm();
      }
      shapes.add(new Shape(segment.fluence(), from, to));
    }
    return new LeafPositions(boundaries, shapes);
  }
}
