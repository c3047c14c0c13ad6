/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.maps;

/**
 * The neighbourhood from which the value of one voxel of a map is computed. Immutable.
 *
 * @param radiusVoxels voxels on each side of the centre, at least 1 ({@code kernelRadius}); with
 *     {@code force2D} the neighbourhood is flat
 * @param masked whether only voxels of the region count ({@code maskedKernel}); otherwise every
 *     voxel around it does, and grey levels are formed from the whole box of the region with one
 *     radius on each side
 */
public record KernelSettings(int radiusVoxels, boolean masked) {

  /** 3 x 3 x 3 voxels, those of the region only, as PyRadiomics does by default. */
  public static final KernelSettings DEFAULT = new KernelSettings(1, true);

  private static final int LARGEST_RADIUS = 10;

  public KernelSettings {
    if (!(radiusVoxels >= 1 && radiusVoxels <= LARGEST_RADIUS)) {
      throw new IllegalArgumentException(
          "kernelRadius must be 1 to " + LARGEST_RADIUS + ": " + radiusVoxels);
    }
  }
}
