/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.filter;

import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.grid.finding.Finding;
import org.recourse.radiomics.image.Region;
import org.recourse.radiomics.image.VoxelBlock;
import org.recourse.radiomics.settings.Settings;

/**
 * Filters of PyRadiomics that change each intensity x by itself; m is the largest |x| of the image.
 *
 * <ul>
 *   <li>Square: {@code (x/√m)²}
 *   <li>SquareRoot: {@code sign(x)·√(m·|x|)}
 *   <li>Logarithm: {@code c·sign(x)·ln(|x| + 1)}, c such that the largest magnitude is m again
 *   <li>Exponential: {@code exp(x·ln(m)/m)}
 * </ul>
 *
 * <p>Source: PyRadiomics 3.0.1, imageoperations (van Griethuysen 2017,
 * doi:10.1158/0008-5472.CAN-17-0339). Worked example: for x = −1, 4 (m = 4) they give 0.25, 4; −2,
 * 4; −1.72271, 4; 0.70711, 4. Degenerate case: an image of zeros has m = 0; it gives a finding and
 * no image, where PyRadiomics gives NaN. Stateless.
 */
public enum IntensityTransform implements ImageFilter {
  SQUARE("Square", "square") {
    @Override
    void transform(double[] x, double largest) {
      double coefficient = 1 / Math.sqrt(largest);
      for (int i = 0; i < x.length; i++) {
        double scaled = coefficient * x[i];
        x[i] = scaled * scaled;
      }
    }
  },
  SQUARE_ROOT("SquareRoot", "squareroot") {
    @Override
    void transform(double[] x, double largest) {
      for (int i = 0; i < x.length; i++) {
        x[i] = x[i] < 0 ? -Math.sqrt(-x[i] * largest) : Math.sqrt(x[i] * largest);
      }
    }
  },
  LOGARITHM("Logarithm", "logarithm") {
    @Override
    void transform(double[] x, double largest) {
      for (int i = 0; i < x.length; i++) {
        x[i] = x[i] < 0 ? -Math.log(-(x[i] - 1)) : Math.log(x[i] + 1);
      }
      double coefficient = largest / largestMagnitude(x);
      for (int i = 0; i < x.length; i++) {
        x[i] *= coefficient;
      }
    }
  },
  EXPONENTIAL("Exponential", "exponential") {
    @Override
    void transform(double[] x, double largest) {
      double coefficient = Math.log(largest) / largest;
      for (int i = 0; i < x.length; i++) {
        x[i] = Math.exp(coefficient * x[i]);
      }
    }
  };

  private final String id;
  private final String imageName;

  IntensityTransform(String id, String imageName) {
    this.id = id;
    this.imageName = imageName;
  }

  /** Replaces every x; {@code largest} is the largest magnitude, greater than 0. */
  abstract void transform(double[] x, double largest);

  static double largestMagnitude(double[] x) {
    double largest = 0;
    for (double value : x) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  @Override
  public FilterDescription description() {
    return new FilterDescription(
        id, id, "1.0.0", List.of(), "PyRadiomics 3.0.1, doi:10.1158/0008-5472.CAN-17-0339");
  }

  @Override
  public void apply(
      VoxelBlock image,
      Region region,
      Settings settings,
      FilterSink sink,
      IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, id, 1);
    progress.checkCanceled();
    double[] values = image.toDoubles();
    double largest = largestMagnitude(values);
    if (largest == 0) {
      sink.finding(
          Finding.warning(
              "Every voxel of the image is 0, so the filter " + id + " is not defined.", id));
      return;
    }
    transform(values, largest);
    sink.image(imageName, VoxelBlock.ofFloat64(image.geometry(), values));
    progress.worked(1);
  }
}
