/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.training.cohort;

import java.util.Objects;
import org.recourse.grid.geometry.Vector3;
import org.recourse.inference.network.NetworkSize;

/**
 * The volume of dose that is cut out around the target.
 *
 * @param size voxels
 * @param spacingMm their size
 */
public record DoseBox(NetworkSize size, Vector3 spacingMm) {

  public DoseBox {
    Objects.requireNonNull(size, "size");
    if (!(spacingMm.x() > 0 && spacingMm.y() > 0 && spacingMm.z() > 0)) {
      throw new IllegalArgumentException("spacing must be > 0 mm: " + spacingMm);
    }
  }

  /**
   * Returns the box of the paper, 120 x 120 x 80 mm, in voxels of another size.
   *
   * @param spacingMm 1, 2, 4, 5 or 10, so that the number of voxels is even along every axis
   */
  public static DoseBox ofVoxels(int spacingMm) {
    if (spacingMm < 1 || 120 % (2 * spacingMm) != 0 || 80 % (2 * spacingMm) != 0) {
      throw new IllegalArgumentException("voxels are of 1, 2, 4, 5 or 10 mm: " + spacingMm);
    }
    return new DoseBox(
        new NetworkSize(120 / spacingMm, 120 / spacingMm, 80 / spacingMm),
        new Vector3(spacingMm, spacingMm, spacingMm));
  }

  /** Returns the box for people, such as {@code 30 x 30 x 20 voxels of 4.0 mm}. */
  public String title() {
    String voxels = size.sizeX() + " x " + size.sizeY() + " x " + size.sizeZ() + " voxels of ";
    boolean cubes = spacingMm.x() == spacingMm.y() && spacingMm.y() == spacingMm.z();
    return cubes
        ? voxels + spacingMm.x() + " mm"
        : voxels + spacingMm.x() + " x " + spacingMm.y() + " x " + spacingMm.z() + " mm";
  }
}
