/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.filter;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.radiomics.image.VoxelBlock;
import org.recourse.radiomics.internal.fourier.FourierVolume;

/**
 * Magnitude of the response to Gabor filters in planes, averaged over orientations and, if wished,
 * over the three orthogonal families of planes (IBSI-2, arXiv:2006.05470, section 3.4).
 *
 * <p>{@code g(k) = exp(−(u² + γ²v²)/(2σ²) + 2πi·u/λ)} in pixels with {@code u = k1·cosθ + k2·sinθ,
 * v = −k1·sinθ + k2·cosθ}; k1 and k2 run along the first and second axis of the plane (xy, xz, yz).
 * The kernel reaches {@code ⌈cutoff·σ·max(1, 1/γ)⌉} pixels. Worked example: a pixel of 1 in a plane
 * of zeros gives 1 at its place for every θ. Pixels must be square in the planes used. Immutable.
 *
 * @param sigmaMm width of the envelope
 * @param wavelengthMm wavelength λ
 * @param aspectRatio γ
 * @param orientationStepRad orientations are 0, step, 2·step, … below 2π; 2π for θ = 0 only
 * @param orthogonalPlanes whether to average over xy, xz and yz planes
 * @param cutoff reach of the kernel in widths of the envelope
 * @param boundary how a plane continues
 */
