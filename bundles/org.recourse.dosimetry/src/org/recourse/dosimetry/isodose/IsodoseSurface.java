/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosimetry.isodose;

import java.util.Arrays;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;

/**
 * Surface of equal dose as triangles, by marching tetrahedra: each cell of eight voxel centres is
 * cut into six tetrahedra that share its long diagonal, so that neighbouring cells fit without
 * cracks. Open where it meets the border of the grid. Immutable.
 */
public final class IsodoseSurface {

  /** Corners of the six tetrahedra; bit 0 of a corner is x, bit 1 is y, bit 2 is z. */
  private static final int[][] TETRAHEDRA = {
    {0, 1, 3, 7}, {0, 3, 2, 7}, {0, 2, 6, 7}, {0, 6, 4, 7}, {0, 4, 5, 7}, {0, 5, 1, 7}
  };

  private static final int NUMBERS_PER_TRIANGLE = 9;

  private final float[] xyzMm;

  private IsodoseSurface(float[] xyzMm) {
    this.xyzMm = xyzMm;
  }

  /**
   * Makes the surface of one dose.
   *
   * @param monitor progress and cancellation, one unit per slice
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  public static IsodoseSurface of(
      DoseGrid dose, double levelGy, SliceExecutor executor, IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, "Isodose surface", 1);
    int layers = Math.max(dose.geometry().sizeZ() - 1, 0);
    Part[] parts = new Part[layers];
    executor.forEachSlice(
        layers,
        progress,
        z -> {
          parts[z] = new Part(dose, levelGy);
          parts[z].layer(z);
        });
    int total = Arrays.stream(parts).mapToInt(part -> part.count).sum();
    float[] all = new float[total];
    int at = 0;
    for (Part part : parts) {
      System.arraycopy(part.xyzMm, 0, all, at, part.count);
      at += part.count;
    }
    progress.done();
    return new IsodoseSurface(all);
  }

  public int triangleCount() {
    return xyzMm.length / NUMBERS_PER_TRIANGLE;
  }

  /**
   * Returns a copy of the corners: nine numbers per triangle, x, y, z of each corner. Seen from
   * outside, where the dose is lower, corners run counter-clockwise.
   */
  public float[] trianglesMm() {
    return xyzMm.clone();
  }

  /** Triangles of one layer of cells; used by one thread. */
  private static final class Part {

    private final DoseGrid dose;
    private final GridGeometry geometry;
    private final double levelGy;
    private final double[] value = new double[8];
    private final double[] origin = new double[3];
    private final double[] corners = new double[12]; // up to four crossings, in index space
    private float[] xyzMm = new float[NUMBERS_PER_TRIANGLE * 64];
    private int count;

    Part(DoseGrid dose, double levelGy) {
      this.dose = dose;
      this.levelGy = levelGy;
      geometry = dose.geometry();
    }

    void layer(int z) {
      for (int y = 0; y + 1 < geometry.sizeY(); y++) {
        for (int x = 0; x + 1 < geometry.sizeX(); x++) {
          cell(x, y, z);
        }
      }
    }

    private void cell(int x, int y, int z) {
      int inside = 0;
      for (int corner = 0; corner < 8; corner++) {
        value[corner] =
            dose.doseGyAt(x + (corner & 1), y + (corner >> 1 & 1), z + (corner >> 2)) - levelGy;
        inside += value[corner] >= 0 ? 1 : 0;
      }
      if (inside == 0 || inside == 8) {
        return;
      }
      origin[0] = x;
      origin[1] = y;
      origin[2] = z;
      for (int[] tetrahedron : TETRAHEDRA) {
        cut(tetrahedron);
      }
    }

    /** One corner on its own side gives a triangle, two against two give a quadrilateral. */
    private void cut(int[] t) {
      int[] in = Arrays.stream(t).filter(corner -> value[corner] >= 0).toArray();
      int[] out = Arrays.stream(t).filter(corner -> value[corner] < 0).toArray();
      if (in.length == 0 || out.length == 0) {
        return;
      }
      if (in.length == 2) {
        crossing(in[0], out[0], 0);
        crossing(in[0], out[1], 1);
        crossing(in[1], out[1], 2);
        crossing(in[1], out[0], 3);
        triangle(0, 1, 2, in[0]);
        triangle(0, 2, 3, in[0]);
      } else {
        int[] many = in.length == 1 ? out : in;
        int alone = in.length == 1 ? in[0] : out[0];
        for (int k = 0; k < 3; k++) {
          crossing(alone, many[k], k);
        }
        triangle(0, 1, 2, in[0]);
      }
    }

    private void crossing(int a, int b, int at) {
      double t = value[a] / (value[a] - value[b]);
      for (int axis = 0; axis < 3; axis++) {
        int from = a >> axis & 1;
        int to = b >> axis & 1;
        corners[3 * at + axis] = origin[axis] + from + t * (to - from);
      }
    }

    /** Adds a triangle so that the corner {@code inside} lies behind it. */
    private void triangle(int a, int b, int c, int inside) {
      Vector3 p = point(a);
      Vector3 q = point(b);
      Vector3 r = point(c);
      Vector3 behind =
          geometry.toPatientMm(
              origin[0] + (inside & 1), origin[1] + (inside >> 1 & 1), origin[2] + (inside >> 2));
      boolean turned = q.minus(p).cross(r.minus(p)).dot(behind.minus(p)) > 0;
      xyzMm =
          count + NUMBERS_PER_TRIANGLE > xyzMm.length
              ? Arrays.copyOf(xyzMm, 2 * xyzMm.length)
              : xyzMm;
      add(p);
      add(turned ? r : q);
      add(turned ? q : r);
    }

    private Vector3 point(int at) {
      return geometry.toPatientMm(corners[3 * at], corners[3 * at + 1], corners[3 * at + 2]);
    }

    private void add(Vector3 p) {
      xyzMm[count++] = (float) p.x();
      xyzMm[count++] = (float) p.y();
      xyzMm[count++] = (float) p.z();
    }
  }
}
