/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.preprocess;

import java.util.Arrays;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.radiomics.image.Region;

/**
 * Regions grown or shrunk by a margin: a voxel belongs to the grown region if its centre is at most
 * the margin away from the centre of a voxel of the region, and to the shrunk one if it is farther
 * than the margin from every voxel outside. Voxels beyond the grid count as outside only where the
 * grid has voxels: a region that touches the border is not shrunk there.
 *
 * <p>Exact Euclidean distances by lower envelopes of parabolas, axis by axis (P. Felzenszwalb, D.
 * Huttenlocher, Theory Comput. 8 (2012) 415, doi:10.4086/toc.2012.v008a019). Worked example: one
 * voxel at 1 mm spacing grown by 1 mm has 7 voxels. Degenerate case: an empty region stays empty.
 */
public final class RegionMargin {

  private RegionMargin() {}

  /** Returns the region grown by a margin, mm, at least 0. */
  public static Region grown(Region region, double marginMm) {
    return select(region, region.toBytes(), marginMm, true);
  }

  /** Returns the region shrunk by a margin, mm, at least 0. */
  public static Region shrunk(Region region, double marginMm) {
    byte[] outside = region.toBytes();
    for (int i = 0; i < outside.length; i++) {
      outside[i] = (byte) (1 - outside[i]);
    }
    return select(region, outside, marginMm, false);
  }

  /** Returns the shell between the region and the region grown by a margin. */
  public static Region shell(Region region, double marginMm) {
    byte[] shell = grown(region, marginMm).toBytes();
    for (int i = 0; i < shell.length; i++) {
      shell[i] = (byte) (region.contains(i) ? 0 : shell[i]);
    }
    return Region.of(region.geometry(), shell);
  }

  /**
   * Returns the distance of every voxel centre to the nearest voxel centre of the region, mm, in
   * the order of the array; 0 inside the region, infinite for an empty one. Exact (Felzenszwalb
   * 2012, doi 10.4086/toc.2012.v008a019).
   */
  public static double[] distanceMm(Region region) {
    double[] distance = squaredDistanceMm2(region.geometry(), region.toBytes());
    for (int i = 0; i < distance.length; i++) {
      distance[i] = Math.sqrt(distance[i]);
    }
    return distance;
  }

  private static Region select(Region region, byte[] seeds, double marginMm, boolean near) {
    if (!(marginMm >= 0)) {
      throw new IllegalArgumentException("margin must be >= 0 mm: " + marginMm);
    }
    double[] squared = squaredDistanceMm2(region.geometry(), seeds);
    double limit = marginMm * marginMm * (1 + ROUNDING);
    byte[] inside = new byte[squared.length];
    for (int i = 0; i < inside.length; i++) {
      boolean within = squared[i] <= limit;
      inside[i] = (byte) (within == near ? 1 : 0);
    }
    return Region.of(region.geometry(), inside);
  }

  /** 3 voxels of 0.1 mm are to be within 0.3 mm. */
  private static final double ROUNDING = 1e-9;

  private static double[] squaredDistanceMm2(GridGeometry grid, byte[] seeds) {
    double[] squared = new double[seeds.length];
    for (int i = 0; i < seeds.length; i++) {
      squared[i] = seeds[i] != 0 ? 0 : Double.POSITIVE_INFINITY;
    }
    along(squared, grid.sizeX(), 1, grid.spacingMm().x());
    along(squared, grid.sizeY(), grid.sizeX(), grid.spacingMm().y());
    along(squared, grid.sizeZ(), grid.sliceVoxelCount(), grid.spacingMm().z());
    return squared;
  }

  private static void along(double[] squared, int size, int stride, double spacingMm) {
    double[] line = new double[size];
    int[] vertex = new int[size];
    double[] from = new double[size + 1];
    for (int first = 0; first < squared.length; first++) {
      if (first / stride % size != 0) {
        continue; // not the first voxel of a line
      }
      for (int i = 0; i < size; i++) {
        line[i] = squared[first + i * stride];
      }
      int parabolas = envelope(line, spacingMm, vertex, from);
      if (parabolas == 0) {
        continue; // no seed on this line yet
      }
      int p = 0;
      for (int i = 0; i < size; i++) {
        double positionMm = i * spacingMm;
        while (p + 1 < parabolas && from[p + 1] < positionMm) {
          p++;
        }
        double d = positionMm - vertex[p] * spacingMm;
        squared[first + i * stride] = line[vertex[p]] + d * d;
      }
    }
  }

  /** Returns how many parabolas make the lower envelope; each starts at {@code from}, mm. */
  private static int envelope(double[] line, double spacingMm, int[] vertex, double[] from) {
    int count = 0;
    Arrays.fill(from, 0);
    for (int i = 0; i < line.length; i++) {
      if (line[i] == Double.POSITIVE_INFINITY) {
        continue;
      }
      double start = Double.NEGATIVE_INFINITY;
      double q = i * spacingMm;
      while (count > 0) {
        double v = vertex[count - 1] * spacingMm;
        start = (line[i] + q * q - line[vertex[count - 1]] - v * v) / (2 * (q - v));
        if (start > from[count - 1]) {
          break;
        }
        count--;
        start = Double.NEGATIVE_INFINITY;
      }
      vertex[count] = i;
      from[count++] = start;
    }
    return count;
  }
}
