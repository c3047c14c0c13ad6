/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.extraction;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.recourse.cohort.cases.CsvText;
import org.recourse.grid.geometry.Vector3;
import org.recourse.inference.network.NetworkSize;

/**
 * Size of the dose volumes of a cohort.
 *
 * @param size voxels, even along each axis
 * @param spacingMm distance of the voxels along each axis
 */
public record DoseVolumeGrid(NetworkSize size, double spacingMm) {

  /**
   * 30 x 30 x 20 voxels of 4 mm: the box of 120 x 120 x 80 mm of the paper at a quarter of its
   * resolution, on which a network trains in minutes instead of hours.
   */
  public static final DoseVolumeGrid STANDARD = new DoseVolumeGrid(new NetworkSize(30, 30, 20), 4);

  private static final int MOST_VOXELS = 16 << 20;

  public DoseVolumeGrid {
    Objects.requireNonNull(size, "size");
    if (!(spacingMm > 0 && spacingMm < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("spacingMm must be finite and > 0: " + spacingMm);
    }
    if ((long) size.sizeX() * size.sizeY() * size.sizeZ() > MOST_VOXELS) {
      throw new IllegalArgumentException("a dose volume of more than 16 million voxels: " + size);
    }
  }

  /** Distance of the voxels along the three axes. */
  public Vector3 spacing() {
    return new Vector3(spacingMm, spacingMm, spacingMm);
  }

  int voxelCount() {
    return size.doseShape().valueCount();
  }

  void write(Path file) throws IOException {
    new CsvText(
            List.of("sizeX", "sizeY", "sizeZ", "spacingMm"),
            List.of(
                List.of(
                    Integer.toString(size.sizeX()),
                    Integer.toString(size.sizeY()),
                    Integer.toString(size.sizeZ()),
                    Double.toString(spacingMm))))
        .write(file);
  }
}
