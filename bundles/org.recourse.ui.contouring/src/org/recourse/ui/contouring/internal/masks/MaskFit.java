/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.contouring.internal.masks;

import java.util.BitSet;
import java.util.Locale;
import java.util.Optional;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.volume.Mask;

/**
 * Whether the grid of a mask is that of an image or a part of it, whatever the order and direction
 * of its axes; and the mask on the grid of the image. Stateless.
 */
public final class MaskFit {

  /** Voxel centres may be off by this part of a voxel: files keep rounded directions. */
  private static final double TOLERANCE_VOXELS = 0.1;

  private MaskFit() {}

  /** Returns a sentence that says how the grids differ; empty if the mask fits. */
  public static Optional<String> mismatch(
      GridGeometry mask, GridGeometry image, String imageTitle) {
    double worst = 0;
    boolean outside = false;
    for (int corner = 0; corner < 8; corner++) {
      Vector3 index = image.toIndex(at(mask, corner(mask, corner)));
      worst = Math.max(worst, offGrid(index));
      outside |= isOutside(index, image);
    }
    worst = Math.max(worst, worstStep(mask, image));
    if (worst <= TOLERANCE_VOXELS && !outside) {
      return Optional.empty();
    }
    String what =
        worst > TOLERANCE_VOXELS
            ? "its voxels do not lie on those of the image"
            : "it reaches beyond the image";
    return Optional.of(
        "The mask ("
            + text(mask)
            + ") does not fit "
            + imageTitle
            + " ("
            + text(image)
            + "): "
            + what
            + ". Choose the image on which it was drawn, or export the mask again from the other"
            + " program with that image as its reference.");
  }

  private static Vector3 corner(GridGeometry grid, int corner) {
    return new Vector3(
        (corner & 1) == 0 ? 0 : grid.sizeX() - 1,
        (corner & 2) == 0 ? 0 : grid.sizeY() - 1,
        (corner & 4) == 0 ? 0 : grid.sizeZ() - 1);
  }

  private static Vector3 at(GridGeometry grid, Vector3 index) {
    return grid.toPatientMm(index.x(), index.y(), index.z());
  }

  private static double offGrid(Vector3 index) {
    return Math.max(
        Math.abs(index.x() - Math.rint(index.x())),
        Math.max(
            Math.abs(index.y() - Math.rint(index.y())),
            Math.abs(index.z() - Math.rint(index.z()))));
  }

  private static boolean isOutside(Vector3 index, GridGeometry image) {
    return isOutside(index.x(), image.sizeX())
        || isOutside(index.y(), image.sizeY())
        || isOutside(index.z(), image.sizeZ());
  }

  private static boolean isOutside(double index, int size) {
    return index < -TOLERANCE_VOXELS || index > size - 1 + TOLERANCE_VOXELS;
  }

  /** How far a step to the next voxel is from a step of one voxel of the image. */
  private static double worstStep(GridGeometry mask, GridGeometry image) {
    Vector3 start = image.toIndex(at(mask, Vector3.ZERO));
    double worst = 0;
    for (Vector3 unit :
        new Vector3[] {new Vector3(1, 0, 0), new Vector3(0, 1, 0), new Vector3(0, 0, 1)}) {
      Vector3 step = image.toIndex(at(mask, unit)).minus(start);
      worst = Math.max(worst, Math.max(Math.abs(step.norm() - 1), offGrid(step)));
    }
    return worst;
  }

  private static String text(GridGeometry grid) {
    return String.format(
        Locale.ROOT,
        "%d × %d × %d voxels of %.2f × %.2f × %.2f mm, first at %.1f, %.1f, %.1f mm",
        grid.sizeX(),
        grid.sizeY(),
        grid.sizeZ(),
        grid.spacingMm().x(),
        grid.spacingMm().y(),
        grid.spacingMm().z(),
        grid.originMm().x(),
        grid.originMm().y(),
        grid.originMm().z());
  }

  /** The same voxels on the grid of the image; the mask fits. */
  public static Mask onImage(Mask mask, GridGeometry image) {
    GridGeometry own = mask.geometry();
    BitSet[] slices = new BitSet[image.sizeZ()];
    for (int z = 0; z < own.sizeZ(); z++) {
      BitSet slice = mask.slice(z);
      for (int i = slice.nextSetBit(0); i >= 0; i = slice.nextSetBit(i + 1)) {
        int y = i / own.sizeX();
        var at = new Vector3(i - y * own.sizeX(), y, z);
        Vector3 index = image.toIndex(at(own, at));
        int toZ = (int) Math.rint(index.z());
        if (slices[toZ] == null) {
          slices[toZ] = new BitSet(image.sliceVoxelCount());
        }
        slices[toZ].set((int) Math.rint(index.y()) * image.sizeX() + (int) Math.rint(index.x()));
      }
    }
    Mask.Builder builder = Mask.builder(image);
    for (int z = 0; z < slices.length; z++) {
      if (slices[z] != null) {
        builder.slice(z, slices[z]);
      }
    }
    return builder.build();
  }
}
