/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.influence;

import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;

/**
 * Doses of whole beams as another program computed them; a weight scales a beam, 1 is as computed.
 * Beam weights are optimised so without any dose engine. Immutable.
 */
public final class BeamDoses implements DoseInfluence {

  private final GridGeometry geometry;
  private final List<DoseGrid> beams;

  /**
   * @param beams at least one, all on the same grid
   */
  public BeamDoses(List<DoseGrid> beams) {
    if (beams.isEmpty()) {
      throw new IllegalArgumentException("there is no beam");
    }
    geometry = beams.getFirst().geometry();
    if (beams.stream().anyMatch(beam -> !beam.geometry().equals(geometry))) {
      throw new IllegalArgumentException("the beam doses lie on different grids");
    }
    this.beams = List.copyOf(beams);
  }

  @Override
  public GridGeometry geometry() {
    return geometry;
  }

  @Override
  public int weightCount() {
    return beams.size();
  }

  @Override
  public void dose(
      double[] weight, double[] doseGy, SliceExecutor executor, IProgressMonitor monitor) {
    int voxels = geometry.sliceVoxelCount();
    executor.forEachSlice(
        geometry.sizeZ(),
        monitor,
        z -> {
          float[] slice = new float[voxels];
          java.util.Arrays.fill(doseGy, z * voxels, (z + 1) * voxels, 0);
          for (int b = 0; b < weight.length; b++) {
            beams.get(b).copySlice(z, slice);
            for (int i = 0; i < voxels; i++) {
              doseGy[z * voxels + i] += weight[b] * slice[i];
            }
          }
        });
  }

  @Override
  public double[] weightDerivative(
      double[] doseDerivative, SliceExecutor executor, IProgressMonitor monitor) {
    int voxels = geometry.sliceVoxelCount();
    double[][] ofSlice = new double[geometry.sizeZ()][beams.size()];
    executor.forEachSlice(
        geometry.sizeZ(),
        monitor,
        z -> {
          float[] slice = new float[voxels];
          for (int b = 0; b < beams.size(); b++) {
            beams.get(b).copySlice(z, slice);
            double sum = 0;
            for (int i = 0; i < voxels; i++) {
              sum += slice[i] * doseDerivative[z * voxels + i];
            }
            ofSlice[z][b] = sum;
          }
        });
    double[] derivative = new double[beams.size()];
    for (double[] slice : ofSlice) { // in order: the sum does not depend on threads
      for (int b = 0; b < derivative.length; b++) {
        derivative[b] += slice[b];
      }
    }
    return derivative;
  }
}
