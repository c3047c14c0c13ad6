/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiobiology.ledger;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.resample.TrilinearSampler;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.grid.volume.Mask;

/**
 * Courses in a structure with what each could give if it lay elsewhere within the sphere of its
 * registration uncertainty. Immutable and thread-safe; made once and used for every edit of the
 * plan.
 *
 * <p>At every voxel centre of the structure, and at points on its surface where they are given,
 * each course is read at the point itself and in 26 directions on the surface and at half the size
 * of its ellipsoid. Without the points on the surface the maximum of a histogram, which counts
 * them, may lie above the range. The highest values of the courses are added, as courses are
 * misplaced independently: Dmax ≤ max over x of Σ max over |δ| ≤ r of E(x + δ); the lower bound
 * follows with the least values. A peak narrower than the spacing of the directions can lie between
 * them. Beyond the grid of a course nothing is known that would change either bound.
 */
public final class MisplacedDose {

  private final GridGeometry geometry;
  private final int[] voxels; // the points are their centres, then those on the surface
  private final List<Vector3> surfaceMm;
  private final double[] nominalGy;
  private final double[] highestGy;
  private final double[] lowestGy;
  private final double radiusMm;

  private MisplacedDose(
      GridGeometry geometry, int[] voxels, List<Vector3> surfaceMm, double radiusMm) {
    this.geometry = geometry;
    this.voxels = voxels;
    this.surfaceMm = List.copyOf(surfaceMm);
    this.radiusMm = radiusMm;
    int points = voxels.length + surfaceMm.size();
    nominalGy = new double[points];
    highestGy = new double[points];
    lowestGy = new double[points];
  }

  /** Searches the spheres around the voxel centres alone. */
  public static MisplacedDose of(
      List<CumulativeDose.Part> parts, Mask structure, IProgressMonitor monitor) {
    return of(parts, structure, List.of(), monitor);
  }

  /**
   * Searches the spheres.
   *
   * @param parts courses on the grid of the mask
   * @param structure voxels of the structure
   * @param surfaceMm points on the surface of the structure, patient LPS; see {@link
   *     org.recourse.dosimetry.dvh.StructureSampling#surfaceMm}
   */
  public static MisplacedDose of(
      List<CumulativeDose.Part> parts,
      Mask structure,
      List<Vector3> surfaceMm,
      IProgressMonitor monitor) {
    double radiusMm = parts.stream().mapToDouble(p -> p.uncertainty().mm()).max().orElse(0);
    var search = new MisplacedDose(structure.geometry(), voxels(structure), surfaceMm, radiusMm);
    for (CumulativeDose.Part part : parts) {
      search.checkGeometry(part.eqd2());
      if (monitor.isCanceled()) {
        throw new OperationCanceledException();
      }
      search.add(part.eqd2(), part.uncertainty().searchOffsetsMm());
    }
    return search;
  }

  /** Returns the range of the maximum of a sum all of whose parts may be misplaced. */
  public static Optional<MaximumRange> maximum(
      CumulativeDose<?> dose, Mask structure, IProgressMonitor monitor) {
    return of(dose.parts(), structure, monitor).range(Optional.empty());
  }

  /** Returns the range if the dose of a plan in the frame of the structure comes on top. */
  public Optional<MaximumRange> maximumWith(DoseGrid plannedEqd2) {
    checkGeometry(plannedEqd2);
    return range(Optional.of(plannedEqd2));
  }

  private Optional<MaximumRange> range(Optional<DoseGrid> planned) {
    if (nominalGy.length == 0) {
      return Optional.empty();
    }
    double[] onTopGy = planned.map(this::atPoints).orElseGet(() -> new double[nominalGy.length]);
    int at = 0;
    double highest = Double.NEGATIVE_INFINITY;
    double lowest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < onTopGy.length; i++) {
      highest = Math.max(highest, onTopGy[i] + highestGy[i]);
      lowest = Math.max(lowest, onTopGy[i] + lowestGy[i]);
      if (onTopGy[i] + nominalGy[i] > onTopGy[at] + nominalGy[at]) {
        at = i;
      }
    }
    double nominal = onTopGy[at] + nominalGy[at];
    return Optional.of(new MaximumRange(nominal, pointMm(at), lowest, highest, radiusMm));
  }

  private Vector3 pointMm(int point) {
    return point < voxels.length
        ? geometry.centreMm(voxels[point])
        : surfaceMm.get(point - voxels.length);
  }

  private double[] atPoints(DoseGrid dose) {
    double[] gy = new double[nominalGy.length];
    for (int i = 0; i < voxels.length; i++) {
      gy[i] = dose.doseGyAt(voxels[i]);
    }
    TrilinearSampler sampler = TrilinearSampler.of(dose);
    for (int i = 0; i < surfaceMm.size(); i++) {
      gy[voxels.length + i] = sampler.sampleOr(surfaceMm.get(i), 0);
    }
    return gy;
  }

  private void add(DoseGrid eqd2, List<Vector3> offsetsMm) {
    TrilinearSampler sampler = TrilinearSampler.of(eqd2);
    double[] here = atPoints(eqd2);
    for (int i = 0; i < here.length; i++) {
      double hereGy = here[i];
      double highGy = hereGy;
      double lowGy = hereGy;
      Vector3 point = pointMm(i);
      for (Vector3 offset : offsetsMm) {
        double there = sampler.sampleOr(point.plus(offset), hereGy);
        highGy = Math.max(highGy, there);
        lowGy = Math.min(lowGy, there);
      }
      nominalGy[i] += hereGy;
      highestGy[i] += highGy;
      lowestGy[i] += lowGy;
    }
  }

  private void checkGeometry(DoseGrid grid) {
    if (!grid.geometry().equals(geometry)) {
      throw new IllegalArgumentException("mask and dose have different grids");
    }
  }

  private static int[] voxels(Mask structure) {
    int[] voxels = new int[Math.toIntExact(structure.voxelCount())];
    int next = 0;
    for (int z = 0; z < structure.geometry().sizeZ(); z++) {
      BitSet slice = structure.slice(z);
      for (int i = slice.nextSetBit(0); i >= 0; i = slice.nextSetBit(i + 1)) {
        voxels[next++] = z * structure.geometry().sliceVoxelCount() + i;
      }
    }
    return voxels;
  }
}
