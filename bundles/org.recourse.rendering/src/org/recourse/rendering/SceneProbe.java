/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.rendering;

import java.util.OptionalDouble;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;

/**
 * Values at a point, by the rule of the pixels: trilinear between voxel centres, and a voxel
 * reaches half a spacing around its centre. Stateless and thread-safe.
 */
public final class SceneProbe {

  private static final double HALF_VOXEL = 0.5;

  private SceneProbe() {}

  /** Intensity of an image at a point of the scene; empty outside the image. */
  public static OptionalDouble intensity(ImageLayer layer, Vector3 pointMm) {
    return valueAt(new VoxelSource.OfImage(layer.volume()), layer.sceneToImage(), pointMm);
  }

  /** Dose at a point of the scene, Gy; empty outside the dose grid. */
  public static OptionalDouble doseGy(DoseLayer layer, Vector3 pointMm) {
    return valueAt(new VoxelSource.OfDose(layer.dose()), layer.sceneToDose(), pointMm);
  }

  /** Value at a point of the scene, in the unit of the volume; empty where it is not defined. */
  public static OptionalDouble value(ScalarLayer layer, Vector3 pointMm) {
    OptionalDouble value =
        valueAt(new VoxelSource.OfScalars(layer.values()), layer.sceneToValues(), pointMm);
    return value.isPresent() && Double.isNaN(value.getAsDouble()) ? OptionalDouble.empty() : value;
  }

  private static OptionalDouble valueAt(
      VoxelSource source, AffineTransform sceneToSource, Vector3 pointMm) {
    GridGeometry geometry = source.geometry();
    Vector3 index = geometry.toIndex(sceneToSource.apply(pointMm));
    if (!isInside(index.x(), geometry.sizeX())
        || !isInside(index.y(), geometry.sizeY())
        || !isInside(index.z(), geometry.sizeZ())) {
      return OptionalDouble.empty();
    }
    double x = Math.clamp(index.x(), 0.0, geometry.sizeX() - 1.0);
    double y = Math.clamp(index.y(), 0.0, geometry.sizeY() - 1.0);
    double z = Math.clamp(index.z(), 0.0, geometry.sizeZ() - 1.0);
    double sum = 0;
    for (int corner = 0; corner < 8; corner++) {
      int cx = Math.min((int) x + (corner & 1), geometry.sizeX() - 1);
      int cy = Math.min((int) y + (corner >> 1 & 1), geometry.sizeY() - 1);
      int cz = Math.min((int) z + (corner >> 2), geometry.sizeZ() - 1);
      double weight = share(x, corner & 1) * share(y, corner >> 1 & 1) * share(z, corner >> 2);
      sum += weight * source.valueAt(cx, cy, cz);
    }
    return OptionalDouble.of(sum);
  }

  private static boolean isInside(double index, int size) {
    return index >= -HALF_VOXEL && index <= size - HALF_VOXEL;
  }

  private static double share(double index, int upper) {
    double fraction = index - (int) index;
    return upper == 1 ? fraction : 1 - fraction;
  }
}
