/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.preprocess;

import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.radiomics.image.Region;
import org.recourse.radiomics.image.VoxelBlock;

/** Three nested ellipsoids of different intensity under a known smooth bias. */
final class BiasPhantom {

  static final GridGeometry GRID =
      new GridGeometry(30, 26, 12, new Vector3(0, 0, 0), new Vector3(2, 2, 5));

  private BiasPhantom() {}

  static double logBias(int x, int y, int z) {
    double u = (x - 14.5) / 15;
    double v = (y - 12.5) / 13;
    double w = (z - 5.5) / 6;
    return 0.25 * u + 0.15 * v * v - 0.2 * u * v + 0.1 * w;
  }

  private static double tissue(int x, int y, int z) {
    double u = (x - 14.5) / 15;
    double v = (y - 12.5) / 13;
    double w = (z - 5.5) / 6;
    double r = Math.sqrt(u * u + v * v + 0.8 * w * w);
    double texture = 1 + 0.02 * ((x * 7 + y * 13 + z * 29) % 17 - 8) / 8.0;
    return texture * (r < 0.5 ? 600 : r < 0.8 ? 300 : r < 0.95 ? 900 : 0);
  }

  static VoxelBlock image() {
    float[] values = new float[GRID.voxelCount()];
    for (int i = 0; i < values.length; i++) {
      int x = i % 30;
      int y = i / 30 % 26;
      int z = i / 780;
      values[i] = (float) (tissue(x, y, z) * Math.exp(logBias(x, y, z)));
    }
    return VoxelBlock.ofFloat32(GRID, values);
  }

  static Region region() {
    byte[] inside = new byte[GRID.voxelCount()];
    for (int i = 0; i < inside.length; i++) {
      inside[i] = (byte) (tissue(i % 30, i / 30 % 26, i / 780) > 0 ? 1 : 0);
    }
    return Region.of(GRID, inside);
  }
}
