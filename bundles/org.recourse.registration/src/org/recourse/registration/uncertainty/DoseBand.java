/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.registration.uncertainty;

import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.resample.TrilinearSampler;
import org.recourse.grid.volume.DoseGrid;

/**
 * Dose of every voxel with its least and largest value within the uncertainty: each voxel is
 * searched on its own, so a structure's maximum on {@link #upper} is what a search of, say, 3 mm
 * around it finds. A mean on these grids is wider than any shift of the whole structure can make
 * it; {@link MetricBand} is for that.
 *
 * @param lower least dose
 * @param nominal dose as registered
 * @param upper largest dose
 */
public record DoseBand(DoseGrid lower, DoseGrid nominal, DoseGrid upper) {

  /** Searches the ellipsoid around every voxel; outside of the grid the dose is 0 Gy. */
  public static DoseBand of(
      DoseGrid dose,
      RegistrationUncertainty uncertainty,
      SliceExecutor executor,
      IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, "Uncertainty of dose", 1);
    GridGeometry g = dose.geometry();
    Vector3 s = g.spacingMm();
    List<Vector3> shifts = uncertainty.shiftsMm(Math.min(s.x(), Math.min(s.y(), s.z())) / 2);
    var sampler = TrilinearSampler.of(dose);
    DoseGrid.Builder lower = DoseGrid.builder(g);
    DoseGrid.Builder upper = DoseGrid.builder(g);
    executor.forEachSlice(
        g.sizeZ(),
        progress,
        z -> {
          float[] least = new float[g.sliceVoxelCount()];
          float[] most = new float[g.sliceVoxelCount()];
          for (int i = 0; i < least.length; i++) {
            Vector3 p = g.toPatientMm(i % g.sizeX(), i / g.sizeX(), z);
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (Vector3 shift : shifts) {
              double gy =
                  sampler.sampleOr(p.x() + shift.x(), p.y() + shift.y(), p.z() + shift.z(), 0);
              low = Math.min(low, gy);
              high = Math.max(high, gy);
            }
            least[i] = (float) low;
            most[i] = (float) high;
          }
          lower.slice(z, least);
          upper.slice(z, most);
        });
    progress.done();
    return new DoseBand(lower.build(), dose, upper.build());
  }
}
