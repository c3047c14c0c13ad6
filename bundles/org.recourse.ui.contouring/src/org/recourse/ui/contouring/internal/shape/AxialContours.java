/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.contouring.internal.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.recourse.dosimetry.structure.SliceInterpolation;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.contour.PlanarContour;
import org.recourse.rendering.SliceStack;

/**
 * The contours of a structure on axial planes, slice by slice. Immutable and thread-safe. Slices
 * that are not edited keep their contours bit by bit.
 */
public final class AxialContours {

  /** Contours this close belong to one plane, as everywhere in the program. */
  private static final double SAME_PLANE_MM = 0.05;

  /** A contour belongs to a slice if it lies closer than this part of the slice distance. */
  private static final double ON_SLICE = 0.25;

  private final SortedMap<Double, SliceShape> shapes; // by z, mm

  private AxialContours(SortedMap<Double, SliceShape> shapes) {
    this.shapes = shapes;
  }

  /** Sorts contours into planes; empty if one of them does not lie on an axial plane. */
  public static Optional<AxialContours> of(ContourSet contours) {
    var loops = new TreeMap<Double, List<double[]>>();
    for (PlanarContour contour : contours.contours()) {
      double[] xyzMm = contour.xyzMm();
      double[] xyMm = new double[xyzMm.length / 3 * 2];
      double zMm = xyzMm[2];
      for (int i = 0; i < xyzMm.length / 3; i++) {
        if (Math.abs(xyzMm[3 * i + 2] - zMm) > SAME_PLANE_MM) {
          return Optional.empty();
        }
        xyMm[2 * i] = xyzMm[3 * i];
        xyMm[2 * i + 1] = xyzMm[3 * i + 1];
      }
      Double plane = nearest(loops, zMm, SAME_PLANE_MM).orElse(zMm);
      loops.computeIfAbsent(plane, unused -> new ArrayList<>()).add(xyMm);
    }
    var shapes = new TreeMap<Double, SliceShape>();
    loops.forEach((zMm, ofPlane) -> shapes.put(zMm, SliceShape.of(ofPlane)));
    return Optional.of(new AxialContours(shapes));
  }

  private static Optional<Double> nearest(SortedMap<Double, ?> byZ, double zMm, double reachMm) {
    Optional<Double> nearest = Optional.empty();
    for (Double candidate : byZ.subMap(zMm - reachMm, zMm + reachMm + Math.ulp(zMm)).keySet()) {
      if (nearest.isEmpty() || Math.abs(candidate - zMm) < Math.abs(nearest.get() - zMm)) {
        nearest = Optional.of(candidate);
      }
    }
    return nearest;
  }

  /** The plane of the contours that belong to a slice, if it has any. */
  private Optional<Double> plane(double zMm, SliceStack stack) {
    return nearest(shapes, zMm, ON_SLICE * stack.stepMm());
  }

  /** What is drawn on a slice; may be empty. */
  public SliceShape at(double zMm, SliceStack stack) {
    return plane(zMm, stack).map(shapes::get).orElse(SliceShape.EMPTY);
  }

  /** Replaces what is drawn on a slice; contours that are there keep their exact plane. */
  public AxialContours with(double zMm, SliceShape shape, SliceStack stack) {
    Optional<Double> present = plane(zMm, stack);
    var changed = new TreeMap<>(shapes);
    present.ifPresent(changed::remove);
    if (!shape.isEmpty()) {
      changed.put(present.orElse(zMm), shape);
    }
    return new AxialContours(changed);
  }

  /** Positions of the planes with contours, ascending, mm. */
  public List<Double> positionsMm() {
    return List.copyOf(shapes.keySet());
  }

  /**
   * Draws on every slice between two drawn ones what lies between them. Returns the number of
   * slices that were drawn with the contours; slices where nothing is left stay empty.
   */
  public Filled filled(SliceStack stack) {
    var changed = new TreeMap<>(shapes);
    int count = 0;
    Optional<Map.Entry<Double, SliceShape>> lower = Optional.empty();
    for (Map.Entry<Double, SliceShape> upper : shapes.entrySet()) {
      if (lower.isPresent()) {
        count += fill(lower.get(), upper, stack, changed);
      }
      lower = Optional.of(upper);
    }
    return new Filled(new AxialContours(changed), count);
  }

  /**
   * Contours with interpolated slices.
   *
   * @param contours all slices
   * @param sliceCount slices that are new
   */
  public record Filled(AxialContours contours, int sliceCount) {}

  private static int fill(
      Map.Entry<Double, SliceShape> lower,
      Map.Entry<Double, SliceShape> upper,
      SliceStack stack,
      SortedMap<Double, SliceShape> target) {
    double distanceMm = upper.getKey() - lower.getKey();
    double reachMm = ON_SLICE * stack.stepMm();
    int count = 0;
    for (int i = 0; i < stack.count(); i++) {
      double zMm = stack.positionMm(i);
      if (zMm > lower.getKey() + reachMm && zMm < upper.getKey() - reachMm) {
        List<double[]> loops =
            SliceInterpolation.between(
                lower.getValue().region(),
                upper.getValue().region(),
                distanceMm,
                (zMm - lower.getKey()) / distanceMm);
        SliceShape between = SliceShape.of(loops).simplified(BrushStroke.TOLERANCE_MM);
        if (!between.isEmpty()) {
          target.put(zMm, between);
          count++;
        }
      }
    }
    return count;
  }

  /** The contours as they are kept and written. */
  public ContourSet contourSet() {
    List<PlanarContour> contours = new ArrayList<>();
    shapes.forEach(
        (zMm, shape) -> {
          for (double[] loop : shape.loopsXyMm()) {
            double[] xyzMm = new double[loop.length / 2 * 3];
            for (int i = 0; i < loop.length / 2; i++) {
              xyzMm[3 * i] = loop[2 * i];
              xyzMm[3 * i + 1] = loop[2 * i + 1];
              xyzMm[3 * i + 2] = zMm;
            }
            contours.add(PlanarContour.of(xyzMm));
          }
        });
    return new ContourSet(contours);
  }
}
