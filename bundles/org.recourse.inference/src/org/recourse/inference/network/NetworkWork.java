/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.network;

/**
 * The multiplications and additions of one forward pass, counted as two operations each, in the
 * convolutions of the dose branch; everything else is below 1 %. What a machine needs for a plain
 * matrix product of as many operations is the floor below which no engine can come.
 */
public final class NetworkWork {

  private static final int KERNEL = 27;

  private NetworkWork() {}

  /** Returns the operations of one forward pass. */
  public static double forwardOperations(
      NetworkVariant variant, NetworkSize size, NetworkLayout layout) {
    if (!layout.dose()) {
      return 0;
    }
    double sum = 0;
    for (int block = 1; block <= NetworkLayout.BLOCKS; block++) {
      double in = layout.channels(block - 1);
      double out = layout.channels(block);
      double inner = voxels(size.halved(variant.widenStride() == 1 ? block - 1 : block));
      double outer = voxels(size.halved(block));
      sum += 2 * KERNEL * in * out * inner + 2 * KERNEL * out * out * outer + 2 * in * out * outer;
    }
    double last = voxels(size.halved(NetworkLayout.BLOCKS));
    return sum + 2 * NetworkLayout.DOSE_FEATURES * layout.channels(NetworkLayout.BLOCKS) * last;
  }

  private static double voxels(int[] sizes) {
    return (double) sizes[0] * sizes[1] * sizes[2];
  }
}
