/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosimetry.dvh.accuracy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.dosimetry.dvh.DoseMetric;
import org.recourse.dosimetry.dvh.DoseMetric.DoseAtVolumeCm3;
import org.recourse.dosimetry.dvh.DoseMetric.DoseAtVolumePercent;
import org.recourse.dosimetry.dvh.Dvh;
import org.recourse.dosimetry.dvh.MetricValue;
import org.recourse.dosimetry.dvh.StructureSampling;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;

/**
 * The accuracy benchmark: sphere, cylinder and cone with slices of 1, 2 and 3 mm, off the voxel
 * centres of dose grids of 2 and 3 mm, in gradients of 1 Gy/mm along every axis (4 to 28 Gy). Every
 * figure holds the errors of four positions of the solid on both dose grids, against the closed
 * form.
 */
public final class DvhAccuracy {

  /** What a figure measures. */
  public enum Measure {
    /** Absolute error of a dose, Gy. */
    ABS_ERROR_GY("absErrorGy"),
    /** Error of the volume relative to the true one, %. */
    REL_ERROR_PERCENT("relErrorPercent");

    private final String key;

    Measure(String key) {
      this.key = key;
    }

    /** Name in result files. */
    public String key() {
      return key;
    }
  }

  /**
   * One figure of the report.
   *
   * @param caseName {@code sphere/3/z/D95%} or {@code sphere/3/volume}
   * @param measure what the errors are
   * @param errors of every position and grid, at least 0, rising; at least one
   */
  public record Figure(String caseName, Measure measure, List<Double> errors) {

    public Figure {
      errors = errors.stream().sorted().toList();
      if (errors.isEmpty() || errors.getFirst() < 0) {
        throw new IllegalArgumentException("errors are at least 0: " + caseName + " " + errors);
      }
    }

    /** Largest error found. */
    public double largest() {
      return errors.getLast();
    }

    /** Mean error. */
    public double mean() {
      return errors.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
  }

  private static final double DOSE_IN_THE_MIDDLE_GY = 16;
  private static final int[] SLICES_MM = {1, 2, 3};
  private static final double[] GRIDS_MM = {2, 3};
  private static final String[] AXES = {"x", "y", "z"};
  private static final double HALF_GRID_MM = 24;

  private static final List<Vector3> MIDDLES_MM =
      List.of(
          Vector3.ZERO,
          new Vector3(0.37, -1.21, 0.83),
          new Vector3(-0.9, 0.55, -0.4),
          new Vector3(1, 1, 1));

  private static final List<DoseMetric> METRICS =
      List.of(
          new DoseAtVolumePercent(99),
          new DoseAtVolumePercent(98),
          new DoseAtVolumePercent(95),
          new DoseAtVolumePercent(50),
          new DoseAtVolumePercent(5),
          new DoseAtVolumePercent(2),
          new DoseAtVolumePercent(1),
          new DoseAtVolumeCm3(0.1),
          new DoseAtVolumeCm3(0.03));

  private DvhAccuracy() {}

  /** Slice distances of the benchmark, mm. */
  static int[] slicesMm() {
    return SLICES_MM.clone();
  }

  /**
   * Computes all figures, in the order of shape, slice distance, axis and metric.
   *
   * @param monitor progress and cancellation, one unit per shape and slice distance
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  public static List<Figure> measure(SliceExecutor executor, IProgressMonitor monitor) {
    SubMonitor progress =
        SubMonitor.convert(
            monitor, "DVH accuracy", AnalyticSolid.values().length * SLICES_MM.length);
    var figures = new ArrayList<Figure>();
    for (AnalyticSolid solid : AnalyticSolid.values()) {
      double[][] expected = expectedGy(solid);
      for (int slice : SLICES_MM) {
        progress.checkCanceled();
        var errors = new Errors(solid, slice, expected);
        for (Vector3 middle : MIDDLES_MM) {
          for (double grid : GRIDS_MM) {
            errors.add(middle, grid, executor);
          }
        }
        figures.addAll(errors.figures());
        progress.worked(1);
      }
    }
    return List.copyOf(figures);
  }

  /** True doses by axis and metric, Gy. */
  private static double[][] expectedGy(AnalyticSolid solid) {
    double[][] expected = new double[3][METRICS.size()];
    for (int axis = 0; axis < 3; axis++) {
      for (int m = 0; m < METRICS.size(); m++) {
        expected[axis][m] =
            DOSE_IN_THE_MIDDLE_GY
                + solid.offsetOfVolumeMm(axis, volumeMm3(METRICS.get(m), solid.volumeMm3()));
      }
    }
    return expected;
  }

