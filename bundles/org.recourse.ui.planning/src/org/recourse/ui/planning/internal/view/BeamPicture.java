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
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.grid.contour.ContourRasteriser;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.contour.PlanarContour;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.Mask;
import org.recourse.planning.beam.BeamFrame;
import org.recourse.planning.beam.Beamlets;
import org.recourse.planning.beam.TargetBeamlets;
import org.recourse.planning.plan.PlanSetup;

/**
 * A drawn beam's-eye view: the structures as pixels, the aperture to be drawn over them. Immutable
 * but for the pixels, which belong to the receiver.
 *
 * @param scene what was drawn
 * @param size side in pixels
 * @param halfWidthMm half the side on the isocentre plane
 * @param pixelsRgb structures on the background
 * @param aperture with its beamlets
 */
record BeamPicture(
    BeamScene scene, int size, double halfWidthMm, int[] pixelsRgb, Aperture aperture) {

  static final int BACKGROUND_RGB = 0x101214;

  private static final double LEAST_HALF_WIDTH_MM = 50;
  private static final double MARGIN_MM = 25;
  private static final double GRID_MM = 4; // the usual dose grid
  private static final int FINE = 2; // structures are drawn this much finer and averaged
  private static final double TINT = 0.22;
  private static final double OUTLINE = 0.95;

  BeamPicture {
    Objects.requireNonNull(scene, "scene");
    Objects.requireNonNull(aperture, "aperture");
  }

  /** Draws a beam. */
  static BeamPicture of(
      BeamScene scene, int size, SliceExecutor executor, IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, scene.structures().size() + 2);
    Aperture aperture =
        scene.aperture() instanceof Aperture.Planned planned
            ? beamlets(planned, scene.frame(), executor, progress.split(1))
            : scene.aperture();
    double halfWidthMm = halfWidthMm(scene, aperture);
    int[] pixels = new int[size * size];
    java.util.Arrays.fill(pixels, BACKGROUND_RGB);
    for (BeamScene.Seen seen : scene.structures()) {
      progress.checkCanceled();
      var shadow = Projection.of(seen.contours(), scene.frame(), halfWidthMm, size * FINE);
      blend(pixels, size, shadow, seen);
      progress.worked(1);
    }
    return new BeamPicture(scene, size, halfWidthMm, pixels, aperture);
  }

  private static Aperture beamlets(
      Aperture.Planned planned, BeamFrame frame, SliceExecutor executor, IProgressMonitor monitor) {
    List<ContourSet> drawn = planned.targets().stream().filter(t -> !t.isEmpty()).toList();
    if (drawn.isEmpty()) {
      return new Aperture.Unknown();
    }
    GridGeometry grid = around(drawn);
    Mask.Builder union = Mask.builder(grid);
    List<Mask> masks = new ArrayList<>();
    for (ContourSet target : drawn) {
      masks.add(ContourRasteriser.rasterise(target, grid, executor, monitor));
    }
    for (int z = 0; z < grid.sizeZ(); z++) {
      var slice = new java.util.BitSet();
      for (Mask mask : masks) {
        slice.or(mask.slice(z));
      }
      union.slice(z, slice);
    }
    Mask target = union.build();
    if (target.voxelCount() == 0) {
      return new Aperture.Unknown();
    }
    Beamlets beamlets =
        TargetBeamlets.of(frame, target, PlanSetup.BEAMLET_MM, PlanSetup.BEAMLET_MM);
    return new Aperture.Fluence(beamlets, new double[beamlets.count()], List.of());
  }

  private static GridGeometry around(List<ContourSet> sets) {
    double[] least = {Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE};
    double[] greatest = {-Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
    for (ContourSet set : sets) {
      for (PlanarContour contour : set.contours()) {
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
    int[] count = new int[least.length];
    for (int k = 0; k < count.length; k++) {
      least[k] = Math.floor(least[k] / GRID_MM) * GRID_MM;
      count[k] = (int) Math.ceil((greatest[k] - least[k]) / GRID_MM) + 1;
    }
    return new GridGeometry(
        count[0],
        count[1],
        count[2],
        new Vector3(least[0], least[1], least[2]),
        new Vector3(GRID_MM, GRID_MM, GRID_MM));
  }

  /** All of the aperture and of the tinted structures, with a margin. */
  private static double halfWidthMm(BeamScene scene, Aperture aperture) {
    double farthest = LEAST_HALF_WIDTH_MM - MARGIN_MM;
    for (BeamScene.Seen seen : scene.structures()) {
      if (seen.filled()) {
        for (PlanarContour contour : seen.contours().contours()) {
          for (int i = 0; i < contour.pointCount(); i++) {
            Vector3 point = contour.pointMm(i);
            farthest = Math.max(farthest, Math.abs(scene.frame().uMm(point)));
            farthest = Math.max(farthest, Math.abs(scene.frame().vMm(point)));
          }
        }
      }
    }
    return Math.max(farthest, reachMm(aperture)) + MARGIN_MM;
  }

  private static double reachMm(Aperture aperture) {
    double reach = 0;
    switch (aperture) {
      case Aperture.Fluence(Beamlets beamlets, double[] fluence, var segments) -> {
        for (int i = 0; i < beamlets.count(); i++) {
          reach = Math.max(reach, Math.abs(beamlets.uMm(i)));
          reach = Math.max(reach, Math.abs(beamlets.vMm(i)));
        }
      }
      case Aperture.Shapes(var shapes) -> {
        for (Aperture.Shape shape : shapes) {
          reach = Math.max(reach, shape.jaws().map(BeamPicture::reachMm).orElse(0.0));
        }
      }
      case Aperture.Planned planned -> reach = 0;
      case Aperture.Unknown unknown -> reach = 0;
    }
    return reach;
  }

  private static double reachMm(Aperture.Rectangle open) {
    return Math.max(
        Math.max(Math.abs(open.fromU()), Math.abs(open.toU())),
        Math.max(Math.abs(open.fromV()), Math.abs(open.toV())));
  }

  private static void blend(int[] pixels, int size, Projection shadow, BeamScene.Seen seen) {
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        int in = 0;
        int edge = 0;
        for (int k = 0; k < FINE * FINE; k++) {
          int fineX = FINE * x + k % FINE;
          int fineY = FINE * y + k / FINE;
          in += shadow.contains(fineX, fineY) ? 1 : 0;
          edge += isLine(shadow, fineX, fineY, seen.strong()) ? 1 : 0;
        }
        double tint = seen.filled() ? TINT * in / (FINE * FINE) : 0;
        double line = Math.min(1, 1.0 * edge / FINE) * OUTLINE;
        double part = Math.max(tint, line);
        if (part > 0) {
          int at = y * size + x;
          pixels[at] = mixed(pixels[at], seen.rgb(), part);
        }
      }
    }
  }

  private static boolean isLine(Projection shadow, int x, int y, boolean strong) {
    if (shadow.isEdge(x, y)) {
      return true;
    }
    return strong && (shadow.isEdge(x - 1, y) || shadow.isEdge(x, y - 1));
  }

  static int mixed(int below, int above, double part) {
    int mixed = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int from = below >> shift & 0xff;
      int to = above >> shift & 0xff;
      mixed |= (int) Math.round(from + part * (to - from)) << shift;
    }
    return mixed;
  }
}
