/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.recourse.grid.contour.ContourPlanes;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.grid.volume.ImageVolume;
import org.recourse.phantom.AnalyticShapes;
import org.recourse.rendering.DoseLayer;
import org.recourse.rendering.DosePalette;
import org.recourse.rendering.DoseWash;
import org.recourse.rendering.FrameBuffer;
import org.recourse.rendering.FrameRenderer;
import org.recourse.rendering.ImageLayer;
import org.recourse.rendering.IsodoseLevel;
import org.recourse.rendering.Orientation;
import org.recourse.rendering.SlicePlane;
import org.recourse.rendering.SliceScene;
import org.recourse.rendering.SliceStack;
import org.recourse.rendering.StructureOutline;
import org.recourse.rendering.ViewTransform;
import org.recourse.rendering.WindowLevel;

/**
 * Scrolling: axial, coronal and sagittal view of 512 x 512 pixels, each one slice further, with
 * image, dose wash, six isodose lines and 20 structures. One sample is all three frames. The volume
 * of 512 x 512 x 200 voxels lies in memory.
 */
public final class FrameBench {

  private static final int FRAME_PIXELS = 512;
  private static final int STRUCTURES = 20;
  private static final int WARM_UP = 200;
  private static final int RUNS = 400;
  private static final double MAXIMUM_GY = 70;
  private static final GridGeometry IMAGE =
      new GridGeometry(
          512, 512, 200, new Vector3(-249.5, -249.5, -199), new Vector3(0.977, 0.977, 2));
  private static final GridGeometry DOSE =
      new GridGeometry(160, 120, 110, new Vector3(-200, -150, -165), new Vector3(2.5, 2.5, 3));

  private final SliceExecutor executor;

  public FrameBench(SliceExecutor executor) {
    this.executor = executor;
  }

  public Measurement run(IProgressMonitor monitor) {
    monitor.subTask("frame/3views");
    ImageLayer image = new ImageLayer(image(), new WindowLevel(40, 400));
    DoseLayer dose = doseLayer();
    List<StructureOutline> outlines = outlines();
    var renderer = new FrameRenderer(executor);
    Map<Orientation, View> views = new EnumMap<>(Orientation.class);
    for (Orientation orientation : Orientation.values()) {
      views.put(
          orientation,
          new View(
              SliceStack.of(IMAGE, orientation),
              ViewTransform.fitting(IMAGE, orientation, FRAME_PIXELS, FRAME_PIXELS, 1),
              new FrameBuffer()));
    }
    return Measurement.of(
        "frame/3views",
        executor.threadCount(),
        WARM_UP,
        RUNS,
        i -> {
          if (monitor.isCanceled()) {
            throw new OperationCanceledException();
          }
          views.forEach(
              (orientation, view) -> {
                var plane = new SlicePlane(orientation, view.positionMm(i));
                var scene = new SliceScene(plane, List.of(image), List.of(dose), outlines);
                renderer.render(scene, view.transform(), FRAME_PIXELS, FRAME_PIXELS, view.buffer());
              });
        });
  }

  /** One view; it scrolls through the middle half of its stack and back again. */
  private record View(SliceStack stack, ViewTransform transform, FrameBuffer buffer) {

    double positionMm(int step) {
      int half = Math.max(1, stack.count() / 2);
      int there = step % (2 * half);
      int offset = there < half ? there : 2 * half - there;
      return stack.positionMm(Math.min(stack.count() - 1, stack.count() / 4 + offset));
    }
  }

  /** A head-like ellipsoid with noise, from a fixed seed. */
  private static ImageVolume image() {
    var random = new Random(512);
    ImageVolume.Builder builder = ImageVolume.builder(IMAGE);
    for (int z = 0; z < IMAGE.sizeZ(); z++) {
      short[] slice = new short[IMAGE.sliceVoxelCount()];
      double w = (z - 100) / 95.0;
      for (int y = 0, i = 0; y < IMAGE.sizeY(); y++) {
        double v = (y - 256) / 120.0;
        for (int x = 0; x < IMAGE.sizeX(); x++, i++) {
          double u = (x - 256) / 95.0;
          boolean inside = u * u + v * v + w * w < 1;
          slice[i] = (short) (inside ? 40 + random.nextInt(60) - 30 : -1000);
        }
      }
      builder.storedSlice(z, slice, 1, 0);
    }
    return builder.build();
  }

  private static DoseLayer doseLayer() {
    DoseGrid dose =
        AnalyticShapes.dose(DOSE, p -> MAXIMUM_GY * Math.exp(-p.dot(p) / (2 * 60 * 60)));
    List<IsodoseLevel> levels = new ArrayList<>();
    for (int percent : new int[] {95, 90, 80, 70, 50, 30}) {
      levels.add(new IsodoseLevel(MAXIMUM_GY * percent / 100, 0x40ff40 + percent));
    }
    return new DoseLayer(
        dose,
        new DoseWash(DosePalette.VIRIDIS, MAXIMUM_GY, 3, DoseWash.DEFAULT_OPACITY_FRACTION),
        levels);
  }

  /** Spheres on a spiral, as wide as organs of the head are. */
  private static List<StructureOutline> outlines() {
    List<StructureOutline> outlines = new ArrayList<>();
    for (int s = 0; s < STRUCTURES; s++) {
      double angleRad = s * 2.4;
      var centreMm = new Vector3(50 * Math.cos(angleRad), 60 * Math.sin(angleRad), -90 + 9.0 * s);
      outlines.add(
          new StructureOutline(
              ContourPlanes.of(AnalyticShapes.sphere(centreMm, 15 + s, 2, 180), IMAGE),
              0x102030 * (1 + s % 7),
              s == 0));
    }
    return outlines;
  }
}
