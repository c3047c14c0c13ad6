/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.influence;

import java.util.BitSet;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.planning.beam.BeamFrame;
import org.recourse.planning.machine.PhotonMachine;
import org.recourse.planning.medium.DensityGrid;

/**
 * What the dose of any beamlet of one beam needs to know of the voxels of a slab. Voxels are
 * counted in the order of the rows. Used by one thread.
 */
final class SlabGeometry {

  final int rowLength;
  final int rowCount;
  final BitSet inside;
  final float[] uMm;
  final float[] vMm;
  final float[] magnification; // distance from the source along the axis over that of isocentre
  final float[][] weight; // of each component: depth function times inverse square
  final double[][] rowStart; // u, v and axis coordinates of the first voxel of each row, mm
  final double[] rowStep; // the same for one step along a row
  final double sourceAxisDistanceMm;

  private final BeamFrame frame;
  private final GridGeometry geometry;
  private final RowOrder order;
  private final int fromSlice;

  /**
   * @param scoredVoxel positions on the grid of the scored voxels of the slab
   */
  SlabGeometry(
      BeamFrame frame,
      RowOrder order,
      SlabCut cut,
      int slab,
      int[] scoredVoxel,
      DensityGrid density,
      PhotonMachine machine) {
    this.frame = frame;
    this.order = order;
    geometry = cut.geometry();
    fromSlice = cut.fromSlice(slab);
    rowLength = order.length(geometry);
    rowCount = cut.voxelCount(slab) / rowLength;
    sourceAxisDistanceMm = frame.sourceAxisDistanceMm();
    int voxels = cut.voxelCount(slab);
    inside = new BitSet(voxels);
    uMm = new float[voxels];
    vMm = new float[voxels];
    magnification = new float[voxels];
    weight = new float[machine.components().size()][voxels];
    rowStart = new double[rowCount][];
    boolean alongX = order == RowOrder.ALONG_X;
    rowStep =
        coordinates(
            alongX
                ? geometry.axes().x().times(geometry.spacingMm().x())
                : geometry.axes().y().times(geometry.spacingMm().y()));
    for (int row = 0; row < rowCount; row++) {
      rowStart[row] = coordinates(firstOfRowMm(row).minus(frame.sourceMm()));
    }
    for (int scored : scoredVoxel) {
      int voxel = positionOf(scored);
      inside.set(voxel);
      voxel(voxel, geometry.centreMm(scored), density, machine);
    }
  }

  private Vector3 firstOfRowMm(int row) {
    int acrossSize = geometry.sliceVoxelCount() / rowLength;
    int z = fromSlice + row / acrossSize;
    int across = row % acrossSize;
    return order == RowOrder.ALONG_X
        ? geometry.toPatientMm(0, across, z)
        : geometry.toPatientMm(across, 0, z);
  }

  /** Position in the slab, in the order of the rows, of a position on the grid. */
  int positionOf(int gridPosition) {
    int local = gridPosition - fromSlice * geometry.sliceVoxelCount();
    if (order == RowOrder.ALONG_X) {
      return local;
    }
    int z = local / geometry.sliceVoxelCount();
    int inSlice = local - z * geometry.sliceVoxelCount();
    int y = inSlice / geometry.sizeX();
    int x = inSlice - y * geometry.sizeX();
    return z * geometry.sliceVoxelCount() + x * geometry.sizeY() + y;
  }

  private double[] coordinates(Vector3 offset) {
    return new double[] {
      offset.dot(frame.uAxis()), offset.dot(frame.vAxis()), offset.dot(frame.axis())
    };
  }

  private void voxel(int i, Vector3 point, DensityGrid density, PhotonMachine machine) {
    int row = i / rowLength;
    int along = i - row * rowLength;
    double[] start = rowStart[row];
    double scale = sourceAxisDistanceMm / (start[2] + along * rowStep[2]);
    uMm[i] = (float) ((start[0] + along * rowStep[0]) * scale);
    vMm[i] = (float) ((start[1] + along * rowStep[1]) * scale);
    magnification[i] = (float) (1 / scale);
    double depthMm = density.pathMm(frame.sourceMm(), point);
    double distance = point.distanceTo(frame.sourceMm());
    double inverseSquare = sourceAxisDistanceMm * sourceAxisDistanceMm / (distance * distance);
    for (int c = 0; c < weight.length; c++) {
      weight[c][i] = (float) (machine.components().get(c).weightGy().at(depthMm) * inverseSquare);
    }
  }
}
