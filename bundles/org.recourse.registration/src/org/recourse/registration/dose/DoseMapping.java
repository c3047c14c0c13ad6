/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.registration.dose;

import java.util.Objects;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.resample.TrilinearSampler;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.registration.transform.IdentityTransform;
import org.recourse.registration.transform.SpatialTransform;

/**
 * Carries dose through any transform. Stateless.
 *
 * <p>{@link #pull} keeps the dose of each piece of tissue: it is what courses are added with.
 * {@link #push} keeps energy: it spreads energy (dose times mass) and mass of every source voxel
 * over the target voxels it lands in, at uniform density, and divides; the integral of dose over
 * moved volume is kept exactly where the target grid catches everything. Both say nothing about
 * tissue that came or went, and neither knows density.
 */
public final class DoseMapping {

  private DoseMapping() {}

  /**
   * Samples the source dose at the image of every target voxel. The identity on the same grid gives
   * the same numbers. Beyond the source grid the dose is 0 Gy.
   *
   * @param targetToSource maps the target's frame to the source's frame
   */
  public static DoseGrid pull(
      DoseGrid source,
      GridGeometry target,
      SpatialTransform targetToSource,
      SliceExecutor executor,
      IProgressMonitor monitor) {
    Objects.requireNonNull(targetToSource, "targetToSource");
    if (targetToSource instanceof IdentityTransform && target.equals(source.geometry())) {
      return source;
    }
    SubMonitor progress = SubMonitor.convert(monitor, "Mapping dose", 1);
    var sampler = TrilinearSampler.of(source);
    DoseGrid.Builder mapped = DoseGrid.builder(target);
    executor.forEachSlice(
        target.sizeZ(),
        progress,
        z -> {
          float[] slice = new float[target.sliceVoxelCount()];
          int i = 0;
          for (int y = 0; y < target.sizeY(); y++) {
            for (int x = 0; x < target.sizeX(); x++) {
              Vector3 p = targetToSource.apply(target.toPatientMm(x, y, z));
              slice[i++] = (float) sampler.sampleOr(p, 0);
            }
          }
          mapped.slice(z, slice);
        });
    progress.done();
    return mapped.build();
  }

  /**
   * What a push gave.
   *
   * @param dose energy over mass in every target voxel that caught some, else 0 Gy
   * @param caughtFraction share of the energy of the source that landed on the target grid
   */
  public record Pushed(DoseGrid dose, double caughtFraction) {}

  /**
   * Moves the voxels of the source, each cut into {@code cuts}³ parts, and adds up energy and mass
   * where they land. On one thread, because parts of one slice land on several.
   *
   * @param sourceToTarget maps the source's frame to the target's frame
   * @param cuts parts along each voxel edge, 1 to 8; more than the largest stretch times the ratio
   *     of the spacings, or voxels stay empty
   */
  public static Pushed push(
      DoseGrid source,
      GridGeometry target,
      SpatialTransform sourceToTarget,
      int cuts,
      IProgressMonitor monitor) {
    if (cuts < 1 || cuts > 8) {
      throw new IllegalArgumentException("cuts must be 1 to 8: " + cuts);
    }
    GridGeometry g = source.geometry();
    SubMonitor progress = SubMonitor.convert(monitor, "Moving dose", g.sizeZ());
    double[] energy = new double[target.voxelCount()];
    double[] mass = new double[target.voxelCount()];
    double caught = 0;
    double all = 0;
    for (int z = 0; z < g.sizeZ(); z++) {
      progress.checkCanceled();
      for (int y = 0; y < g.sizeY(); y++) {
        for (int x = 0; x < g.sizeX(); x++) {
          double doseGy = source.doseGyAt(x, y, z);
          for (int part = 0; part < cuts * cuts * cuts; part++) {
            Vector3 p =
                g.toPatientMm(
                    x + (part % cuts + 0.5) / cuts - 0.5,
                    y + (part / cuts % cuts + 0.5) / cuts - 0.5,
                    z + (part / (cuts * cuts) + 0.5) / cuts - 0.5);
            int voxel = voxelAt(target, sourceToTarget.apply(p));
            all += doseGy;
            if (voxel < target.voxelCount()) {
              energy[voxel] += doseGy;
              mass[voxel]++;
              caught += doseGy;
            }
          }
        }
      }
      progress.worked(1);
    }
    return new Pushed(divided(energy, mass, target), all > 0 ? caught / all : 1);
  }

  /** Returns the voxel that holds a point, or the voxel count outside of the grid. */
  private static int voxelAt(GridGeometry g, Vector3 pointMm) {
    Vector3 i = g.toIndex(pointMm);
    long x = Math.round(i.x());
    long y = Math.round(i.y());
    long z = Math.round(i.z());
    boolean inside = x >= 0 && y >= 0 && z >= 0 && x < g.sizeX() && y < g.sizeY() && z < g.sizeZ();
    return inside ? g.indexOf((int) x, (int) y, (int) z) : g.voxelCount();
  }

  private static DoseGrid divided(double[] energy, double[] mass, GridGeometry g) {
    DoseGrid.Builder dose = DoseGrid.builder(g);
    float[] slice = new float[g.sliceVoxelCount()];
    for (int z = 0; z < g.sizeZ(); z++) {
      for (int i = 0; i < slice.length; i++) {
        int at = z * slice.length + i;
        slice[i] = mass[at] > 0 ? (float) (energy[at] / mass[at]) : 0;
      }
      dose.slice(z, slice);
    }
    return dose.build();
  }
}