  private static double volumeMm3(DoseMetric metric, double wholeMm3) {
    return switch (metric) {
      case DoseAtVolumePercent(double percent) -> wholeMm3 * percent / 100;
      case DoseAtVolumeCm3(double volume) -> volume * 1000;
      default -> throw new IllegalArgumentException("no closed form for " + metric.text());
    };
  }

  /** A dose that rises by 1 Gy/mm along an axis. */
  private static DoseGrid gradient(GridGeometry geometry, int axis, Vector3 middleMm) {
    DoseGrid.Builder dose = DoseGrid.builder(geometry);
    float[] slice = new float[geometry.sliceVoxelCount()];
    for (int z = 0; z < geometry.sizeZ(); z++) {
      for (int i = 0; i < slice.length; i++) {
        Vector3 p = geometry.centreMm(z * slice.length + i).minus(middleMm);
        double along = axis == 0 ? p.x() : axis == 1 ? p.y() : p.z();
        slice[i] = (float) (DOSE_IN_THE_MIDDLE_GY + along);
      }
      dose.slice(z, slice);
    }
    return dose.build();
  }

  /** Errors of one solid at one slice distance, over all positions. */
  private static final class Errors {

    private final AnalyticSolid solid;
    private final int sliceMm;
    private final double[][] expectedGy;
    private final List<Double> volumePercent = new ArrayList<>();
    private final List<List<Double>> doseGy = new ArrayList<>(); // by axis, then metric

    Errors(AnalyticSolid solid, int sliceMm, double[][] expectedGy) {
      this.solid = solid;
      this.sliceMm = sliceMm;
      this.expectedGy = expectedGy;
      for (int i = 0; i < AXES.length * METRICS.size(); i++) {
        doseGy.add(new ArrayList<>());
      }
    }

    void add(Vector3 middleMm, double gridMm, SliceExecutor executor) {
      int n = (int) Math.ceil(2 * HALF_GRID_MM / gridMm) + 1;
      var geometry =
          new GridGeometry(
              n,
              n,
              n,
              new Vector3(-HALF_GRID_MM, -HALF_GRID_MM, -HALF_GRID_MM),
              new Vector3(gridMm, gridMm, gridMm));
      StructureSampling sampling =
          StructureSampling.of(
              solid.contours(middleMm, sliceMm), geometry, executor, SubMonitor.convert(null));
      volumePercent.add(100 * Math.abs(sampling.volumeCm3() * 1000 / solid.volumeMm3() - 1));
      for (int axis = 0; axis < AXES.length; axis++) {
        Dvh dvh = sampling.dvh(gradient(geometry, axis, middleMm)).orElseThrow();
        for (int m = 0; m < METRICS.size(); m++) {
          var value = (MetricValue.Defined) METRICS.get(m).evaluate(dvh);
          doseGy
              .get(axis * METRICS.size() + m)
              .add(Math.abs(value.value() - expectedGy[axis][m]));
        }
      }
    }

    List<Figure> figures() {
      String prefix = solid.name().toLowerCase(Locale.ROOT) + "/" + sliceMm + "/";
      var figures = new ArrayList<Figure>();
      figures.add(new Figure(prefix + "volume", Measure.REL_ERROR_PERCENT, volumePercent));
      for (int axis = 0; axis < AXES.length; axis++) {
        for (int m = 0; m < METRICS.size(); m++) {
          figures.add(
              new Figure(
                  prefix + AXES[axis] + "/" + METRICS.get(m).text(),
                  Measure.ABS_ERROR_GY,
                  doseGy.get(axis * METRICS.size() + m)));
        }
      }
      return figures;
    }
  }
}
