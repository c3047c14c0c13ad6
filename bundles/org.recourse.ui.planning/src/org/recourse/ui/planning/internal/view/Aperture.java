/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.planning.internal.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.recourse.grid.contour.ContourSet;
import org.recourse.model.Beam;
import org.recourse.model.ControlPoint;
import org.recourse.planning.beam.Beamlets;
import org.recourse.planning.sequencing.Segment;

/** What a beam irradiates, on the isocentre plane. Immutable. */
sealed interface Aperture {

  /** A rectangle on the isocentre plane, mm. */
  record Rectangle(double fromU, double toU, double fromV, double toV) {

    public Rectangle {
      if (!(toU >= fromU && toV >= fromV)) {
        throw new IllegalArgumentException(
            "u " + fromU + " to " + toU + ", v " + fromV + " to " + toV);
      }
    }
  }

  /** Nothing is known. */
  record Unknown() implements Aperture {}

  /**
   * Beamlets that will be optimised: those through which the beam sees the targets.
   *
   * @param targets what is aimed at
   */
  record Planned(List<ContourSet> targets) implements Aperture {
    public Planned {
      targets = List.copyOf(targets);
    }
  }

  /**
   * Beamlets with fluence, and the segments that deliver it.
   *
   * @param beamlets what the fluence is made of
   * @param fluence of each beamlet as it is delivered
   * @param segments in the order of delivery
   */
  record Fluence(Beamlets beamlets, double[] fluence, List<Segment> segments) implements Aperture {
    public Fluence {
      Objects.requireNonNull(beamlets, "beamlets");
      fluence = fluence.clone();
      segments = List.copyOf(segments);
    }

    /** Fluence that the segments add up to. */
    static Fluence of(Beamlets beamlets, List<Segment> segments) {
      double[] sum = new double[beamlets.count()];
      for (Segment segment : segments) {
        for (Segment.Opening opening : segment.openings()) {
          for (int i = 0; i < sum.length; i++) {
            boolean open =
                Math.abs(beamlets.vMm(i) - opening.vMm()) < beamlets.sideMm() / 2
                    && beamlets.uMm(i) > opening.fromMm()
                    && beamlets.uMm(i) < opening.toMm();
            sum[i] += open ? segment.fluence() : 0;
          }
        }
      }
      return new Fluence(beamlets, sum, segments);
    }
  }

  /**
   * Shapes of the beam-limiting device, as imported.
   *
   * @param shapes one for each control point, each with the open rectangles
   */
  record Shapes(List<Shape> shapes) implements Aperture {
    public Shapes {
      shapes = List.copyOf(shapes);
    }

    /** Shapes in a row that are alike count as one. */
    static Shapes of(List<Shape> points) {
      var distinct = new ArrayList<Shape>();
      for (Shape shape : points) {
        if (distinct.isEmpty() || !distinct.getLast().isLike(shape)) {
          distinct.add(shape);
        }
      }
      return new Shapes(distinct);
    }
  }

  /**
   * One control point.
   *
   * @param jaws opening of the jaws, if known
   * @param leaves opening of each leaf pair; empty where leaves are unknown
   * @param weightFraction part of the monitor units delivered before it, 0 to 1
   */
  record Shape(Optional<Rectangle> jaws, List<Rectangle> leaves, double weightFraction) {
    public Shape {
      Objects.requireNonNull(jaws, "jaws");
      leaves = List.copyOf(leaves);
    }

    boolean isLike(Shape other) {
      return jaws.equals(other.jaws) && leaves.equals(other.leaves);
    }
  }

  /**
   * Jaws and leaves of the control points of a beam; jaws that are not repeated hold on. Leaves are
   * known where the edges of their pairs are.
   */
  static Aperture ofControlPoints(Beam beam) {
    var shapes = new ArrayList<Shape>();
    Optional<Rectangle> jaws = Optional.empty();
    for (ControlPoint point : beam.getControlPoints()) {
      Optional<Rectangle> own = jaws(point);
      jaws = own.isPresent() ? own : jaws;
      List<Rectangle> leaves = leaves(beam.getLeafBoundariesMm(), point.getLeafPositionsMm());
      if (jaws.isPresent() || !leaves.isEmpty()) {
        shapes.add(new Shape(jaws, leaves, point.getCumulativeWeightFraction()));
      }
    }
    return shapes.isEmpty() ? new Unknown() : Shapes.of(shapes);
  }

  private static Optional<Rectangle> jaws(ControlPoint point) {
    List<Double> x = point.getJawXMm();
    List<Double> y = point.getJawYMm();
    return x.size() == 2 && y.size() == 2 && x.get(1) >= x.get(0) && y.get(1) >= y.get(0)
        ? Optional.of(new Rectangle(x.get(0), x.get(1), y.get(0), y.get(1)))
        : Optional.empty();
  }

  /** Open pairs; none where positions and edges do not belong together. */
  private static List<Rectangle> leaves(List<Double> edgesMm, List<Double> positionsMm) {
    int pairs = edgesMm.size() - 1;
    var open = new ArrayList<Rectangle>();
    if (pairs < 1 || positionsMm.size() != 2 * pairs) {
      return open;
    }
    for (int i = 0; i < pairs; i++) {
      double fromMm = positionsMm.get(i);
      double toMm = positionsMm.get(pairs + i);
      if (toMm > fromMm && edgesMm.get(i + 1) > edgesMm.get(i)) {
        open.add(new Rectangle(fromMm, toMm, edgesMm.get(i), edgesMm.get(i + 1)));
      }
    }
    return open;
  }
}
