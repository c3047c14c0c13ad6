/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.rendering;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.parallel.SliceExecutor;

/**
 * Draws a scene into a frame. Holds no state but the executor and is thread-safe, as long as every
 * thread has its own buffer. The result does not depend on the number of threads.
 *
 * <p>A pixel shows the value at its centre. Where no image reaches, the background is {@value
 * #BACKGROUND_TEXT}; where no dose reaches or it is below the threshold, there is no wash.
 */
public final class FrameRenderer {

  /** Colour where there is no image, 0xRRGGBB. */
  public static final int BACKGROUND_RGB = 0x101214;

  static final String BACKGROUND_TEXT = "#101214";

  private static final int BAND_ROWS = 32;
  private static final int LINE_BANDS = 8;

  private static final double LINE_WIDTH = 1.5;
  private static final double SELECTED_LINE_WIDTH = 2.5;
  private static final double HALO_WIDTH = 1;
  private static final double HALO_OPACITY = 0.55;

  private final SliceExecutor executor;

  public FrameRenderer(SliceExecutor executor) {
    this.executor = Objects.requireNonNull(executor, "executor");
  }

  /**
   * Renders one frame.
   *
   * @param width of the frame, device pixels, at least one
   * @param height of the frame, device pixels, at least one
   * @param buffer gets the pixels
   */
  public void render(
      SliceScene scene, ViewTransform view, int width, int height, FrameBuffer buffer) {
    buffer.resize(width, height);
    List<RowPainter> areas = new ArrayList<>();
    areas.add(new RowPainter.Background(buffer.pixels(), width));
    int layer = 0;
    for (ImageLayer image : scene.images()) {
      var source = new VoxelSource.OfImage(image.volume());
      PlaneSampler sampler =
          sampler(source, image.sceneToImage(), scene.plane(), view, buffer, layer++);
      if (!sampler.isOutside() && image.opacityFraction() > 0) {
        areas.add(RowPainter.of(image, sampler, buffer));
      }
    }
    for (ScalarLayer scalars : scene.scalars()) {
      var source = new VoxelSource.OfScalars(scalars.values());
      PlaneSampler sampler =
          sampler(source, scalars.sceneToValues(), scene.plane(), view, buffer, layer++);
      if (!sampler.isOutside() && scalars.wash().opacityFraction() > 0) {
        areas.add(RowPainter.of(scalars.wash(), sampler, buffer));
      }
    }
    for (DoseLayer dose : scene.doses()) {
      var source = new VoxelSource.OfDose(dose.dose());
      PlaneSampler sampler =
          sampler(source, dose.sceneToDose(), scene.plane(), view, buffer, layer++);
      if (!sampler.isOutside() && isSeen(dose)) {
        areas.add(RowPainter.of(dose.wash(), sampler, buffer));
        if (!dose.isodoses().isEmpty()) {
          drawAreas(areas, buffer);
          drawIsodoses(dose, view, buffer);
        }
      }
    }
    drawAreas(areas, buffer);
    drawOutlines(scene, view, buffer);
  }

  private static boolean isSeen(DoseLayer dose) {
    return dose.wash().opacityFraction() > 0 || !dose.isodoses().isEmpty();
  }

  /**
   * Draws what is waiting and empties the list. All layers of a row are drawn together, while its
   * pixels lie in the cache.
   */
  private void drawAreas(List<RowPainter> waiting, FrameBuffer buffer) {
    if (waiting.isEmpty()) {
      return;
    }
    int height = buffer.height();
    executor.forEachSlice(
        (height + BAND_ROWS - 1) / BAND_ROWS,
        new NullProgressMonitor(),
        band -> {
          int end = Math.min((band + 1) * BAND_ROWS, height);
          for (RowPainter area : waiting) {
            area.paint(band * BAND_ROWS, end);
          }
        });
    waiting.clear();
  }

  private PlaneSampler sampler(
      VoxelSource source,
      AffineTransform sceneToSource,
      SlicePlane plane,
      ViewTransform view,
      FrameBuffer buffer,
      int layer) {
    int width = buffer.width();
    int height = buffer.height();
    PixelToIndex map =
        PixelToIndex.of(plane, view, width, height, sceneToSource, source.geometry());
    return PlaneSampler.of(source, map, width, height, buffer.sheet(layer), executor);
  }

  private void drawIsodoses(DoseLayer layer, ViewTransform view, FrameBuffer buffer) {
    int step = 1 + (int) Math.round(view.deviceScale());
    var stroke = new LinePainter.Stroke(LINE_WIDTH * view.deviceScale(), 0, 0);
    int reach = (int) Math.ceil(stroke.reach());
    forEachLineBand(
        buffer,
        band -> {
          LinePainter painter = band.painter();
          band.isodoses().find(buffer.samples(), step, reach, layer.isodoses());
          for (IsodoseLevel level : layer.isodoses()) {
            painter.begin(stroke);
            band.isodoses().trace((float) level.doseGy());
            painter.paint(buffer.pixels(), level.rgb(), stroke);
          }
        });
  }

  private void drawOutlines(SliceScene scene, ViewTransform view, FrameBuffer buffer) {
    List<StructureOutline> outlines = scene.outlines();
    if (outlines.isEmpty()) {
      return;
    }
    List<List<double[]>> polygonsMm =
        buffer.sections().polygonsMm(outlines, scene.plane(), executor);
    var path = new OutlinePath(view, buffer.width(), buffer.height());
    double scale = view.deviceScale();
    forEachLineBand(
        buffer,
        band -> {
          LinePainter painter = band.painter();
          for (int i = 0; i < outlines.size(); i++) {
            StructureOutline outline = outlines.get(i);
            double lineWidth = outline.selected() ? SELECTED_LINE_WIDTH : LINE_WIDTH;
            var stroke =
                new LinePainter.Stroke(lineWidth * scale, HALO_WIDTH * scale, HALO_OPACITY);
            painter.begin(stroke);
            path.addTo(painter, polygonsMm.get(i));
            painter.paint(buffer.pixels(), outline.rgb(), stroke);
          }
        });
  }

  /** Draws lines in bands of rows; every band sees all lines in their order. */
  private void forEachLineBand(FrameBuffer buffer, Consumer<FrameBuffer.LineBand> drawing) {
    List<FrameBuffer.LineBand> bands = buffer.lines(LINE_BANDS);
    executor.forEachSlice(
        bands.size(), new NullProgressMonitor(), band -> drawing.accept(bands.get(band)));
  }
}
