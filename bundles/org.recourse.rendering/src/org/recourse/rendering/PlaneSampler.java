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
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;

/**
 * Samples a grid at the pixel centres of a frame, row by row: bilinear on a sheet where the view
 * lies along the axes of the grid, trilinear otherwise; both give the same value. A voxel reaches
 * half a spacing around its centre, so the grid ends at the outer edges of its voxels; beyond, the
 * sample is NaN. Rows may be sampled from several threads at once.
 */
final class PlaneSampler {

  /** Index change over a whole frame that counts as none. */
  private static final double PARALLEL_SPAN_VOXELS = 1e-4;

  private static final double HALF_VOXEL = 0.5;
  private static final float[] NO_LINE = {};

  private final VoxelSource source;
  private final PixelToIndex map;
  private final Way way;

  /** How the samples are found. */
  private sealed interface Way {

    /** The plane lies beside the grid. */
    record Outside() implements Way {}

    record Aligned(AlignedSheet sheet) implements Way {}

    record Oblique() implements Way {}
  }

  private PlaneSampler(VoxelSource source, PixelToIndex map, Way way) {
    this.source = source;
    this.map = map;
    this.way = way;
  }

  static PlaneSampler of(
      VoxelSource source,
      PixelToIndex map,
      int width,
      int height,
      Sheet sheet,
      SliceExecutor executor) {
    for (int normal = 2; normal >= 0; normal--) {
      int axisA = normal == 0 ? 1 : 0;
      int axisB = normal == 2 ? 1 : 2;
      if (isConstant(map.perX(), normal, width) && isConstant(map.perY(), normal, height)) {
        boolean straight =
            isConstant(map.perX(), axisB, width) && isConstant(map.perY(), axisA, height);
        boolean transposed =
            isConstant(map.perX(), axisA, width) && isConstant(map.perY(), axisB, height);
        if (straight || transposed) {
          return aligned(source, map, normal, transposed, width, sheet, executor);
        }
      }
    }
    return new PlaneSampler(source, map, new Way.Oblique());
  }

  private static PlaneSampler aligned(
      VoxelSource source,
      PixelToIndex map,
      int normal,
      boolean transposed,
      int width,
      Sheet sheet,
      SliceExecutor executor) {
    GridGeometry geometry = source.geometry();
    int[] size = {geometry.sizeX(), geometry.sizeY(), geometry.sizeZ()};
    double index = PixelToIndex.component(map.first(), normal);
    if (index < -HALF_VOXEL || index > size[normal] - HALF_VOXEL) {
      return new PlaneSampler(source, map, new Way.Outside());
    }
    double rounded = Math.rint(index);
    boolean onCentre = Math.abs(index - rounded) < PARALLEL_SPAN_VOXELS;
    sheet.load(source, normal, onCentre ? rounded : index, executor);
    int axisA = normal == 0 ? 1 : 0;
    int axisB = normal == 2 ? 1 : 2;
    int across = transposed ? axisB : axisA;
    int down = transposed ? axisA : axisB;
    var columns =
        new AlignedSheet(
            sheet,
            new AlignedSheet.Line(
                PixelToIndex.component(map.first(), across),
                PixelToIndex.component(map.perX(), across)),
            new AlignedSheet.Line(
                PixelToIndex.component(map.first(), down),
                PixelToIndex.component(map.perY(), down)),
            transposed,
            width);
    return new PlaneSampler(source, map, new Way.Aligned(columns));
  }

  private static boolean isConstant(Vector3 perPixel, int axis, int pixels) {
    return Math.abs(PixelToIndex.component(perPixel, axis)) * pixels < PARALLEL_SPAN_VOXELS;
  }

  boolean isOutside() {
    return way instanceof Way.Outside;
  }

  /** Scratch memory for {@code sampleRow}, for one thread at a time. */
  float[] newLine() {
    return switch (way) {
      case Way.Aligned(AlignedSheet sheet) -> sheet.newLine();
      case Way.Outside() -> NO_LINE;
      case Way.Oblique() -> NO_LINE;
    };
  }

