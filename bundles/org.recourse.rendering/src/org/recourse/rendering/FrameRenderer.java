/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.rendering;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.eclipse.core.runtime.NullProgressMonitor;
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

  private static final int BACKGROUND = Blend.OPAQUE | BACKGROUND_RGB;
  private static final int BAND_ROWS = 32;
  private static final int LINE_BANDS = 8;
  private static final int PALETTE_SIZE = 1024;

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
    Arrays.fill(buffer.pixels(), BACKGROUND);
    int layer = 0;
    for (ImageLayer image : scene.images()) {
      PlaneSampler sampler =
          sampler(
              new VoxelSource.OfImage(image.volume()),
              PixelToIndex.of(
                  scene.plane(),
                  view,
                  width,
                  height,
                  image.sceneToImage(),
                  image.volume().geometry()),
              buffer,
              layer++);
      drawImage(image, sampler, buffer);
    }
    for (DoseLayer dose : scene.doses()) {
      PlaneSampler sampler =
          sampler(
              new VoxelSource.OfDose(dose.dose()),
              PixelToIndex.of(
                  scene.plane(), view, width, height, dose.sceneToDose(), dose.dose().geometry()),
              buffer,
              layer++);
      drawDose(dose, sampler, view, buffer);
    }
    drawOutlines(scene, view, buffer);
  }

  private PlaneSampler sampler(
      VoxelSource source, PixelToIndex map, FrameBuffer buffer, int layer) {
    return PlaneSampler.of(
        source, map, buffer.width(), buffer.height(), buffer.sheet(layer), executor);
  }

  private void drawImage(ImageLayer image, PlaneSampler sampler, FrameBuffer buffer) {
    if (sampler.isOutside() || image.opacityFraction() == 0) {
      return;
    }
    int width = buffer.width();
    float[] samples = buffer.samples();
    int[] pixels = buffer.pixels();
    // grey = value·scale + offset, rounded
    float scale = (float) (255 / image.window().widthIntensity());
    float offset = (float) (127.5 - image.window().centreIntensity() * scale + 0.5);
    int opacity256 = (int) Math.round(image.opacityFraction() * 256);
    forEachRow(
        buffer.height(),
        y -> {
          int row = y * width;
          sampler.sampleRow(y, width, samples, row);
          for (int i = row; i < row + width; i++) {
            float value = samples[i];
            if (!Float.isNaN(value)) { // inside the image
              int grey = (int) Math.min(Math.max(value * scale + offset, 0), 255);
              int rgb = grey * 0x010101;
              pixels[i] =
                  opacity256 == 256 ? Blend.OPAQUE | rgb : Blend.over(pixels[i], rgb, opacity256);
            }
          }
        });
  }

  private void drawDose(
      DoseLayer layer, PlaneSampler sampler, ViewTransform view, FrameBuffer buffer) {
    DoseWash wash = layer.wash();
    if (sampler.isOutside() || (wash.opacityFraction() == 0 && layer.isodoses().isEmpty())) {
      return;
    }
    int width = buffer.width();
    float[] doseGy = buffer.samples();
    int[] pixels = buffer.pixels();
    int[] palette = paletteOf(wash);
    float scale = (float) ((PALETTE_SIZE - 1) / wash.maximumGy());
    float thresholdGy = (float) wash.thresholdGy();
    int opacity256 = (int) Math.round(wash.opacityFraction() * 256);
    forEachRow(
        buffer.height(),
        y -> {
          int row = y * width;
          sampler.sampleRow(y, width, doseGy, row);
          if (opacity256 == 0) {
            return;
          }
          for (int i = row; i < row + width; i++) {
            if (doseGy[i] >= thresholdGy) { // false for NaN
              int entry = (int) Math.min(Math.max(doseGy[i] * scale + 0.5f, 0), PALETTE_SIZE - 1);
              pixels[i] = Blend.over(pixels[i], palette[entry], opacity256);
            }
          }
        });
    drawIsodoses(layer, view, buffer);
  }

  private static int[] paletteOf(DoseWash wash) {
    int[] palette = new int[PALETTE_SIZE];
    for (int i = 0; i < PALETTE_SIZE; i++) {
      palette[i] = wash.palette().rgb(i / (PALETTE_SIZE - 1.0));
    }
    return palette;
  }

  private void drawIsodoses(DoseLayer layer, ViewTransform view, FrameBuffer buffer) {
    if (layer.isodoses().isEmpty()) {
      return;
    }
    int step = 1 + (int) Math.round(view.deviceScale());
    var stroke = new LinePainter.Stroke(LINE_WIDTH * view.deviceScale(), 0, 0);
    int reach = (int) Math.ceil(stroke.reach());
    forEachLineBand(
        buffer,
        painter -> {
          var tracer =
              new IsodoseTracer(buffer.samples(), buffer.width(), buffer.height(), step, painter);
          for (IsodoseLevel level : layer.isodoses()) {
            painter.begin(stroke);
            tracer.trace((float) level.doseGy(), reach);
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
        painter -> {
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
  private void forEachLineBand(FrameBuffer buffer, Consumer<LinePainter> drawing) {
    List<LinePainter> painters = buffer.lines(LINE_BANDS);
    executor.forEachSlice(
        painters.size(), new NullProgressMonitor(), band -> drawing.accept(painters.get(band)));
  }

  /** Runs a task for every row, a band of rows at a time. */
  private void forEachRow(int height, SliceExecutor.SliceTask task) {
    int bands = (height + BAND_ROWS - 1) / BAND_ROWS;
    executor.forEachSlice(
        bands,
        new NullProgressMonitor(),
        band -> {
          int end = Math.min((band + 1) * BAND_ROWS, height);
          for (int y = band * BAND_ROWS; y < end; y++) {
            task.run(y);
          }
        });
  }
}
