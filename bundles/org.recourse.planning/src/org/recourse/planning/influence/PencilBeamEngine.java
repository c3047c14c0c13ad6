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
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.Mask;
import org.recourse.planning.beam.BeamFrame;
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
 *     dose from its narrow pencils, above 0; pencils with a σ above a quarter of it (scatter) are
 *     not cut off but computed on a coarse lattice
 */
public record PencilBeamEngine(PhotonMachine machine, double cutOffMm) {

  private static final double NARROW_SIGMAS = 4; // a cut-off farther out loses next to nothing

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
    SlabCut cut = SlabCut.of(scored.geometry());
    ScoredColumns columns = ScoredColumns.of(scored);
    return new InfluenceMatrix(
        cut, columns, beamInfluences(beams, density, scored, cut, columns, executor, monitor));
  }

  /** Positions on the grid of the scored voxels of each slab, ascending. */
  static List<int[]> scoredVoxels(SlabCut cut, Mask scored) {
    var voxels = new ArrayList<int[]>();
    int sliceVoxels = cut.geometry().sliceVoxelCount();
    for (int s = 0; s < cut.count(); s++) {
      BitSet inside = new BitSet(cut.voxelCount(s));
      for (int z = cut.fromSlice(s); z < cut.toSlice(s); z++) {
        BitSet slice = scored.slice(z);
        int offset = (z - cut.fromSlice(s)) * sliceVoxels;
        for (int i = slice.nextSetBit(0); i >= 0; i = slice.nextSetBit(i + 1)) {
          inside.set(offset + i);
        }
      }
      int first = cut.firstVoxel(s);
      voxels.add(inside.stream().map(voxel -> first + voxel).toArray());
    }
    return voxels;
  }

  /** Computes beams, each as if it were alone. */
  List<BeamInfluence> beamInfluences(
      List<PlannedBeam> beams,
      DensityGrid density,
      Mask scored,
      SlabCut cut,
      ScoredColumns columns,
      SliceExecutor executor,
      IProgressMonitor monitor) {
    int slabCount = cut.count();
    List<WidePencils> wide = beams.stream().map(beam -> wide(beam, scored)).toList();
    List<int[]> scoredVoxels = scoredVoxels(cut, scored);
    var slabs = new BeamInfluence.Slab[beams.size()][slabCount];
    var weights = new float[beams.size()][];
    for (int b = 0; b < weights.length; b++) {
      weights[b] = new float[columns.voxelCount() * wide.get(b).count];
    }
    SubMonitor progress = SubMonitor.convert(monitor, "Dose influence", beams.size() * slabCount);
    executor.forEachSlice(
        beams.size() * slabCount,
        progress,
        t -> {
          int b = t / slabCount;
          int s = t % slabCount;
          PlannedBeam beam = beams.get(b);
          int[] voxels = scoredVoxels.get(s);
          var geometry =
              new SlabGeometry(
                  beam.frame(), order(beam, cut.geometry()), cut, s, voxels, density, machine);
          for (int voxel : voxels) { // each slab writes its own places
            wide.get(b)
                .weights(
                    geometry.weight,
                    geometry.positionOf(voxel),
                    weights[b],
                    columns.indexOf(voxel));
          }
          slabs[b][s] = slab(beam, geometry, progress);
        });
    var influences = new ArrayList<BeamInfluence>();
    for (int b = 0; b < beams.size(); b++) {
      influences.add(
          new BeamInfluence(
              beams.get(b),
              order(beams.get(b), cut.geometry()),
              wide.get(b),
              Arrays.asList(slabs[b]),
              weights[b]));
    }
    return influences;
  }

  static RowOrder order(PlannedBeam beam, GridGeometry geometry) {
    return RowOrder.of(beam.frame().axis(), geometry);
  }

  private BeamInfluence.Slab slab(PlannedBeam beam, SlabGeometry voxels, IProgressMonitor monitor) {
    int beamletCount = beam.beamlets().count();
    var builder = new SlabBuilder(beamletCount);
    int narrow = narrowCount();
    for (int beamlet = 0; beamlet < beamletCount; beamlet++) {
      if (monitor.isCanceled()) {
        throw new OperationCanceledException();
      }
      new BeamletDose(machine, narrow, beam, beamlet, cutOffMm).addTo(builder, voxels);
      builder.endBeamlet();
    }
    return builder.build();
  }

  /** Pencils that are cut off; the wide ones stand behind them. */
  private int narrowCount() {
    int count = 0;
    while (count < machine.components().size()
        && NARROW_SIGMAS * machine.components().get(count).sigmaMm() <= cutOffMm) {
      count++;
    }
    return count;
  }

  /** The wide pencils of a beam; follows from machine, cut-off, beam and scored voxels. */
  WidePencils wide(PlannedBeam beam, Mask scored) {
    Vector3 z = scored.geometry().axes().z();
    boolean lineIsU = Math.abs(beam.frame().uAxis().dot(z)) > Math.abs(beam.frame().vAxis().dot(z));
    return new WidePencils(
        machine, narrowCount(), beam.beamlets(), lineIsU, range(beam.frame(), scored));
  }

  /** Least and greatest u, v and magnification of the box around the scored voxels. */
  private static double[] range(BeamFrame frame, Mask scored) {
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
}