public record GaborFilter(
    double sigmaMm,
    double wavelengthMm,
    double aspectRatio,
    double orientationStepRad,
    boolean orthogonalPlanes,
    double cutoff,
    BoundaryCondition boundary) {

  private static final int[][] PLANES = {{0, 1, 2}, {0, 2, 1}, {1, 2, 0}};
  private static final double ANGLE_ROUNDING = 1e-9;
  private static final double SPACING_TOLERANCE_FRACTION = 1e-4;

  public GaborFilter {
    if (!(sigmaMm > 0 && wavelengthMm > 0 && aspectRatio > 0 && cutoff > 0)) {
      throw new IllegalArgumentException(
          "sigma, wavelength, aspect ratio and cutoff must be > 0: "
              + sigmaMm
              + ", "
              + wavelengthMm
              + ", "
              + aspectRatio
              + ", "
              + cutoff);
    }
    if (!(orientationStepRad > 0 && orientationStepRad <= 2 * Math.PI + ANGLE_ROUNDING)) {
      throw new IllegalArgumentException(
          "orientation step must be in (0, 2π]: " + orientationStepRad);
    }
  }

  /** Returns the averaged magnitude, in double precision, on the geometry of the image. */
  public VoxelBlock respond(VoxelBlock image, IProgressMonitor monitor) {
    GridGeometry grid = image.geometry();
    int[] size = {grid.sizeX(), grid.sizeY(), grid.sizeZ()};
    int[] stride = {1, grid.sizeX(), grid.sliceVoxelCount()};
    double[] spacing = {grid.spacingMm().x(), grid.spacingMm().y(), grid.spacingMm().z()};
    int families = orthogonalPlanes ? PLANES.length : 1;
    SubMonitor progress = SubMonitor.convert(monitor, "Gabor filter", families);
    double[] values = image.toDoubles();
    double[] total = new double[values.length];
    for (int f = 0; f < families; f++) {
      int a = PLANES[f][0];
      int b = PLANES[f][1];
      int c = PLANES[f][2];
      if (Math.abs(spacing[a] - spacing[b]) > SPACING_TOLERANCE_FRACTION * spacing[a]) {
        throw new IllegalArgumentException(
            "Gabor filters need square pixels: " + spacing[a] + " and " + spacing[b] + " mm");
      }
      var planes = new PlaneResponses(size[a], stride[a], size[b], stride[b], spacing[a]);
      SubMonitor part = progress.split(1).setWorkRemaining(size[c]);
      for (int plane = 0; plane < size[c]; plane++) {
        part.checkCanceled();
        planes.add(values, plane * stride[c], total, part);
        part.worked(1);
      }
    }
    double scale = 1.0 / (families * orientations());
    for (int i = 0; i < total.length; i++) {
      total[i] *= scale;
    }
    return VoxelBlock.ofFloat64(grid, total);
  }

  private int orientations() {
    return Math.max(1, (int) Math.round(2 * Math.PI / orientationStepRad));
  }

  /** All planes of one family; holds the transformed kernels. */
  private final class PlaneResponses {

    private final int sizeA;
    private final int strideA;
    private final int sizeB;
    private final int strideB;
    private final int reach;
    private final int paddedA;
    private final int paddedB;
    private final FourierVolume fourier;
    private final double[][] kernelRe;
    private final double[][] kernelIm;

    PlaneResponses(int sizeA, int strideA, int sizeB, int strideB, double spacingMm) {
      this.sizeA = sizeA;
      this.strideA = strideA;
      this.sizeB = sizeB;
      this.strideB = strideB;
      double sigma = sigmaMm / spacingMm;
      reach = (int) Math.ceil(cutoff * sigma * Math.max(1, 1 / aspectRatio));
      paddedA = sizeA + 2 * reach;
      paddedB = sizeB + 2 * reach;
      fourier = new FourierVolume(paddedA, paddedB, 1);
      kernelRe = new double[orientations()][paddedA * paddedB];
      kernelIm = new double[orientations()][paddedA * paddedB];
      for (int o = 0; o < kernelRe.length; o++) {
        kernel(o, sigma, wavelengthMm / spacingMm);
      }
    }

    private void kernel(int orientation, double sigma, double wavelength) {
      double cosine = Math.cos(orientation * orientationStepRad);
      double sine = Math.sin(orientation * orientationStepRad);
      int limitA = Math.min(reach, (paddedA - 1) / 2);
      int limitB = Math.min(reach, (paddedB - 1) / 2);
      for (int kb = -limitB; kb <= limitB; kb++) {
        for (int ka = -limitA; ka <= limitA; ka++) {
          double u = ka * cosine + kb * sine;
          double v = -ka * sine + kb * cosine;
          double envelope =
              Math.exp(-(u * u + aspectRatio * aspectRatio * v * v) / (2 * sigma * sigma));
          int at = Math.floorMod(kb, paddedB) * paddedA + Math.floorMod(ka, paddedA);
          kernelRe[orientation][at] = envelope * Math.cos(2 * Math.PI * u / wavelength);
          kernelIm[orientation][at] = envelope * Math.sin(2 * Math.PI * u / wavelength);
        }
      }
      fourier.forward(kernelRe[orientation], kernelIm[orientation], SubMonitor.convert(null));
    }

    void add(double[] values, int start, double[] total, SubMonitor progress) {
      double[] re = new double[paddedA * paddedB];
      double[] im = new double[paddedA * paddedB];
      for (int b = 0; b < paddedB; b++) {
        int fromB = boundary.source(b - reach, sizeB);
        for (int a = 0; a < paddedA; a++) {
          int fromA = boundary.source(a - reach, sizeA);
          if (fromA != BoundaryCondition.OUTSIDE && fromB != BoundaryCondition.OUTSIDE) {
            re[b * paddedA + a] = values[start + fromA * strideA + fromB * strideB];
          }
        }
      }
      fourier.forward(re, im, progress);
      for (int o = 0; o < kernelRe.length; o++) {
        double[] x = new double[re.length];
        double[] y = new double[re.length];
        for (int i = 0; i < x.length; i++) {
          x[i] = re[i] * kernelRe[o][i] - im[i] * kernelIm[o][i];
          y[i] = re[i] * kernelIm[o][i] + im[i] * kernelRe[o][i];
        }
        fourier.inverse(x, y, progress);
        for (int b = 0; b < sizeB; b++) {
          for (int a = 0; a < sizeA; a++) {
            int i = (b + reach) * paddedA + a + reach;
            total[start + a * strideA + b * strideB] += Math.hypot(x[i], y[i]);
          }
        }
      }
    }
  }
}
