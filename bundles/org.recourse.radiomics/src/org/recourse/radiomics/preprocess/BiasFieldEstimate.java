/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.preprocess;

import java.util.Arrays;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.radiomics.image.Region;
import org.recourse.radiomics.image.VoxelBlock;

/**
 * State of one bias-field estimation: the log image with and without the current field. Work is
 * split by slices; what slices add up to is summed in the order of the slices, so that the number
 * of threads does not change a bit. Not thread-safe.
 */
final class BiasFieldEstimate {

  private static final double LARGEST_SERIES_ARGUMENT = 0.25;

  private final GridGeometry grid;
  private final BiasFieldParameters parameters;
  private final SliceExecutor executor;
  private final MaskedRuns runs;
  private final double[] logImage;
  private final double[] uncorrected; // log image minus field
  private final HistogramSharpening sharpening;
  private final double[][] histogramOfSlice;
  private final double[] minimumOfSlice;
  private final double[] maximumOfSlice;
  private final float[] ratio; // exp(change of the field)

  BiasFieldEstimate(
      VoxelBlock image, Region region, BiasFieldParameters parameters, SliceExecutor executor) {
    grid = image.geometry();
    this.parameters = parameters;
    this.executor = executor;
    runs = new MaskedRuns(region);
    logImage = image.toDoubles();
    for (int i = 0; i < logImage.length; i++) {
      if (logImage[i] > 0) {
        logImage[i] = Math.log(logImage[i]);
      }
    }
    uncorrected = logImage.clone();
    sharpening = new HistogramSharpening(parameters);
    int slices = grid.sizeZ();
    histogramOfSlice = new double[slices][parameters.histogramBins()];
    minimumOfSlice = new double[slices];
    maximumOfSlice = new double[slices];
    ratio = new float[logImage.length];
  }

