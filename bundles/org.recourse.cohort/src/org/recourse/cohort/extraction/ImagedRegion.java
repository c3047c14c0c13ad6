/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.extraction;

import java.util.Objects;
import org.recourse.radiomics.image.Region;
import org.recourse.radiomics.image.VoxelBlock;

/**
 * An image of a patient with a region on its grid. Immutable.
 *
 * @param sequence such as {@code T1C}; goes before the names of the features
 * @param reader who drew the region; 0 is the first
 * @param image the whole image
 * @param region the region
 */
public record ImagedRegion(String sequence, int reader, VoxelBlock image, Region region) {

  public ImagedRegion {
    Objects.requireNonNull(sequence, "sequence");
    Objects.requireNonNull(image, "image");
    Objects.requireNonNull(region, "region");
    if (reader < 0) {
      throw new IllegalArgumentException("readers are counted from 0: " + reader);
    }
  }
}
