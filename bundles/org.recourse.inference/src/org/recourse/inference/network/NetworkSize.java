/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.network;

import org.recourse.inference.tensor.TensorShape;

/**
 * Size of the dose volume of a network.
 *
 * @param sizeX voxels along x, even
 * @param sizeY voxels along y, even
 * @param sizeZ slices, even
 */
public record NetworkSize(int sizeX, int sizeY, int sizeZ) {

  /** The volume of the paper: 80 slices of 120 x 120. */
  public static final NetworkSize PAPER = new NetworkSize(120, 120, 80);

  public NetworkSize {
    requireEven(sizeX);
    requireEven(sizeY);
    requireEven(sizeZ);
  }

  private static void requireEven(int size) {
    if (size < 2 || size % 2 != 0) {
      throw new IllegalArgumentException("sizes are even and at least 2: " + size);
    }
  }

  /** Returns the shape of the dose: batch, channel, z, y, x. */
  public TensorShape doseShape() {
    return TensorShape.of(1, 1, sizeZ, sizeY, sizeX);
  }

  /** Returns the sizes z, y, x after halving the resolution, rounded up, so many times. */
  public int[] halved(int times) {
    int[] sizes = {sizeZ, sizeY, sizeX};
    for (int i = 0; i < times; i++) {
      for (int axis = 0; axis < sizes.length; axis++) {
        sizes[axis] = (sizes[axis] + 1) / 2;
      }
    }
    return sizes;
  }
}