  /** Iterates until the field changes by less than the threshold; adds to the lattice. */
  BiasFieldResult.Level fit(SplineLattice lattice, int mostIterations, SubMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, mostIterations);
    var fit = new SplineFit(grid, runs, lattice);
    double[] omega = fit.omega();
    double convergence = Double.MAX_VALUE;
    int done = 0;
    executor.forEachSlice(grid.sizeZ(), progress, z -> updateSlice(lattice, z));
    while (done < mostIterations && convergence > parameters.convergenceThreshold()) {
      double minimum = Arrays.stream(minimumOfSlice).min().orElseThrow();
      double maximum = Arrays.stream(maximumOfSlice).max().orElseThrow();
      if (!(maximum > minimum)) {
        return new BiasFieldResult.Level(done, 0); // empty, or one intensity: nothing to correct
      }
      double slope = (maximum - minimum) / (parameters.histogramBins() - 1);
      executor.forEachSlice(grid.sizeZ(), progress, z -> histogram(z, minimum, slope));
      double[] expected = sharpening.expected(totalHistogram(), minimum, slope);
      executor.forEachSlice(
          grid.sizeZ(), progress, z -> fit.addSlice(z, uncorrected, expected, minimum, slope));
      fit.addTo(lattice, omega);
      executor.forEachSlice(grid.sizeZ(), progress, z -> updateSlice(lattice, z));
      convergence = convergence();
      done++;
      progress.worked(1);
    }
    return new BiasFieldResult.Level(done, convergence);
  }

  /** Subtracts the field of the lattice; notes the range and the change since the last time. */
  private void updateSlice(SplineLattice lattice, int z) {
    double[] plane = new double[lattice.planeSize()];
    double[] curve = new double[lattice.x.controlPointCount];
    double[] field = new double[grid.sizeX()];
    double minimum = Double.POSITIVE_INFINITY;
    double maximum = Double.NEGATIVE_INFINITY;
    lattice.planeOf(z, plane);
    for (int y = 0; y < grid.sizeY(); y++) {
      int row = (z * grid.sizeY() + y) * grid.sizeX();
      lattice.rowOf(plane, y, curve);
      for (int run = runs.firstRun(y, z); run < runs.endRun(y, z); run++) {
        int from = runs.start(run);
        int to = runs.end(run);
        lattice.curve(curve, from, to, field, 0);
        double largest = 0;
        for (int x = from; x < to; x++) {
          double value = logImage[row + x] - field[x];
          field[x] = value - uncorrected[row + x]; // old field minus new field
          uncorrected[row + x] = value;
          minimum = Math.min(minimum, value);
          maximum = Math.max(maximum, value);
          largest = Math.max(largest, Math.abs(field[x]));
        }
        exponentiate(field, from, to, largest, row);
      }
    }
    minimumOfSlice[z] = minimum;
    maximumOfSlice[z] = maximum;
  }

  /**
   * Exponential of the change. For small d by nine terms of the series, whose relative error is
   * below 10⁻¹¹; calling exp for every voxel took as long as all the rest together.
   */
  private void exponentiate(double[] change, int from, int to, double largest, int row) {
    if (largest > LARGEST_SERIES_ARGUMENT) {
      for (int x = from; x < to; x++) {
        ratio[row + x] = (float) Math.exp(change[x]);
      }
      return;
    }
    for (int x = from; x < to; x++) {
      double d = change[x];
      double s = 1 + d * (1.0 / 8);
      s = 1 + d * (1.0 / 7) * s;
      s = 1 + d * (1.0 / 6) * s;
      s = 1 + d * (1.0 / 5) * s;
      s = 1 + d * (1.0 / 4) * s;
      s = 1 + d * (1.0 / 3) * s;
      s = 1 + d * 0.5 * s;
      ratio[row + x] = (float) (1 + d * s);
    }
  }

  /**
   * Coefficient of variation (n − 1) of exp(change) over the region, by the running mean of ITK in
   * single precision. Its mean stops moving after some 10⁴ voxels, which raises the value by up to
   * the factor two; a correctly rounded sum would end levels earlier than ITK and leave a field
   * that differs by several percent.
   */
  private double convergence() {
    float mean = 0;
    float squares = 0;
    float n = 0;
    for (int z = 0; z < grid.sizeZ(); z++) {
      for (int y = 0; y < grid.sizeY(); y++) {
        int row = (z * grid.sizeY() + y) * grid.sizeX();
        for (int run = runs.firstRun(y, z); run < runs.endRun(y, z); run++) {
          for (int i = row + runs.start(run); i < row + runs.end(run); i++) {
            float value = ratio[i];
            n += 1;
            float distance = value - mean;
            if (n > 1) {
              squares = (float) (squares + distance * distance * (n - 1.0) / n);
            }
            mean = (float) (mean * (1.0 - 1.0 / n) + value / n);
          }
        }
      }
    }
    return (float) Math.sqrt(squares / (n - 1.0)) / mean;
  }

  /** Triangular Parzen window: a value between two bins counts for both. */
  private void histogram(int z, double minimum, double slope) {
    double[] histogram = histogramOfSlice[z];
    Arrays.fill(histogram, 0);
    int last = histogram.length - 1;
    double perSlope = 1 / slope;
    for (int y = 0; y < grid.sizeY(); y++) {
      int row = (z * grid.sizeY() + y) * grid.sizeX();
      for (int run = runs.firstRun(y, z); run < runs.endRun(y, z); run++) {
        for (int i = row + runs.start(run); i < row + runs.end(run); i++) {
          double position = (uncorrected[i] - minimum) * perSlope;
          int bin = Math.min((int) position, last - 1);
          double offset = position - bin;
          histogram[bin] += 1 - offset;
          histogram[bin + 1] += offset;
        }
      }
    }
  }

  private double[] totalHistogram() {
    double[] total = new double[parameters.histogramBins()];
    for (double[] histogram : histogramOfSlice) {
      for (int n = 0; n < total.length; n++) {
        total[n] += histogram[n];
      }
    }
    return total;
  }
}
