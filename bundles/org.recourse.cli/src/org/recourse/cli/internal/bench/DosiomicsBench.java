/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.recourse.dosimetry.dvh.StructureSampling;
import org.recourse.dosiomics.DosiomicsRegion;
import org.recourse.dosiomics.DosiomicsSettings;
import org.recourse.grid.contour.ContourPlanes;
import org.recourse.grid.contour.ContourRasteriser;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.contour.PlanarContour;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.radiomics.BuiltInFeatures;
import org.recourse.radiomics.FeatureCatalogue;
import org.recourse.radiomics.image.Region;
import org.recourse.radiomics.settings.Settings;

/**
 * The wait for the dosiomics of one region after the dose has changed: a region like a PTVnx (an
 * irregular nasopharynx of 90 cm³ with 3 mm contours) on a dose grid of 120 x 120 x 80 voxels of
 * 2.5 mm. {@code dosiomics/update} has all classes on the dose itself, the histogram and the
 * spatial features; {@code dosiomics/update/wavelet} also the eight wavelet bands.
 */
public final class DosiomicsBench {

  private static final int WARM_UP = 40;
  private static final int RUNS = 60;
  private static final double SLICE_MM = 3;
  private static final double BOTTOM_MM = -30;
  private static final int SLICES = 20;
  private static final int POINTS = 120;

  private static final GridGeometry GRID =
      new GridGeometry(
          120, 120, 80, new Vector3(-148.75, -148.75, -98.75), new Vector3(2.5, 2.5, 2.5));

  /** Runs both cases; the executor's threads do the work. */
  public List<Measurement> run(SliceExecutor executor, IProgressMonitor monitor) {
    FeatureCatalogue catalogue = BuiltInFeatures.catalogue();
    ContourSet contours = contours();
    Region voxels =
        Region.of(ContourRasteriser.rasterise(contours, GRID, executor, new NullProgressMonitor()));
    StructureSampling sampling =
        StructureSampling.of(
            ContourPlanes.of(contours, GRID), GRID, executor, new NullProgressMonitor());
    DosiomicsSettings plain = DosiomicsSettings.DEFAULT.withReferenceGy(60);
    Map<String, Settings> wavelet = new LinkedHashMap<>(plain.imageTypes());
    wavelet.put("Wavelet", Settings.empty());
    List<Measurement> measured = new ArrayList<>();
    for (DosiomicsSettings settings : List.of(plain, plain.withImageTypes(wavelet))) {
      String name = "dosiomics/update" + (settings.equals(plain) ? "" : "/wavelet");
      monitor.subTask(name);
      measured.add(
          measure(
              name,
              DosiomicsRegion.of(
                  voxels, sampling, settings, catalogue, executor, new NullProgressMonitor()),
              executor,
              monitor));
    }
    return measured;
  }

  private static Measurement measure(
      String name, DosiomicsRegion region, SliceExecutor executor, IProgressMonitor monitor) {
    DoseGrid[] doses = {dose(0), dose(1), dose(2)};
    return Measurement.of(
        name,
        executor.threadCount(),
        WARM_UP,
        RUNS,
        i -> {
          if (monitor.isCanceled()) {
            throw new OperationCanceledException();
          }
          region.update(doses[i % doses.length], executor, new NullProgressMonitor());
        });
  }

  /** Outlines between a circle and a clover leaf, widest in the middle. */
  private static ContourSet contours() {
    var contours = new ArrayList<PlanarContour>();
    for (int k = 0; k < SLICES; k++) {
      double z = BOTTOM_MM + k * SLICE_MM;
      double widthMm = 24 * Math.sqrt(1 - Math.pow((k - 9.5) / 11, 2));
      double[] xyz = new double[3 * POINTS];
      for (int i = 0; i < POINTS; i++) {
        double angle = 2 * Math.PI * i / POINTS;
        double radius = widthMm * (1 + 0.18 * Math.cos(3 * angle + 0.1 * k));
        xyz[3 * i] = 1.1 * radius * Math.cos(angle);
        xyz[3 * i + 1] = 0.9 * radius * Math.sin(angle);
        xyz[3 * i + 2] = z;
      }
      contours.add(PlanarContour.of(xyz));
    }
    return new ContourSet(contours);
  }

  /** A plateau of 66 Gy with a falling shoulder; the ripples move with the phase. */
  private static DoseGrid dose(double phase) {
    DoseGrid.Builder builder = DoseGrid.builder(GRID);
    float[] slice = new float[GRID.sliceVoxelCount()];
    for (int z = 0; z < GRID.sizeZ(); z++) {
      for (int i = 0; i < slice.length; i++) {
        Vector3 p = GRID.centreMm(z * slice.length + i);
        double r = Math.sqrt(p.x() * p.x() + 1.4 * p.y() * p.y() + 0.8 * p.z() * p.z());
        double ripple = Math.sin(0.35 * p.x() + phase) * Math.cos(0.25 * p.y() + 0.2 * p.z());
        slice[i] = (float) (66 / (1 + Math.exp((r - 30) / 5)) * (1 + 0.03 * ripple));
      }
      builder.slice(z, slice);
    }
    return builder.build();
  }
}
