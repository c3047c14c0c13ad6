/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.influence;

import java.util.Arrays;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.parallel.SliceExecutor;

/**
 * Dose of every beamlet in every voxel, Gy per unit fluence; only what is not 0 is stored.
 * Immutable and thread-safe.
 *
 * <p>Wide pencils (scatter) are not stored as values: see {@link WidePencils}.
 *
 * <p>Voxels are cut into slabs of slices. Within a slab the values of a beamlet lie one after the
 * other in runs along the row direction that is nearer to the beam; a run costs six bytes beside
 * its values. Both products walk through memory once, in order, and a slab's part of the dose stays
 * in the cache. Slabs are independent, partial sums are added in the order of slabs: results do not
 * depend on the number of threads. Beams are independent too: one that moves is computed alone, and
 * the whole is the same, bit for bit, as if all had been computed together.
 */
public final class InfluenceMatrix implements DoseInfluence {

  private static final int PARTS_PER_BEAM = 4; // for the wide pencils; not the number of threads

  private final SlabCut cut;
  private final ScoredColumns columns;
  private final List<BeamInfluence> beams;
  private final int[] firstBeamlet; // of each beam, and one past the last
  private final boolean anyAlongY;

  InfluenceMatrix(SlabCut cut, ScoredColumns columns, List<BeamInfluence> beams) {
    this.cut = cut;
    this.columns = columns;
    this.beams = List.copyOf(beams);
    firstBeamlet = new int[beams.size() + 1];
    for (int b = 0; b < beams.size(); b++) {
      firstBeamlet[b + 1] = firstBeamlet[b] + beams.get(b).beamletCount();
    }
    anyAlongY = beams.stream().anyMatch(beam -> beam.order == RowOrder.ALONG_Y);
  }

  @Override
  public GridGeometry geometry() {
    return cut.geometry();
  }

  @Override
  public int weightCount() {
    return firstBeamlet[beams.size()];
  }

  /** Values that are stored one by one, without those of the wide pencils. */
  public long nonZeroCount() {
    return beams.stream().mapToLong(BeamInfluence::nonZeroCount).sum();
  }

  /** Memory of the arrays, wide pencils included. */
  public long byteCount() {
    return columns.byteCount() + beams.stream().mapToLong(BeamInfluence::byteCount).sum();
  }

  @Override
  public void dose(
      double[] fluence, double[] doseGy, SliceExecutor executor, IProgressMonitor monitor) {
    requireSizes(fluence, doseGy);
    float[][] nodes = new float[beams.size()][];
    executor.forEachSlice(
        nodes.length, monitor, b -> nodes[b] = beams.get(b).wide.toNodes(fluence, firstBeamlet[b]));
    executor.forEachSlice(cut.count(), monitor, s -> slabDose(s, fluence, doseGy));
    executor.forEachSlice(geometry().sizeY(), monitor, y -> addWide(y, nodes, doseGy));
  }

  private void slabDose(int s, double[] fluence, double[] doseGy) {
    int firstVoxel = cut.firstVoxel(s);
    int voxelCount = cut.voxelCount(s);
    Arrays.fill(doseGy, firstVoxel, firstVoxel + voxelCount, 0);
    double[] alongY = new double[anyAlongY ? voxelCount : 0];
    for (int b = 0; b < beams.size(); b++) {
      BeamInfluence beam = beams.get(b);
      boolean direct = beam.order == RowOrder.ALONG_X;
      beam.addNarrow(
          s, fluence, firstBeamlet[b], direct ? doseGy : alongY, direct ? firstVoxel : 0);
    }
    if (anyAlongY) {
      RowOrder.addFromAlongY(alongY, voxelCount, cut.geometry(), doseGy, firstVoxel);
    }
  }

  /** Adds the wide pencils to one row of all slices. */
  private void addWide(int y, float[][] nodes, double[] doseGy) {
    int sizeX = geometry().sizeX();
    if (columns.from(0, y) == columns.to(sizeX - 1, y)) {
      return;
    }
    double[] row = new double[geometry().sizeZ() * sizeX];
    for (int b = 0; b < beams.size(); b++) {
      if (nodes[b].length > 0) {
        new LatticeWalk(beams.get(b), columns).addDose(nodes[b], y, row);
      }
    }
    for (int z = 0; z < geometry().sizeZ(); z++) {
      int to = z * geometry().sliceVoxelCount() + y * sizeX;
      for (int x = 0; x < sizeX; x++) {
        doseGy[to + x] += row[z * sizeX + x];
      }
    }
  }

  @Override
  public double[] weightDerivative(
      double[] doseDerivative, SliceExecutor executor, IProgressMonitor monitor) {
    double[][] part = new double[cut.count()][];
    executor.forEachSlice(part.length, monitor, s -> part[s] = slabDerivative(s, doseDerivative));
    double[] sum = new double[weightCount()];
    for (double[] ofSlab : part) {
      for (int beamlet = 0; beamlet < sum.length; beamlet++) {
        sum[beamlet] += ofSlab[beamlet];
      }
    }
    double[][] nodes = new double[beams.size() * PARTS_PER_BEAM][];
    executor.forEachSlice(nodes.length, monitor, p -> nodes[p] = nodesOf(p, doseDerivative));
    executor.forEachSlice(beams.size(), monitor, b -> projectWide(b, nodes, sum));
    return sum;
  }

  private double[] slabDerivative(int s, double[] doseDerivative) {
    double[] part = new double[weightCount()];
    int firstVoxel = cut.firstVoxel(s);
    double[] alongY = new double[anyAlongY ? cut.voxelCount(s) : 0];
    if (anyAlongY) {
      RowOrder.toAlongY(doseDerivative, firstVoxel, alongY.length, cut.geometry(), alongY);
    }
    for (int b = 0; b < beams.size(); b++) {
      boolean direct = beams.get(b).order == RowOrder.ALONG_X;
      beams
          .get(b)
          .projectNarrow(
              s, direct ? doseDerivative : alongY, direct ? firstVoxel : 0, part, firstBeamlet[b]);
    }
    return part;
  }

  /** Nodes of one beam from a part of the rows. */
  private double[] nodesOf(int part, double[] doseDerivative) {
    BeamInfluence beam = beams.get(part / PARTS_PER_BEAM);
    double[] nodes = new double[beam.wide.nodeCount()];
    if (nodes.length > 0) {
      var walk = new LatticeWalk(beam, columns);
      for (int y = part % PARTS_PER_BEAM; y < geometry().sizeY(); y += PARTS_PER_BEAM) {
        walk.addToNodes(doseDerivative, y, nodes);
      }
    }
    return nodes;
  }

  private void projectWide(int b, double[][] nodes, double[] derivative) {
    double[] sum = nodes[b * PARTS_PER_BEAM];
    for (int p = 1; p < PARTS_PER_BEAM; p++) { // in order: the sum does not depend on threads
      double[] more = nodes[b * PARTS_PER_BEAM + p];
      for (int n = 0; n < sum.length; n++) {
        sum[n] += more[n];
      }
    }
    beams.get(b).wide.fromNodes(sum, derivative, firstBeamlet[b]);
  }

  private void requireSizes(double[] fluence, double[] doseGy) {
    if (fluence.length != weightCount() || doseGy.length != geometry().voxelCount()) {
      throw new IllegalArgumentException(
          fluence.length
              + " weights for "
              + weightCount()
              + " beamlets, "
              + doseGy.length
              + " doses for "
              + geometry().voxelCount()
              + " voxels");
    }
  }
}
