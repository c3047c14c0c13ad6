/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.registration.commissioning;

import java.util.ArrayList;
import java.util.Random;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.ImageVolume;
import org.recourse.registration.transform.DisplacementField;
import org.recourse.registration.transform.SpatialTransform;

/**
 * A synthetic torso in closed form, sampled through any transform, so that the true map of a pair
 * is known: a digital phantom as TG-132 asks for (doi:10.1002/mp.12256). Positions are relative to
 * {@code centreMm}; the body spans about 200 x 150 mm. Immutable and thread-safe.
 */
public final class TorsoPhantom {

  private static final int ORGANS = 220;

  private final Vector3 centreMm;
  private final double scale;
  private final double[][] organ = new double[ORGANS][7]; // centre, radii, contrast in HU

  /**
   * Makes a torso.
   *
   * @param seed of its organs
   * @param extentMm edge of the cube that it fits into
   */
  public TorsoPhantom(long seed, Vector3 centreMm, double extentMm) {
    this.centreMm = centreMm;
    scale = 256 / extentMm;
    var random = new Random(seed);
    for (int i = 0; i < ORGANS; i++) {
      organ[i][0] = (random.nextDouble() - 0.5) * 200;
      organ[i][1] = (random.nextDouble() - 0.5) * 150;
      organ[i][2] = (random.nextDouble() - 0.5) * 230;
      organ[i][3] = 5 + 11 * random.nextDouble();
      organ[i][4] = 5 + 11 * random.nextDouble();
      organ[i][5] = 5 + 11 * random.nextDouble();
      organ[i][6] = (random.nextBoolean() ? 1 : -1) * (30 + 70 * random.nextDouble());
    }
  }

  /** 1 inside, 0 outside, 0.5 on the surface, with an edge about 3 mm wide. */
  private static double ellipsoid(double x, double y, double z, double rx, double ry, double rz) {
    double a = x / rx;
    double b = y / ry;
    double c = z / rz;
    double radius = Math.sqrt(a * a + b * b + c * c);
    double depthMm = (1 - radius) * Math.min(rx, Math.min(ry, rz));
    return depthMm < -8 ? 0 : depthMm > 8 ? 1 : 1 / (1 + Math.exp(-1.6 * depthMm));
  }

  /** Returns the CT number at a point. */
  public double hu(Vector3 p) {
    double x = (p.x() - centreMm.x()) * scale;
    double y = (p.y() - centreMm.y()) * scale;
    double z = (p.z() - centreMm.z()) * scale;
    double body = ellipsoid(x, y, z, 100, 75, 112);
    if (body == 0) {
      return -1000;
    }
    double hu = -90 + 130 * ellipsoid(x, y, z, 90, 65, 102);
    for (double[] o : organ) {
      if (Math.abs(x - o[0]) < o[3] + 8
          && Math.abs(y - o[1]) < o[4] + 8
          && Math.abs(z - o[2]) < o[5] + 8) {
        hu += o[6] * ellipsoid(x - o[0], y - o[1], z - o[2], o[3], o[4], o[5]);
      }
    }
    hu = withLungsAndBones(x, y, z, hu);
    return -1000 + body * (hu + 1000);
  }

  private static double withLungsAndBones(double x, double y, double z, double tissueHu) {
    double hu = tissueHu;
    double lung =
        ellipsoid(x - 48, y + 10, z - 75, 28, 38, 60)
            + ellipsoid(x + 48, y + 10, z - 75, 28, 38, 60);
    hu += lung * (-780 - hu);
    double wave = Math.sin(z * 2 * Math.PI / 30);
    double spine = ellipsoid(x, y - 35, 0, 16 + 3 * wave, 15 + 3 * wave, 40);
    double pelvis =
        ellipsoid(x - 50, y - 20, z + 80, 12, 30, 30)
            + ellipsoid(x + 50, y - 20, z + 80, 12, 30, 30);
    double bone = Math.min(1, spine + pelvis);
    return hu + bone * (500 + 150 * wave - hu);
  }

  /** Tells whether a point lies in the body, the lungs left out. */
  public boolean inBody(Vector3 p) {
    return hu(p) > -200;
  }

  /** Intensity of the MR-like image of the peers' table. */
  public static double mrLike(double hu) {
    return 600 * Math.exp(-(hu / 300) * (hu / 300));
  }

