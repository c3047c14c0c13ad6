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

/** Fills rows of a frame with one layer. Different rows may be painted from different threads. */
sealed interface RowPainter {

  int PALETTE_SIZE = 1024;

  /** Paints the rows {@code from} (inclusive) to {@code end} (exclusive). */
  void paint(int from, int end);

  static RowPainter of(ImageLayer layer, PlaneSampler sampler, FrameBuffer buffer) {
    // grey = value·scale + offset, rounded
    double scale = 255 / layer.window().widthIntensity();
    double offset = 127.5 - layer.window().centreIntensity() * scale + 0.5;
    int opacity256 = (int) Math.round(layer.opacityFraction() * 256);
    return new Grey(new Rows(sampler, buffer), (float) scale, (float) offset, opacity256);
  }

  static RowPainter of(DoseWash wash, PlaneSampler sampler, FrameBuffer buffer) {
    int[] palette = new int[PALETTE_SIZE];
    for (int i = 0; i < PALETTE_SIZE; i++) {
      palette[i] = wash.palette().rgb(i / (PALETTE_SIZE - 1.0));
    }
    return new Wash(new Rows(sampler, buffer), wash, palette);
  }

  static RowPainter of(ScalarWash wash, PlaneSampler sampler, FrameBuffer buffer) {
    int[] palette = new int[PALETTE_SIZE];
    for (int i = 0; i < PALETTE_SIZE; i++) {
      palette[i] = wash.palette().rgb(i / (PALETTE_SIZE - 1.0));
    }
    int[] opacity256 = new int[PALETTE_SIZE];
    for (int i = 0; i < PALETTE_SIZE; i++) {
      double value = wash.from() + i * (wash.to() - wash.from()) / (PALETTE_SIZE - 1);
      opacity256[i] = (int) Math.round(wash.opacityOf(value) * 256);
    }
    return new Scalars(new Rows(sampler, buffer), wash, palette, opacity256);
  }

  /** Where samples come from and where pixels go. */
  record Rows(PlaneSampler sampler, FrameBuffer buffer) {

    int width() {
      return buffer.width();
    }

    /** Samples a row into the sample array of the frame, at the place of the row. */
    void sample(int y, float[] line) {
      sampler.sampleRow(y, width(), line, buffer.samples(), y * width());
    }
  }

  /** The colour where there is no image. */
  record Background(int[] pixels, int width) implements RowPainter {

    @Override
    public void paint(int from, int end) {
      Arrays.fill(pixels, from * width, end * width, Blend.OPAQUE | FrameRenderer.BACKGROUND_RGB);
    }
  }

  /** An image through its window. */
  record Grey(Rows rows, float scale, float offset, int opacity256) implements RowPainter {

    @Override
    public void paint(int from, int end) {
      float[] samples = rows.buffer().samples();
      int[] pixels = rows.buffer().pixels();
      float[] line = rows.sampler().newLine();
      int width = rows.width();
      for (int y = from; y < end; y++) {
        rows.sample(y, line);
        int first = y * width;
        int last = first + width - 1;
        while (first <= last && Float.isNaN(samples[first])) { // outside the image
          first++;
        }
        while (last > first && Float.isNaN(samples[last])) {
          last--;
        }
        if (opacity256 == 256) {
          cover(samples, pixels, first, last + 1);
        } else {
          mix(samples, pixels, first, last + 1);
        }
      }
    }

    /** Without a branch, so that it is vectorised. */
    private void cover(float[] samples, int[] pixels, int from, int end) {
      for (int i = from; i < end; i++) {
        int grey = (int) Math.min(Math.max(samples[i] * scale + offset, 0), 255);
        pixels[i] = Blend.OPAQUE | grey * 0x010101;
      }
    }

    private void mix(float[] samples, int[] pixels, int from, int end) {
      for (int i = from; i < end; i++) {
        int grey = (int) Math.min(Math.max(samples[i] * scale + offset, 0), 255);
        pixels[i] = Blend.over(pixels[i], grey * 0x010101, opacity256);
      }
    }
  }

  /** Any quantity in colours; nothing where it is not defined. */
  record Scalars(Rows rows, ScalarWash wash, int[] palette, int[] opacity256)
      implements RowPainter {

    @Override
    public void paint(int from, int end) {
      float[] line = rows.sampler().newLine();
      float[] samples = rows.buffer().samples();
      int[] pixels = rows.buffer().pixels();
      float scale = (float) ((PALETTE_SIZE - 1) / (wash.to() - wash.from()));
      float first = (float) wash.from();
      float least = (float) wash.clearBelow().orElse(Double.NEGATIVE_INFINITY);
      for (int y = from; y < end; y++) {
        rows.sample(y, line);
        int rowEnd = (y + 1) * rows.width();
        for (int i = y * rows.width(); i < rowEnd; i++) {
          float value = samples[i];
          if (value >= least) { // false for NaN
            float place = (value - first) * scale + 0.5f;
            int entry = (int) Math.min(Math.max(place, 0), PALETTE_SIZE - 1);
            pixels[i] = Blend.over(pixels[i], palette[entry], opacity256[entry]);
          }
        }
      }
    }
  }

  /** A dose in colours. Leaves its samples in the frame for the isodose lines. */
  record Wash(Rows rows, DoseWash wash, int[] palette) implements RowPainter {

    @Override
    public void paint(int from, int end) {
      float[] line = rows.sampler().newLine();
      int opacity256 = (int) Math.round(wash.opacityFraction() * 256);
      for (int y = from; y < end; y++) {
        rows.sample(y, line);
        if (opacity256 > 0) {
          colour(y * rows.width(), opacity256);
        }
      }
    }

    private void colour(int row, int opacity256) {
      float[] doseGy = rows.buffer().samples();
      int[] pixels = rows.buffer().pixels();
      float scale = (float) ((PALETTE_SIZE - 1) / wash.maximumGy());
      float thresholdGy = (float) wash.thresholdGy();
      int end = row + rows.width();
      for (int i = row; i < end; i++) {
        float dose = doseGy[i];
        if (dose >= thresholdGy) { // false for NaN
          int entry = (int) Math.min(Math.max(dose * scale + 0.5f, 0), PALETTE_SIZE - 1);
          pixels[i] = Blend.over(pixels[i], palette[entry], opacity256);
        }
      }
    }
  }
}
