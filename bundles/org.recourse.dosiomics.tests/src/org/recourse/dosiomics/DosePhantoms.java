/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosiomics;

import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.radiomics.image.Region;

/** Doses and regions in closed form. */
public final class DosePhantoms {

  private DosePhantoms() {}

  /** A number for each position in the patient. */
  @FunctionalInterface
  public interface Field {
    double at(double xMm, double yMm, double zMm);
  }

  /** A test for each position in the patient. */
  @FunctionalInterface
  public interface Shape {
    boolean contains(double xMm, double yMm, double zMm);
  }

  /** A grid of cubes with the first centre at the origin. */
  public static GridGeometry cubes(int sizeX, int sizeY, int sizeZ, double spacingMm) {
    return new GridGeometry(
        sizeX, sizeY, sizeZ, new Vector3(0, 0, 0), new Vector3(spacingMm, spacingMm, spacingMm));
  }

  public static DoseGrid dose(GridGeometry grid, Field doseGy) {
    DoseGrid.Builder builder = DoseGrid.builder(grid);
    float[] slice = new float[grid.sliceVoxelCount()];
    for (int z = 0; z < grid.sizeZ(); z++) {
      for (int i = 0; i < slice.length; i++) {
        Vector3 p = grid.centreMm(z * slice.length + i);
        slice[i] = (float) doseGy.at(p.x(), p.y(), p.z());
      }
      builder.slice(z, slice);
    }
    return builder.build();
  }

  public static Region region(GridGeometry grid, Shape shape) {
    byte[] inside = new byte[grid.voxelCount()];
    for (int i = 0; i < inside.length; i++) {
      Vector3 p = grid.centreMm(i);
      inside[i] = (byte) (shape.contains(p.x(), p.y(), p.z()) ? 1 : 0);
    }
    return Region.of(grid, inside);
  }

  /** A row of voxels along x with one dose each. */
  public static DoseGrid row(double spacingMm, double... doseGy) {
    return dose(
        cubes(doseGy.length, 1, 1, spacingMm),
        (x, y, z) -> doseGy[(int) Math.round(x / spacingMm)]);
  }

  /** A plateau of 66 Gy with a falling shoulder and ripples, on an ellipsoid. */
  public static DoseGrid plan(GridGeometry grid, double phase) {
    Vector3 middle =
        grid.toPatientMm(
            (grid.sizeX() - 1) / 2.0, (grid.sizeY() - 1) / 2.0, (grid.sizeZ() - 1) / 2.0);
    return dose(
        grid,
        (x, y, z) -> {
          double r = Math.hypot(Math.hypot(x - middle.x(), 1.3 * (y - middle.y())), z - middle.z());
          double plateau = 66 / (1 + Math.exp((r - 30) / 4));
          return plateau * (1 + 0.03 * Math.sin(0.4 * x + phase) * Math.cos(0.3 * y + 0.2 * z));
        });
  }
}
