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
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.Mask;
import org.recourse.planning.machine.PhotonMachine;
import org.recourse.planning.medium.DensityGrid;

/**
 * Photon pencil beams: the dose of a beamlet is that of water at the radiological depth of the
 * voxel, spread sideways as in water.
 *
 * <p>Depth is the exact path through the density grid along the ray to the voxel centre. Beamlets
 * diverge from the source; spread is measured in millimetres of the patient at the voxel. What a
 * pencil beam does not know: scatter changed by neighbouring densities, lost electronic equilibrium
 * in lung and at air cavities, tissue beside the ray. Sources: Mohan and Chui 1987
 * (doi:10.1118/1.596000), Bortfeld, Schlegel and Rhein 1993 (doi:10.1118/1.597070) for the
 * decomposition into depth functions and lateral kernels.
 *
 * @param machine the beam in water
 * @param cutOffMm voxels farther than this from a beamlet's ray, on the isocentre plane, get no
 *     dose from it, above 0
 */
public record PencilBeamEngine(PhotonMachine machine, double cutOffMm) {

  private static final int SLAB_VOXELS = 1 << 16; // a slab's dose and geometry stay in the cache

  public PencilBeamEngine {
    Objects.requireNonNull(machine, "machine");
    if (!(cutOffMm > 0 && cutOffMm < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("cutOffMm is finite and above 0: " + cutOffMm);
    }
  }

  /**
   * The influence of all beamlets of {@code beams}, in their order.
   *
   * @param density medium; may lie on another grid than {@code scored}
   * @param scored voxels whose dose is wanted; the others get none
   */
  public InfluenceMatrix influence(
      List<PlannedBeam> beams,
      DensityGrid density,
      Mask scored,
      SliceExecutor executor,
      IProgressMonitor monitor) {
    GridGeometry geometry = scored.geometry();
    int slicesPerSlab = Math.max(1, SLAB_VOXELS / geometry.sliceVoxelCount());
    int slabCount = (geometry.sizeZ() + slicesPerSlab - 1) / slicesPerSlab;
    int beamletCount = beams.stream().mapToInt(beam -> beam.beamlets().count()).sum();
    var slabs = new InfluenceMatrix.Slab[slabCount];
    SubMonitor progress = SubMonitor.convert(monitor, "Dose influence", slabCount);
    executor.forEachSlice(
        slabCount,
        progress,
        s -> {
          int from = s * slicesPerSlab;
          int to = Math.min(geometry.sizeZ(), from + slicesPerSlab);
          slabs[s] = slab(beams, density, scored, from, to, beamletCount, progress);
        });
    return new InfluenceMatrix(geometry, beamletCount, Arrays.asList(slabs));
  }

  private InfluenceMatrix.Slab slab(
      List<PlannedBeam> beams,
      DensityGrid density,
      Mask scored,
      int fromSlice,
      int toSlice,
      int beamletCount,
      IProgressMonitor monitor) {
    GridGeometry geometry = scored.geometry();
    int sliceVoxels = geometry.sliceVoxelCount();
    var builder =
        new SlabBuilder(fromSlice * sliceVoxels, (toSlice - fromSlice) * sliceVoxels, beamletCount);
    BitSet inside = new BitSet((toSlice - fromSlice) * sliceVoxels);
    for (int z = fromSlice; z < toSlice; z++) {
      BitSet slice = scored.slice(z);
      int offset = (z - fromSlice) * sliceVoxels;
      for (int i = slice.nextSetBit(0); i >= 0; i = slice.nextSetBit(i + 1)) {
        inside.set(offset + i);
      }
    }
    for (PlannedBeam beam : beams) {
      var geometryOfBeam =
          new SlabGeometry(beam.frame(), geometry, fromSlice, toSlice, inside, density, machine);
      for (int beamlet = 0; beamlet < beam.beamlets().count(); beamlet++) {
        if (monitor.isCanceled()) {
          throw new org.eclipse.core.runtime.OperationCanceledException();
        }
        new BeamletDose(machine, beam, beamlet, cutOffMm).addTo(builder, geometryOfBeam);
        builder.endBeamlet();
      }
    }
    return builder.build();
  }

  /** What the dose of any beamlet of one beam needs to know of the voxels of a slab. */
  static final class SlabGeometry {

    final int sizeX;
    final int rowCount;
    final BitSet inside;
    final float[] uMm;
    final float[] vMm;
    final float[] magnification; // distance from the source along the axis over that of isocentre
    final float[][] weight; // of each component: depth function times inverse square
    final double[][] rowStart; // u, v and axis coordinates of the first voxel of each row, mm
    final double[] rowStep; // the same for one step along x
    final double sourceAxisDistanceMm;

    SlabGeometry(
        org.recourse.planning.beam.BeamFrame frame,
        GridGeometry geometry,
        int fromSlice,
        int toSlice,
        BitSet inside,
        DensityGrid density,
        PhotonMachine machine) {
      sizeX = geometry.sizeX();
      rowCount = geometry.sizeY() * (toSlice - fromSlice);
      this.inside = inside;
      sourceAxisDistanceMm = frame.sourceAxisDistanceMm();
      int voxels = sizeX * rowCount;
      uMm = new float[voxels];
      vMm = new float[voxels];
      magnification = new float[voxels];
      weight = new float[machine.components().size()][voxels];
      rowStart = new double[rowCount][];
      rowStep = coordinates(frame, geometry.axes().x().times(geometry.spacingMm().x()));
      for (int row = 0; row < rowCount; row++) {
        int y = row % geometry.sizeY();
        int z = fromSlice + row / geometry.sizeY();
        rowStart[row] = coordinates(frame, geometry.toPatientMm(0, y, z).minus(frame.sourceMm()));
        int first = row * sizeX;
        for (int i = inside.nextSetBit(first);
            i >= 0 && i < first + sizeX;
            i = inside.nextSetBit(i + 1)) {
          voxel(i, geometry.toPatientMm(i - first, y, z), frame, density, machine, row);
        }
      }
    }

    private static double[] coordinates(
        org.recourse.planning.beam.BeamFrame frame, Vector3 offset) {
      return new double[] {
        offset.dot(frame.uAxis()), offset.dot(frame.vAxis()), offset.dot(frame.axis())
      };
    }

    private void voxel(
        int i,
        Vector3 point,
        org.recourse.planning.beam.BeamFrame frame,
        DensityGrid density,
        PhotonMachine machine,
        int row) {
      int x = i - row * sizeX;
      double along = rowStart[row][2] + x * rowStep[2];
      double scale = sourceAxisDistanceMm / along;
      uMm[i] = (float) ((rowStart[row][0] + x * rowStep[0]) * scale);
      vMm[i] = (float) ((rowStart[row][1] + x * rowStep[1]) * scale);
      magnification[i] = (float) (1 / scale);
      double depthMm = density.pathMm(frame.sourceMm(), point);
      double distance = point.distanceTo(frame.sourceMm());
      double inverseSquare = sourceAxisDistanceMm * sourceAxisDistanceMm / (distance * distance);
      for (int c = 0; c < weight.length; c++) {
        weight[c][i] = (float) (machine.components().get(c).weightGy().at(depthMm) * inverseSquare);
      }
    }
  }
}
