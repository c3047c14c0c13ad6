/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.preprocess;

import org.recourse.radiomics.image.Region;
import org.recourse.radiomics.image.VoxelBlock;

/** An image and a region on the same geometry. Immutable. */
public record ImageAndRegion(VoxelBlock image, Region region) {

  public ImageAndRegion {
    if (!image.geometry().equals(region.geometry())) {
      throw new IllegalArgumentException(
          "image and region differ: " + image.geometry() + ", " + region.geometry());
    }
  }
}
