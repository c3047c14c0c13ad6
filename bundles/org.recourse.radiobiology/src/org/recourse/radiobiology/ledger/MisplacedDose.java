/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiobiology.ledger;

import java.util.ArrayList;
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
 * <p>At every voxel centre of the structure each course is read at the centre and at 26 directions
 * on the surface and at half the radius of its sphere. The highest values of the courses are added,
 * as courses are misplaced independently: Dmax ≤ max over x of Σ max over |δ| ≤ r of E(x + δ); the
 * lower bound follows with the least values. A peak narrower than the spacing of the directions can
 * lie between them. Beyond the grid of a course nothing is known that would change either bound.
 */
public final class MisplacedDose {

  private static final double[] SHELLS = {0.5, 1};
  private static final int NEIGHBOURHOOD = 27;

  private final GridGeometry geometry;
  private final int[] voxels;
  private final double[] nominalGy;
  private final double[] highestGy;
  private final double[] lowestGy;
  private final double radiusMm;

  private MisplacedDose(GridGeometry geometry, int[] voxels, double radiusMm) {
    this.geometry = geometry;
    this.voxels = voxels;
    this.radiusMm = radiusMm;
    nominalGy = new double[voxels.length];
    highestGy = new double[voxels.length];
    lowestGy = new double[voxels.length];
  }

  /**
   * Searches the spheres.
   *
   * @param parts courses on the grid of the mask
   * @param structure voxels of the structure
   */
  public static MisplacedDose of(
      List<CumulativeDose.Part> parts, Mask structure, IProgressMonitor monitor) {
    double radiusMm = parts.stream().mapToDouble(p -> p.uncertainty().mm()).max().orElse(0);
    var search = new MisplacedDose(structure.geometry(), voxels(structure), radiusMm);
    for (CumulativeDose.Part part : parts) {
      search.checkGeometry(part.eqd2());
      if (monitor.isCanceled()) {
        throw new OperationCanceledException();
      }
      search.add(part.eqd2(), offsets(part.uncertainty().mm()));
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
    if (voxels.length == 0) {
      return Optional.empty();
    }
    int at = 0;
    double nominal = Double.NEGATIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    double lowest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < voxels.length; i++) {
      double plannedGy = planned.isPresent() ? planned.get().doseGyAt(voxels[i]) : 0;
      highest = Math.max(highest, plannedGy + highestGy[i]);
      lowest = Math.max(lowest, plannedGy + lowestGy[i]);
      if (plannedGy + nominalGy[i] > nominal) {
        nominal = plannedGy + nominalGy[i];
        at = voxels[i];
      }
    }
    return Optional.of(new MaximumRange(nominal, geometry.centreMm(at), lowest, highest, radiusMm));
  }

  private void add(DoseGrid eqd2, List<Vector3> offsetsMm) {
    TrilinearSampler sampler = TrilinearSampler.of(eqd2);
    for (int i = 0; i < voxels.length; i++) {
      double hereGy = eqd2.doseGyAt(voxels[i]);
      double highGy = hereGy;
      double lowGy = hereGy;
      Vector3 centre = geometry.centreMm(voxels[i]);
      for (Vector3 offset : offsetsMm) {
        double there =
            sampler.sampleOr(
                new Vector3(
                    centre.x() + offset.x(), centre.y() + offset.y(), centre.z() + offset.z()),
                hereGy);
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

  private static List<Vector3> offsets(double radiusMm) {
    List<Vector3> offsets = new ArrayList<>();
    for (int i = 0; i < NEIGHBOURHOOD && radiusMm > 0; i++) {
      var direction = new Vector3(i % 3 - 1, i / 3 % 3 - 1, i / 9 - 1);
      double length = Math.sqrt(direction.dot(direction));
      if (length > 0) {
        for (double shell : SHELLS) {
          offsets.add(direction.times(shell * radiusMm / length));
        }
      }
    }
    return offsets;
  }
}
