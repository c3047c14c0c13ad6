/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.internal.texture;

import java.util.Arrays;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.radiomics.image.Region;
import org.recourse.radiomics.image.VoxelBlock;

/**
 * The voxels of a region as segments of rows in an array with a margin on all sides, so that a
 * neighbour is found by adding an offset and no limit is tested. Immutable; made once per region
 * and shared by all images.
 */
public final class RegionIndex {

  /** A loop of which the compiler takes 16 voxels at once costs as much to start as this many. */
  private static final int GAP = 32;

  private final int margin;
  private final int sizeX;
  private final int sizeY;
  private final int sizeZ;
  private final int strideY;
  private final int strideZ;
  private final int[] start; // of each segment, in the array with margin
  private final int[] sourceStart; // of each segment, in the image
  private final int[] length;
  private final int segmentCount;
  private final int[] spanStart;
  private final int[] spanEnd;
  private final int spanCount;
  private final int voxelCount;

  private RegionIndex(Region region, int margin) {
    GridGeometry geometry = region.geometry();
    this.margin = margin;
    sizeX = geometry.sizeX();
    sizeY = geometry.sizeY();
    sizeZ = geometry.sizeZ();
    strideY = sizeX + 2 * margin;
    strideZ = Math.multiplyExact(strideY, sizeY + 2 * margin);
    Math.multiplyExact(strideZ, sizeZ + 2 * margin);
    voxelCount = region.voxelCount();
    byte[] inside = region.toBytes();
    int[] starts = new int[64];
    int[] sources = new int[64];
    int[] lengths = new int[64];
    int count = 0;
    for (int row = 0; row < sizeY * sizeZ; row++) {
      int source = row * sizeX;
      int target =
          (row / sizeY + margin) * strideZ + (row % sizeY + margin) * strideY + margin - source;
      int end = source + sizeX;
      for (int i = source; i < end; i++) {
        if (inside[i] == 0) {
          continue;
        }
        int from = i;
        while (i < end && inside[i] != 0) {
          i++;
        }
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, 2 * count);
          sources = Arrays.copyOf(sources, 2 * count);
          lengths = Arrays.copyOf(lengths, 2 * count);
        }
        starts[count] = target + from;
        sources[count] = from;
        lengths[count++] = i - from;
      }
    }
    start = Arrays.copyOf(starts, count);
    sourceStart = Arrays.copyOf(sources, count);
    length = Arrays.copyOf(lengths, count);
    segmentCount = count;
    spanStart = new int[count];
    spanEnd = new int[count];
    spanCount = joinSegments();
  }

  /** Joins segments over short gaps, as long as one walk over both is faster than two. */
  private int joinSegments() {
    int spans = 0;
    for (int s = 0; s < segmentCount; s++) {
      boolean near =
          s > 0 && start[s] - spanEnd[spans - 1] <= GAP + Math.min(length[s - 1], length[s]);
      if (!near) {
        spanStart[spans++] = start[s];
      }
      spanEnd[spans - 1] = start[s] + length[s];
    }
    return spans;
  }

  /** Indexes a region; the margin is at least the largest distance of neighbours used. */
  public static RegionIndex of(Region region, int margin) {
    return new RegionIndex(region, margin);
  }

  /** A margin of one voxel, which all matrices of distance 1 need. */
  public static RegionIndex of(Region region) {
    return new RegionIndex(region, 1);
  }

  int margin() {
    return margin;
  }

  int sizeX() {
    return sizeX;
  }

  int sizeY() {
    return sizeY;
  }

  int sizeZ() {
    return sizeZ;
  }

  int strideY() {
    return strideY;
  }

  int strideZ() {
    return strideZ;
  }

  public int voxelCount() {
    return voxelCount;
  }

  int arrayLength() {
    return strideZ * (sizeZ + 2 * margin);
  }

  int segmentCount() {
    return segmentCount;
  }

  /** Array position of the first voxel of a segment, in arrays with margin. */
  int start(int segment) {
    return start[segment];
  }

  int length(int segment) {
    return length[segment];
  }

  /** Number of stretches that cover all segments and little else, for kernels without branches. */
  int spanCount() {
    return spanCount;
  }

  int spanStart(int span) {
    return spanStart[span];
  }

  int spanEnd(int span) {
    return spanEnd[span];
  }

  int sourceStart(int segment) {
    return sourceStart[segment];
  }

  /** Returns the image values of the region in the order of the segments. */
  public double[] values(VoxelBlock image) {
    double[] values = new double[voxelCount];
    int to = 0;
    for (int s = 0; s < segmentCount; s++) {
      image.copy(sourceStart[s], values, to, length[s]);
      to += length[s];
    }
    return values;
  }

  /** Returns the entries of the region, in the order of the segments, of an array of all voxels. */
  public int[] valuesOf(int[] perVoxel) {
    int[] values = new int[voxelCount];
    int to = 0;
    for (int s = 0; s < segmentCount; s++) {
      System.arraycopy(perVoxel, sourceStart[s], values, to, length[s]);
      to += length[s];
    }
    return values;
  }

  int offset(Direction direction) {
    return direction.z() * strideZ + direction.y() * strideY + direction.x();
  }
}