  /**
   * Writes the samples of pixel row {@code y} to {@code target} from {@code offset} on. Samples
   * outside the grid lie at the ends of the row only.
   *
   * @param line from {@link #newLine()}
   */
  void sampleRow(int y, int width, float[] line, float[] target, int offset) {
    switch (way) {
      case Way.Outside() -> Arrays.fill(target, offset, offset + width, Float.NaN);
      case Way.Aligned(AlignedSheet sheet) -> sheet.sampleRow(y, line, target, offset);
      case Way.Oblique() -> sampleObliqueRow(y, width, target, offset);
    }
  }

  private void sampleObliqueRow(int y, int width, float[] target, int offset) {
    GridGeometry geometry = source.geometry();
    int lastX = geometry.sizeX() - 1;
    int lastY = geometry.sizeY() - 1;
    int lastZ = geometry.sizeZ() - 1;
    Vector3 step = map.perX();
    double startX = start(0, y);
    double startY = start(1, y);
    double startZ = start(2, y);
    PixelRange range =
        PixelRange.all(width)
            .inside(startX, step.x(), lastX)
            .inside(startY, step.y(), lastY)
            .inside(startZ, step.z(), lastZ);
    fillOutside(range, width, target, offset);
    for (int x = range.from(); x < range.to(); x++) {
      double i = Math.min(Math.max(startX + x * step.x(), 0), lastX);
      double j = Math.min(Math.max(startY + x * step.y(), 0), lastY);
      double k = Math.min(Math.max(startZ + x * step.z(), 0), lastZ);
      int k0 = (int) k;
      float weight = (float) (k - k0);
      float value = bilinear(i, j, k0, lastX, lastY);
      if (weight > 0) {
        value += (bilinear(i, j, k0 + 1, lastX, lastY) - value) * weight;
      }
      target[offset + x] = value;
    }
  }

  private float bilinear(double i, double j, int k, int lastX, int lastY) {
    int i0 = (int) i;
    int j0 = (int) j;
    int i1 = Math.min(i0 + 1, lastX);
    int j1 = Math.min(j0 + 1, lastY);
    float weightI = (float) (i - i0);
    float v00 = source.valueAt(i0, j0, k);
    float v01 = source.valueAt(i0, j1, k);
    float near = v00 + (source.valueAt(i1, j0, k) - v00) * weightI;
    float far = v01 + (source.valueAt(i1, j1, k) - v01) * weightI;
    return near + (far - near) * (float) (j - j0);
  }

  private double start(int axis, int y) {
    return PixelToIndex.component(map.first(), axis) + y * PixelToIndex.component(map.perY(), axis);
  }

  private static void fillOutside(PixelRange range, int width, float[] target, int offset) {
    Arrays.fill(target, offset, offset + range.from(), Float.NaN);
    Arrays.fill(target, offset + range.to(), offset + width, Float.NaN);
  }

  /** Pixels {@code from} (inclusive) to {@code to} (exclusive) of a row. */
  private record PixelRange(int from, int to) {

    static PixelRange all(int width) {
      return new PixelRange(0, width);
    }

    /** The pixels whose index {@code start + x·step} lies within the voxels 0 to {@code last}. */
    PixelRange inside(double start, double step, int last) {
      double least = -HALF_VOXEL;
      double most = last + HALF_VOXEL;
      if (step == 0) {
        return start >= least && start <= most ? this : new PixelRange(from, from);
      }
      double first = ((step > 0 ? least : most) - start) / step;
      double end = ((step > 0 ? most : least) - start) / step;
      int newFrom = (int) Math.clamp(Math.ceil(first), from, to);
      int newTo = (int) Math.clamp(Math.floor(end) + 1, newFrom, to);
      return new PixelRange(newFrom, newTo);
    }
  }
}
