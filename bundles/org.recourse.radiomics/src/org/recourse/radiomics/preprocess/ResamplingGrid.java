/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.preprocess;

import org.recourse.grid.geometry.Axes;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.radiomics.image.IndexBox;

/**
 * The grids on which PyRadiomics and IBSI resample. They differ: PyRadiomics lets the outer corners
 * of the first voxels coincide, IBSI the centres of the whole grids.
 */
public final class ResamplingGrid {

  private static final int AXES = 3;

  private ResamplingGrid() {}

  /**
   * Returns the grid of PyRadiomics 3.0.1: corners aligned, cut to the box of the region plus
   * {@code padDistance} new voxels. Along an axis on which the region has one voxel, or the new
   * spacing is 0, the old spacing is kept.
   *
   * <p>With ratio r = old/new spacing and box [a, b]: new indices from ⌊(a − ½)·r − pad⌋ to ⌈(b +
   * ½)·r + pad⌉, limited to 0 and ⌈size·r⌉ − 1; the origin lies at the old continuous index ½·(new
   * − old)/old + first/r. Worked example: 10 voxels of 2 mm, box [4, 5], new spacing 1 mm, pad 1:
   * indices 6 to 12, origin at index 2.75, that is 5.5 mm after the old origin.
   *
   * @param box voxels of the region on {@code grid}
   * @param spacingMm new spacing; 0 keeps the old one
   */
  public static GridGeometry cornerAligned(
      GridGeometry grid, IndexBox box, Vector3 spacingMm, int padDistance) {
    int[] sizes = {grid.sizeX(), grid.sizeY(), grid.sizeZ()};
    int[] min = {box.minX(), box.minY(), box.minZ()};
    int[] max = {box.maxX(), box.maxY(), box.maxZ()};
    double[] old = toArray(grid.spacingMm());
    double[] spacing = keptOrNew(grid, box, spacingMm);
    int[] size = new int[AXES];
    double[] index = new double[AXES];
    for (int i = 0; i < AXES; i++) {
      double ratio = old[i] / spacing[i];
      double first = Math.floor((min[i] - 0.5) * ratio - padDistance);
      double last = Math.ceil((min[i] + (max[i] - min[i] + 1) - 0.5) * ratio + padDistance);
      first = Math.max(first, 0);
      last = Math.min(last, Math.ceil(sizes[i] * ratio) - 1);
      size[i] = (int) (last - first + 1);
      index[i] = 0.5 * (spacing[i] - old[i]) / old[i] + first / ratio;
    }
    return new GridGeometry(
        size[0],
        size[1],
        size[2],
        toPatientAsItk(grid, index),
        new Vector3(spacing[0], spacing[1], spacing[2]),
        grid.axes());
  }

  /** Returns the spacing that {@link #cornerAligned} will use. */
  public static Vector3 effectiveSpacingMm(GridGeometry grid, IndexBox box, Vector3 spacingMm) {
    double[] spacing = keptOrNew(grid, box, spacingMm);
    return new Vector3(spacing[0], spacing[1], spacing[2]);
  }

  private static double[] keptOrNew(GridGeometry grid, IndexBox box, Vector3 spacingMm) {
    int[] extent = {box.sizeX(), box.sizeY(), box.sizeZ()};
    double[] old = toArray(grid.spacingMm());
    double[] spacing = toArray(spacingMm);
    for (int i = 0; i < AXES; i++) {
      spacing[i] = spacing[i] == 0 || extent[i] == 1 ? old[i] : spacing[i];
    }
    return spacing;
  }

  /**
   * Returns the grid of the IBSI reference manual (doi:10.1148/radiol.2020191145, section 2.4):
   * {@code ⌈size·old/new⌉} voxels whose centre is the centre of the old grid. A new spacing of 0
   * keeps the old one. Worked example: 5 voxels of 2 mm become 4 of 3 mm; the centres of the grids
   * coincide, so the first voxel moves from 0 to −0.5 mm.
   */
  public static GridGeometry centreAligned(GridGeometry grid, Vector3 spacingMm) {
    int[] sizes = {grid.sizeX(), grid.sizeY(), grid.sizeZ()};
    double[] old = toArray(grid.spacingMm());
    double[] spacing = toArray(spacingMm);
    int[] size = new int[AXES];
    double[] index = new double[AXES];
    for (int i = 0; i < AXES; i++) {
      spacing[i] = spacing[i] == 0 ? old[i] : spacing[i];
      size[i] = (int) Math.ceil(sizes[i] * old[i] / spacing[i] - ROUNDING);
      index[i] = 0.5 * (sizes[i] - 1 - (size[i] - 1) * spacing[i] / old[i]);
    }
    return new GridGeometry(
        size[0],
        size[1],
        size[2],
        toPatientAsItk(grid, index),
        new Vector3(spacing[0], spacing[1], spacing[2]),
        grid.axes());
  }

  /** 204 voxels of 0.977 mm are not to become one voxel more by the rounding of a product. */
  private static final double ROUNDING = 1e-9;

  /** Matrix first, then the origin: the order of ITK, which decides the last bits. */
  private static Vector3 toPatientAsItk(GridGeometry grid, double[] index) {
    double[] origin = toArray(grid.originMm());
    double[] point = new double[AXES];
    for (int r = 0; r < AXES; r++) {
      double sum = 0;
      for (int c = 0; c < AXES; c++) {
        sum += indexToPatient(grid, r, c) * index[c];
      }
      point[r] = sum + origin[r];
    }
    return new Vector3(point[0], point[1], point[2]);
  }

  /** Element of direction times spacing. */
  static double indexToPatient(GridGeometry grid, int row, int column) {
    Axes axes = grid.axes();
    Vector3 axis = column == 0 ? axes.x() : column == 1 ? axes.y() : axes.z();
    return toArray(axis)[row] * toArray(grid.spacingMm())[column];
  }

  static double[] toArray(Vector3 v) {
    return new double[] {v.x(), v.y(), v.z()};
  }
}
