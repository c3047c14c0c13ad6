/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosimetry.gamma;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLongArray;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;

/**
 * Gamma index of two doses (Low 1998, doi 10.1118/1.598248): for every voxel of the reference dose
 * the least of
 *
 * <pre>
 *   √( |r|²/Δd² + (D_evaluated(p + r) − D_reference(p))²/ΔD² )
 * </pre>
 *
 * over all r, where Δd is the distance and ΔD the dose tolerance. The evaluated dose is
 * interpolated trilinearly and the minimum is that of the interpolated dose, not of sample points.
 * Worked example: two uniform doses of 100 and 101.5 Gy at 3 % have gamma 0.5 everywhere.
 *
 * <p>The grids may differ in everything but the frame of reference. A voxel more than half a voxel
 * outside of the evaluated grid is not evaluated. The result does not depend on the number of
 * threads.
 */
public final class GammaIndex {

  private static final double PERCENT = 100;
  private static final double RIM = 0.5 + 1e-9;

  private final DoseGrid reference;
  private final DoseGrid evaluated;
  private final GammaCriteria criteria;
  private final NeighbourCells neighbours;
  private final double globalGy;

  private GammaIndex(DoseGrid reference, DoseGrid evaluated, GammaCriteria criteria) {
    this.reference = Objects.requireNonNull(reference, "reference");
    this.evaluated = Objects.requireNonNull(evaluated, "evaluated");
    this.criteria = criteria;
    neighbours = NeighbourCells.of(evaluated.geometry(), criteria);
    globalGy = criteria.globalDoseGy().orElseGet(reference::maximumGy);
  }

  /**
   * Compares two doses.
   *
   * @param monitor progress and cancellation, one unit per slice
   * @throws IllegalArgumentException if the reference dose is 0 everywhere
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  public static GammaResult compare(
      DoseGrid reference,
      DoseGrid evaluated,
      GammaCriteria criteria,
      SliceExecutor executor,
      IProgressMonitor monitor) {
    var index = new GammaIndex(reference, evaluated, criteria);
    if (!(index.globalGy > 0)) {
      throw new IllegalArgumentException(
          "gamma needs a reference dose above 0 Gy; its maximum is " + index.globalGy);
    }
    return index.compared(executor, SubMonitor.convert(monitor, "Gamma index", 1));
  }

  private GammaResult compared(SliceExecutor executor, SubMonitor progress) {
    GridGeometry geometry = reference.geometry();
    float[][] gamma = new float[geometry.sizeZ()][];
    var outside = new AtomicLongArray(geometry.sizeZ());
    executor.forEachSlice(geometry.sizeZ(), progress, z -> outside.set(z, fillSlice(z, gamma)));
    progress.done();
    long left = 0;
    for (int z = 0; z < outside.length(); z++) {
      left += outside.get(z);
    }
    return new GammaResult(geometry, gamma, findings(left));
  }

  /** Fills one slice; returns the number of voxels outside of the evaluated grid. */
  private long fillSlice(int z, float[][] gamma) {
    GridGeometry from = reference.geometry();
    GridGeometry to = evaluated.geometry();
    double[] m = step(from, to).toMatrix4x4();
    float[] dose = new float[from.sliceVoxelCount()];
    reference.copySlice(z, dose);
    float[] slice = new float[dose.length];
    Arrays.fill(slice, GammaResult.NOT_EVALUATED);
    var search = new GammaSearch(evaluated, neighbours, criteria);
    final double thresholdGy = criteria.thresholdPercent() / PERCENT * globalGy;
    final double doseFraction = criteria.dosePercent() / PERCENT;
    final boolean local = criteria.normalisation() == GammaCriteria.Normalisation.LOCAL;
    long outside = 0;
    for (int y = 0; y < from.sizeY(); y++) {
      for (int x = 0; x < from.sizeX(); x++) {
        int i = y * from.sizeX() + x;
        if (!(dose[i] >= thresholdGy) || local && !(dose[i] > 0)) {
          continue;
        }
        double u = m[0] * x + m[1] * y + m[2] * z + m[3];
        double v = m[4] * x + m[5] * y + m[6] * z + m[7];
        double w = m[8] * x + m[9] * y + m[10] * z + m[11];
        if (isInside(u, to.sizeX()) && isInside(v, to.sizeY()) && isInside(w, to.sizeZ())) {
          double toleranceGy = doseFraction * (local ? dose[i] : globalGy);
          slice[i] = (float) search.gamma(u, v, w, dose[i], toleranceGy);
        } else {
          outside++;
        }
      }
    }
    gamma[z] = slice;
    return outside;
  }

  private static AffineTransform step(GridGeometry from, GridGeometry to) {
    return from.equals(to)
        ? AffineTransform.IDENTITY
        : to.patientToIndex().after(from.indexToPatient());
  }

  private static boolean isInside(double index, int size) {
    return index >= -RIM && index <= size - 1 + RIM;
  }

  private static List<Finding> findings(long outside) {
    var findings = new ArrayList<Finding>();
    if (outside > 0) {
      findings.add(
          Finding.warning(
              outside
                  + " voxels above the threshold lie outside of the evaluated dose and were not"
                  + " compared.",
              "evaluated dose"));
    }
    return findings;
  }
}
