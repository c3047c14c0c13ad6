/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.influence;

import java.util.ArrayList;
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
 *     dose from its narrow pencils, above 0; pencils of σ ≥ 40 mm (scatter) are not cut off but
 *     computed on a coarse lattice
 */
public record PencilBeamEngine(PhotonMachine machine, double cutOffMm) {

  private static final double WIDE_SIGMA_MM = 40; // from here on pencils are not cut off

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
    List<BeamScatter> scatter = scatter(beams, scored);
    var slabs = new InfluenceMatrix.Slab[slabCount];
    SubMonitor progress = SubMonitor.convert(monitor, "Dose influence", slabCount);
    executor.forEachSlice(
        slabCount,
        progress,
        s -> {
          int from = s * slicesPerSlab;
          int to = Math.min(geometry.sizeZ(), from + slicesPerSlab);
          slabs[s] = slab(beams, density, scored, from, to, beamletCount, scatter, progress);
        });
    return new InfluenceMatrix(geometry, beamletCount, Arrays.asList(slabs), scatter);
  }

  private InfluenceMatrix.Slab slab(
      List<PlannedBeam> beams,
      DensityGrid density,
      Mask scored,
      int fromSlice,
      int toSlice,
      int beamletCount,
      List<BeamScatter> scatter,
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
    int[] voxels = inside.stream().toArray();
    var parts = new BeamScatter.Part[scatter.size()];
    int beamlets = 0;
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
      for (int s = 0; s < parts.length; s++) {
        if (scatter.get(s).firstBeamlet == beamlets) {
          parts[s] = geometryOfBeam.part(scatter.get(s), voxels);
        }
      }
      beamlets += beam.beamlets().count();
    }
    int first = fromSlice * sliceVoxels;
    builder.scatter(Arrays.stream(voxels).map(v -> v + first).toArray(), parts);
    return builder.build();
  }

  /** Pencils that are cut off; the wide ones stand behind them. */
  static int narrowCount(PhotonMachine machine) {
    int count = 0;
    while (count < machine.components().size()
        && machine.components().get(count).sigmaMm() < WIDE_SIGMA_MM) {
      count++;
    }
    return count;
  }

  private List<BeamScatter> scatter(List<PlannedBeam> beams, Mask scored) {
    var scatter = new ArrayList<BeamScatter>();
    int first = 0;
    for (PlannedBeam beam : beams) {
      if (beam.beamlets().count() > 0) {
        double[] range = range(beam.frame(), scored);
        for (int c = narrowCount(machine); c < machine.components().size(); c++) {
          scatter.add(new BeamScatter(machine, c, beam.beamlets(), first, range));
        }
      }
      first += beam.beamlets().count();
    }
    return scatter;
  }

  /** Least and greatest u, v and magnification of the box around the scored voxels. */
  private static double[] range(org.recourse.planning.beam.BeamFrame frame, Mask scored) {
    int[] box = box(scored);
    double[] range = {1e9, -1e9, 1e9, -1e9, 1e9, -1e9};
    for (int corner = 0; corner < 8; corner++) {
      Vector3 point =
          scored
              .geometry()
              .toPatientMm(box[corner & 1], box[2 + (corner >> 1 & 1)], box[4 + (corner >> 2 & 1)]);
      double[] at = {
        frame.uMm(point), frame.vMm(point), frame.distanceMm(point) / frame.sourceAxisDistanceMm()
      };
      for (int k = 0; k < 3; k++) {
        range[2 * k] = Math.min(range[2 * k], at[k]);
        range[2 * k + 1] = Math.max(range[2 * k + 1], at[k]);
      }
    }
    return range;
  }

  private static int[] box(Mask scored) {
    GridGeometry geometry = scored.geometry();
    int[] box = {geometry.sizeX() - 1, 0, geometry.sizeY() - 1, 0, geometry.sizeZ() - 1, 0};
    for (int z = 0; z < geometry.sizeZ(); z++) {
      BitSet slice = scored.slice(z);
      for (int i = slice.nextSetBit(0); i >= 0; i = slice.nextSetBit(i + 1)) {
        int x = i % geometry.sizeX();
        int y = i / geometry.sizeX();
        box[0] = Math.min(box[0], x);
        box[1] = Math.max(box[1], x);
        box[2] = Math.min(box[2], y);
        box[3] = Math.max(box[3], y);
        box[4] = Math.min(box[4], z);
        box[5] = Math.max(box[5], z);
      }
    }
    return box;
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

    BeamScatter.Part part(BeamScatter scatter, int[] voxels) {
      var part = new BeamScatter.Part(voxels.length);
      for (int i = 0; i < voxels.length; i++) {
        int voxel = voxels[i];
        scatter.place(
            part,
            i,
            uMm[voxel],
            vMm[voxel],
            magnification[voxel],
            weight[scatter.component][voxel]);
      }
      return part;
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