  /** Samples the anatomy at T(p) for every voxel p, with Gaussian noise of 10. */
  public ImageVolume image(GridGeometry g, SpatialTransform t, boolean mr, long seed) {
    ImageVolume.Builder builder = ImageVolume.builder(g);
    try (SliceExecutor executor = SliceExecutor.ofAllCores()) {
      executor.forEachSlice(
          g.sizeZ(),
          new NullProgressMonitor(),
          z -> {
            var random = new Random(seed * 1000 + z);
            float[] slice = new float[g.sliceVoxelCount()];
            int i = 0;
            for (int y = 0; y < g.sizeY(); y++) {
              for (int x = 0; x < g.sizeX(); x++) {
                double hu = hu(t.apply(g.toPatientMm(x, y, z)));
                slice[i++] = (float) ((mr ? mrLike(hu) : hu) + 10 * random.nextGaussian());
              }
            }
            builder.slice(z, slice);
          });
    }
    return builder.build();
  }

  /** White noise smoothed with sigma 28 mm and scaled to a largest displacement. */
  public static DisplacementField smoothField(GridGeometry image, double largestMm, long seed) {
    double step = 4;
    Vector3 s = image.spacingMm();
    int rim = 21; // three sigma, where the border disturbs the smoothing
    int nx = (int) Math.ceil(image.sizeX() * s.x() / step) + 2 * rim;
    int ny = (int) Math.ceil(image.sizeY() * s.y() / step) + 2 * rim;
    int nz = (int) Math.ceil(image.sizeZ() * s.z() / step) + 2 * rim;
    Vector3 origin = image.originMm().minus(new Vector3(rim * step, rim * step, rim * step));
    var g = new GridGeometry(nx, ny, nz, origin, new Vector3(step, step, step));
    var random = new Random(seed);
    double[][] u = new double[3][g.voxelCount()];
    for (double[] component : u) {
      for (int i = 0; i < component.length; i++) {
        component[i] = random.nextGaussian();
      }
      smooth(component, nx, 1, 28 / step);
      smooth(component, ny, nx, 28 / step);
      smooth(component, nz, nx * ny, 28 / step);
    }
    double largest = largest(u, g, rim);
    float[] triplets = new float[3 * u[0].length];
    for (int i = 0; i < triplets.length; i++) {
      triplets[i] = (float) (u[i % 3][i / 3] * largestMm / largest);
    }
    return DisplacementField.of(g, triplets);
  }

  private static double largest(double[][] u, GridGeometry g, int rim) {
    double largest = 0;
    for (int i = 0; i < u[0].length; i++) {
      int x = i % g.sizeX();
      int y = i / g.sizeX() % g.sizeY();
      int z = i / g.sliceVoxelCount();
      if (Math.min(x, g.sizeX() - 1 - x) >= rim
          && Math.min(y, g.sizeY() - 1 - y) >= rim
          && Math.min(z, g.sizeZ() - 1 - z) >= rim) {
        largest = Math.max(largest, new Vector3(u[0][i], u[1][i], u[2][i]).norm());
      }
    }
    return largest;
  }

  private static void smooth(double[] values, int size, int stride, double sigma) {
    int reach = (int) Math.ceil(3 * sigma);
    double[] source = values.clone();
    for (int i = 0; i < values.length; i++) {
      int k = i / stride % size;
      double sum = 0;
      double weights = 0;
      for (int d = -reach; d <= reach; d++) {
        int j = Math.clamp(k + d, 0, size - 1);
        double w = Math.exp(-0.5 * d * d / (sigma * sigma));
        sum += w * source[i + (j - k) * stride];
        weights += w;
      }
      values[i] = sum / weights;
    }
  }

  /** Distance of two maps over every third voxel of the body along each axis. */
  public MapError error(GridGeometry g, SpatialTransform truth, SpatialTransform found) {
    var errors = new ArrayList<Double>();
    for (int z = 0; z < g.sizeZ(); z += 3) {
      for (int y = 0; y < g.sizeY(); y += 3) {
        for (int x = 0; x < g.sizeX(); x += 3) {
          Vector3 p = g.toPatientMm(x, y, z);
          Vector3 q = truth.apply(p);
          if (inBody(q)) {
            errors.add(q.distanceTo(found.apply(p)));
          }
        }
      }
    }
    errors.sort(null);
    double mean = errors.stream().mapToDouble(e -> e).average().orElseThrow();
    return new MapError(mean, errors.get((int) (errors.size() * 0.95)), errors.getLast());
  }

  /**
   * How far a map is from the truth inside of the body.
   *
   * @param meanMm mean distance
   * @param percentile95Mm distance that 95 % of the points stay below
   * @param maximumMm largest distance
   */
  public record MapError(double meanMm, double percentile95Mm, double maximumMm) {}
}
