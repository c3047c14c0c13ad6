/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.registration.quality;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.Mask;
import org.recourse.registration.transform.SpatialTransform;

/**
 * Agreement of one structure drawn in both images, the second carried to the first by the
 * transform.
 *
 * @param dice 2·|A∩B| / (|A| + |B|)
 * @param meanDistanceMm mean over the surface voxels of both of the distance to the other surface
 * @param hausdorffMm largest of these distances
 */
public record ContourOverlap(double dice, double meanDistanceMm, double hausdorffMm) {

  /** Carries a mask onto a grid: a voxel belongs to it if its image lies in one of its voxels. */
  public static Mask pulled(
      Mask moving,
      GridGeometry target,
      SpatialTransform targetToMoving,
      SliceExecutor executor,
      IProgressMonitor monitor) {
    GridGeometry g = moving.geometry();
    Mask.Builder pulled = Mask.builder(target);
    executor.forEachSlice(
        target.sizeZ(),
        monitor,
        z -> {
          var voxels = new BitSet(target.sliceVoxelCount());
          for (int i = 0; i < target.sliceVoxelCount(); i++) {
            Vector3 p = target.toPatientMm(i % target.sizeX(), i / target.sizeX(), z);
            Vector3 q = g.toIndex(targetToMoving.apply(p));
            long x = Math.round(q.x());
            long y = Math.round(q.y());
            long w = Math.round(q.z());
            boolean inside =
                x >= 0 && y >= 0 && w >= 0 && x < g.sizeX() && y < g.sizeY() && w < g.sizeZ();
            voxels.set(i, inside && moving.contains((int) x, (int) y, (int) w));
          }
          pulled.slice(z, voxels);
        });
    return pulled.build();
  }

  /** Compares two masks of one grid; throws IllegalArgumentException if one is empty. */
  public static ContourOverlap of(Mask a, Mask b) {
    GridGeometry g = a.geometry();
    if (!g.equals(b.geometry())) {
      throw new IllegalArgumentException("masks lie on different grids");
    }
    if (a.voxelCount() == 0 || b.voxelCount() == 0) {
      throw new IllegalArgumentException("a structure is empty: no overlap is defined");
    }
    long both = 0;
    for (int z = 0; z < g.sizeZ(); z++) {
      BitSet common = a.slice(z);
      common.and(b.slice(z));
      both += common.cardinality();
    }
    boolean[] surfaceA = surface(a);
    boolean[] surfaceB = surface(b);
    double[] toA = DistanceMap.squaredMm2(surfaceA, g);
    double[] toB = DistanceMap.squaredMm2(surfaceB, g);
    List<Double> distances = new ArrayList<>();
    for (int i = 0; i < toA.length; i++) {
      if (surfaceA[i]) {
        distances.add(Math.sqrt(toB[i]));
      }
      if (surfaceB[i]) {
        distances.add(Math.sqrt(toA[i]));
      }
    }
    double mean = distances.stream().mapToDouble(d -> d).average().orElseThrow();
    double most = distances.stream().mapToDouble(d -> d).max().orElseThrow();
    return new ContourOverlap(2.0 * both / (a.voxelCount() + b.voxelCount()), mean, most);
  }

  /** Voxels with a face neighbour outside of the mask or of the grid. */
  private static boolean[] surface(Mask mask) {
    GridGeometry g = mask.geometry();
    boolean[] surface = new boolean[g.voxelCount()];
    for (int z = 0; z < g.sizeZ(); z++) {
      for (int y = 0; y < g.sizeY(); y++) {
        for (int x = 0; x < g.sizeX(); x++) {
          surface[g.indexOf(x, y, z)] =
              has(mask, x, y, z)
                  && !(has(mask, x - 1, y, z)
                      && has(mask, x + 1, y, z)
                      && has(mask, x, y - 1, z)
                      && has(mask, x, y + 1, z)
                      && has(mask, x, y, z - 1)
                      && has(mask, x, y, z + 1));
        }
      }
    }
    return surface;
  }

  private static boolean has(Mask mask, int x, int y, int z) {
    GridGeometry g = mask.geometry();
    return x >= 0
        && y >= 0
        && z >= 0
        && x < g.sizeX()
        && y < g.sizeY()
        && z < g.sizeZ()
        && mask.contains(x, y, z);
  }
}
