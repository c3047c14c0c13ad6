/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.bench;

import java.util.Arrays;
import java.util.Random;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.radiomics.image.Region;
import org.recourse.radiomics.image.VoxelBlock;

/**
 * The inputs of the benchmark {@code radiomics}, made in code: a lobed tumour of 48.9 cm³ (65,199
 * voxels of 0.5 x 0.5 x 3 mm), the shell of 26,007 voxels around it, a cube of a million voxels,
 * and for N4 an MR-like head under a known bias.
 *
 * @param image whole numbers over a range of about 1,500, structures and noise from a fixed seed
 * @param region voxels on the same grid
 */
record RadiomicsInputs(VoxelBlock image, Region region) {

  private static final int TUMOUR_VOXELS = 65_199;
  private static final int RING_VOXELS = 26_007;
  private static final GridGeometry TUMOUR_GRID =
      new GridGeometry(152, 128, 30, new Vector3(0, 0, 0), new Vector3(0.5, 0.5, 3));
  private static final GridGeometry CUBE_GRID =
      new GridGeometry(110, 110, 110, new Vector3(0, 0, 0), new Vector3(1, 1, 1));
  private static final int SHRINK = 4;

  /** Returns an input by its name. */
  static RadiomicsInputs named(String name) {
    return switch (name) {
      case "tumour" -> new RadiomicsInputs(image(TUMOUR_GRID), nearest(0, TUMOUR_VOXELS));
      case "ring" -> new RadiomicsInputs(image(TUMOUR_GRID), nearest(TUMOUR_VOXELS, RING_VOXELS));
      case "cube" -> new RadiomicsInputs(image(CUBE_GRID), cube());
      default -> throw new IllegalArgumentException("no such input: " + name);
    };
  }

  /**
   * A head of 256 x 256 x 25 voxels of 0.9 x 0.9 x 5 mm with three tissues and a bias of ± 30 %, of
   * which every fourth voxel in the plane is kept.
   */
  static RadiomicsInputs shrunkenHead() {
    var grid = new GridGeometry(64, 64, 25, new Vector3(1.35, 1.35, 0), new Vector3(3.6, 3.6, 5));
    var random = new Random(25);
    float[] values = new float[grid.voxelCount()];
    byte[] inside = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      double u = (i % 64 * SHRINK - 126) / 118.0;
      double v = (i / 64 % 64 * SHRINK - 126) / 100.0;
      double w = (i / 4096 - 12) / 17.0;
      double r = Math.sqrt(u * u + v * v + w * w);
      double fold = 0.06 * Math.sin(9 * Math.atan2(v, u) + 4 * w) * Math.cos(7 * r);
      double tissue = r + fold < 0.45 ? 700 : r + fold < 0.8 ? 450 : 950;
      double bias = Math.exp(0.25 * u - 0.2 * v * v + 0.15 * u * v + 0.1 * w);
      inside[i] = (byte) (r < 1 ? 1 : 0);
      values[i] =
          (float) ((inside[i] == 1 ? tissue * bias : 5) * (1 + 0.04 * random.nextGaussian()));
    }
    return new RadiomicsInputs(VoxelBlock.ofFloat32(grid, values), Region.of(grid, inside));
  }

  private static VoxelBlock image(GridGeometry grid) {
    var random = new Random(4);
    double[] values = new double[grid.voxelCount()];
    int i = 0;
    for (int z = 0; z < grid.sizeZ(); z++) {
      for (int y = 0; y < grid.sizeY(); y++) {
        for (int x = 0; x < grid.sizeX(); x++) {
          double smooth =
              200 * Math.sin(0.11 * x + 0.3 * z) * Math.cos(0.09 * y)
                  + 150 * Math.sin(0.02 * x * y / 10);
          values[i++] = Math.rint(1000 + smooth + 90 * random.nextGaussian());
        }
      }
    }
    return VoxelBlock.ofIntegers(grid, values);
  }

  /** Takes voxels by their rank of distance from the centre of a lobed ellipsoid. */
  private static Region nearest(int skipped, int count) {
    double[] distance = new double[TUMOUR_GRID.voxelCount()];
    int i = 0;
    for (int z = 0; z < TUMOUR_GRID.sizeZ(); z++) {
      for (int y = 0; y < TUMOUR_GRID.sizeY(); y++) {
        for (int x = 0; x < TUMOUR_GRID.sizeX(); x++) {
          double dx = (x - 75.51) / 62;
          double dy = (y - 63.52) / 46;
          double dz = (z - 14.53) / 11.0;
          double lobes = 1 + 0.1 * Math.sin(6 * Math.atan2(dy, dx));
          distance[i++] = Math.sqrt(dx * dx + dy * dy + dz * dz) * lobes;
        }
      }
    }
    double[] sorted = distance.clone();
    Arrays.sort(sorted);
    byte[] inside = new byte[distance.length];
    for (int v = 0; v < inside.length; v++) {
      inside[v] =
          (byte) (distance[v] >= sorted[skipped] && distance[v] < sorted[skipped + count] ? 1 : 0);
    }
    return Region.of(TUMOUR_GRID, inside);
  }

  private static Region cube() {
    byte[] inside = new byte[CUBE_GRID.voxelCount()];
    for (int z = 5; z < 105; z++) {
      for (int y = 5; y < 105; y++) {
        int row = CUBE_GRID.indexOf(5, y, z);
        Arrays.fill(inside, row, row + 100, (byte) 1);
      }
    }
    return Region.of(CUBE_GRID, inside);
  }
}
