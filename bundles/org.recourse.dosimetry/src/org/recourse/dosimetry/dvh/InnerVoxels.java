/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosimetry.dvh;

import java.util.Arrays;
import org.recourse.dosimetry.internal.shape.NodeGrid;
import org.recourse.dosimetry.internal.shape.SlabShape;
import org.recourse.grid.contour.ContourPlane;
import org.recourse.grid.geometry.Axes;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.volume.DoseGrid;

/**
 * Dose voxels whose centre lies inside a structure. Trilinear interpolation has its extremes there,
 * so that they complete the largest and least dose of the samples. Grows in one thread, then only
 * read.
 */
final class InnerVoxels {

  private int[] position = new int[64];
  private int count;

  /** Adds the voxels whose centre lies between two contour planes. */
  void addBetween(SlabShape slab, double positionMm, Axes axes, GridGeometry dose) {
    NodeGrid grid = slab.grid();
    double upperMm = positionMm + slab.distanceMm();
    double[] boundsMm = {
      grid.u(0), grid.v(0), grid.u(grid.sizeU() - 1.0), grid.v(grid.sizeV() - 1.0)
    };
    int[] box = indexBox(boundsMm, positionMm, upperMm, axes, dose);
    float[] level = new float[grid.nodeCount()];
    for (int z = box[2]; z <= box[5]; z++) {
      double levelAt = Double.NaN; // height for which the shape was made last
      for (int y = box[1]; y <= box[4]; y++) {
        for (int x = box[0]; x <= box[3]; x++) {
          Vector3 centre = dose.toPatientMm(x, y, z);
          double w = centre.dot(axes.z());
          if (w < positionMm || w >= upperMm) {
            continue;
          }
          if (!(Math.abs(w - levelAt) < grid.spacingMm() / 2)) {
            slab.levelAt((w - positionMm) / slab.distanceMm(), level);
            levelAt = w;
          }
          if (isInside(level, grid, centre.dot(axes.x()), centre.dot(axes.y()))) {
            add(dose.indexOf(x, y, z));
          }
        }
      }
    }
  }

  /** Adds the voxels whose centre lies inside a prism. */
  void addPrism(ContourPlane plane, Axes axes, GridGeometry dose) {
    int[] box = indexBox(plane.region().boundsMm(), plane.fromMm(), plane.toMm(), axes, dose);
    for (int z = box[2]; z <= box[5]; z++) {
      for (int y = box[1]; y <= box[4]; y++) {
        double rowV = Double.NaN; // v for which the crossings were found last
        double[] crossings = {};
        for (int x = box[0]; x <= box[3]; x++) {
          Vector3 centre = dose.toPatientMm(x, y, z);
          double w = centre.dot(axes.z());
          if (w < plane.fromMm() || w >= plane.toMm()) {
            continue;
          }
          double v = centre.dot(axes.y());
          if (v != rowV) {
            crossings = plane.region().crossingsU(v);
            rowV = v;
          }
          if ((countUpTo(crossings, centre.dot(axes.x())) & 1) == 1) {
            add(dose.indexOf(x, y, z));
          }
        }
      }
    }
  }

  private static int countUpTo(double[] sorted, double value) {
    int found = Arrays.binarySearch(sorted, value);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** A node square counts as inside if all its corners are. */
  private static boolean isInside(float[] level, NodeGrid grid, double u, double v) {
    int i = (int) Math.floor((u - grid.firstU()) / grid.spacingMm());
    int j = (int) Math.floor((v - grid.firstV()) / grid.spacingMm());
    if (i < 0 || j < 0 || i + 1 >= grid.sizeU() || j + 1 >= grid.sizeV()) {
      return false;
    }
    int node = j * grid.sizeU() + i;
    return level[node] > 0
        && level[node + 1] > 0
        && level[node + grid.sizeU()] > 0
        && level[node + grid.sizeU() + 1] > 0;
  }

  private static int[] indexBox(
      double[] boundsMm, double lowerMm, double upperMm, Axes axes, GridGeometry dose) {
    double[] least = {Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE};
    double[] most = {-Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
    for (int corner = 0; corner < 8; corner++) {
      double u = (corner & 1) == 0 ? boundsMm[0] : boundsMm[2];
      double v = (corner & 2) == 0 ? boundsMm[1] : boundsMm[3];
      double w = (corner & 4) == 0 ? lowerMm : upperMm;
      Vector3 index =
          dose.toIndex(axes.x().times(u).plus(axes.y().times(v)).plus(axes.z().times(w)));
      double[] xyz = {index.x(), index.y(), index.z()};
      for (int k = 0; k < 3; k++) {
        least[k] = Math.min(least[k], xyz[k]);
        most[k] = Math.max(most[k], xyz[k]);
      }
    }
    int[] size = {dose.sizeX(), dose.sizeY(), dose.sizeZ()};
    int[] box = new int[6];
    for (int k = 0; k < 3; k++) {
      box[k] = (int) Math.max(0, Math.ceil(least[k] - 1e-9));
      box[k + 3] = (int) Math.min(size[k] - 1.0, Math.floor(most[k] + 1e-9));
    }
    return box;
  }

  private void add(int voxel) {
    position = count == position.length ? Arrays.copyOf(position, 2 * count) : position;
    position[count++] = voxel;
  }

  void addAll(InnerVoxels other) {
    if (count + other.count > position.length) {
      position = Arrays.copyOf(position, Math.max(count + other.count, 2 * count));
    }
    System.arraycopy(other.position, 0, position, count, other.count);
    count += other.count;
  }

  /** Returns the voxels as points without volume. */
  DosePoints points(GridGeometry geometry) {
    var points = new DosePoints(geometry);
    for (int i = 0; i < count; i++) {
      int z = position[i] / geometry.sliceVoxelCount();
      int inSlice = position[i] - z * geometry.sliceVoxelCount();
      int y = inSlice / geometry.sizeX();
      points.add(inSlice - y * geometry.sizeX(), y, z, 0);
    }
    points.trim();
    return points;
  }

  /** Returns the least and the largest dose of the voxels, Gy; both stay if there are none. */
  float[] extremesGy(DoseGrid dose, float leastGy, float mostGy) {
    float least = leastGy;
    float most = mostGy;
    for (int i = 0; i < count; i++) {
      float doseGy = dose.doseGyAt(position[i]);
      least = Math.min(least, doseGy);
      most = Math.max(most, doseGy);
    }
    return new float[] {least, most};
  }
}
