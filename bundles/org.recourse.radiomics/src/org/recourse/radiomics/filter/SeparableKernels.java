/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.filter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.radiomics.image.VoxelBlock;

/**
 * Separable filters of IBSI-2 (A. Depeursinge et al., arXiv:2006.05470; P. Whybra et al. 2024,
 * doi:10.1148/radiol.231319): one kernel along each axis, optionally pooled over the 24 rotations
 * by right angles (4 in planes). Factories give the mean filter, Laws kernels and undecimated
 * wavelets. Immutable and thread-safe.
 *
 * <p>A rotation permutes the kernels over the axes and reverses some of them.
 */
public final class SeparableKernels {

  private static final int[][] PERMUTATIONS = {
    {0, 1, 2}, {1, 2, 0}, {2, 0, 1}, {0, 2, 1}, {2, 1, 0}, {1, 0, 2}
  };
  private static final int EVEN_PERMUTATIONS = 3;

  private final List<double[]> before; // along every axis, before the kernels
  private final List<double[]> kernels; // along x, y and, in 3D, z
  private final BoundaryCondition boundary;
  private final Optional<Pooling> rotations;

  private SeparableKernels(
      List<double[]> before,
      List<double[]> kernels,
      BoundaryCondition boundary,
      Optional<Pooling> rotations) {
    this.before = before;
    this.kernels = kernels;
    this.boundary = boundary;
    this.rotations = rotations;
  }

  /**
   * Mean over a square or cube of {@code support} voxels. Worked example: the mean over 3 of 0, 3,
   * 0 is 1 in the middle.
   *
   * @param support odd number of voxels along each axis
   * @param dimensions 2 for planes, 3
   */
  public static SeparableKernels mean(int support, int dimensions, BoundaryCondition boundary) {
    if (support < 1 || support % 2 == 0) {
      throw new IllegalArgumentException("support must be odd and >= 1: " + support);
    }
    double[] kernel = new double[support];
    Arrays.fill(kernel, 1.0 / support);
    var kernels = new ArrayList<double[]>();
    for (int i = 0; i < checked(dimensions); i++) {
      kernels.add(kernel);
    }
    return new SeparableKernels(List.of(), kernels, boundary, Optional.empty());
  }

  /**
   * Laws kernels (K. Laws, Rapid texture identification, 1980, doi:10.1117/12.959169), normalised
   * to unit energy, such as {@code "L5", "E5", "S5"}.
   */
  public static SeparableKernels laws(
      List<String> names, BoundaryCondition boundary, Optional<Pooling> rotations) {
    checked(names.size());
    return new SeparableKernels(
        List.of(), names.stream().map(SeparableKernels::laws).toList(), boundary, rotations);
  }

  private static double[] laws(String name) {
    double[] kernel =
        switch (name) {
          case "L3" -> new double[] {1, 2, 1};
          case "E3" -> new double[] {-1, 0, 1};
          case "S3" -> new double[] {-1, 2, -1};
          case "L5" -> new double[] {1, 4, 6, 4, 1};
          case "E5" -> new double[] {-1, -2, 0, 2, 1};
          case "S5" -> new double[] {-1, 0, 2, 0, -1};
          case "W5" -> new double[] {-1, 2, 0, -2, 1};
          case "R5" -> new double[] {1, -4, 6, -4, 1};
          default -> throw new IllegalArgumentException("unknown Laws kernel: " + name);
        };
    double energy = 0;
    for (double k : kernel) {
      energy += k * k;
    }
    for (int i = 0; i < kernel.length; i++) {
      kernel[i] /= Math.sqrt(energy);
    }
    return kernel;
  }

  /**
   * Undecimated separable wavelet at a level: first the low-pass filter of all lower levels along
   * every axis, then {@code letters} (L or H for each axis); at level j the filters have 2^(j−1) −
   * 1 zeros between their coefficients ("à trous").
   *
   * @param wavelet family, as in {@link WaveletFilter}
   */
  public static SeparableKernels wavelet(
      String wavelet,
      String letters,
      int level,
      BoundaryCondition boundary,
      Optional<Pooling> rotations) {
    checked(letters.length());
    if (level < 1) {
      throw new IllegalArgumentException("level must be >= 1: " + level);
    }
    WaveletFilters filters = WaveletFilters.named(wavelet);
    var before = new ArrayList<double[]>();
    for (int lower = 1; lower < level; lower++) {
      before.add(spread(filters.low(), lower));
    }
    var kernels = new ArrayList<double[]>();
    for (char letter : letters.toCharArray()) {
      kernels.add(
          switch (letter) {
            case 'L' -> spread(filters.low(), level);
            case 'H' -> spread(filters.high(), level);
            default -> throw new IllegalArgumentException("letters are L and H: " + letters);
          });
    }
    return new SeparableKernels(before, kernels, boundary, rotations);
  }

  private static double[] spread(double[] kernel, int level) {
    int step = 1 << (level - 1);
    double[] result = new double[(kernel.length - 1) * step + 1];
    for (int i = 0; i < kernel.length; i++) {
      result[i * step] = kernel[i];
    }
    return result;
  }

  private static int checked(int dimensions) {
    if (dimensions != 2 && dimensions != 3) {
      throw new IllegalArgumentException("dimensions must be 2 or 3: " + dimensions);
    }
    return dimensions;
  }

  /** Returns the response, in double precision, on the geometry of the image. */
  public VoxelBlock respond(VoxelBlock image, IProgressMonitor monitor) {
    GridGeometry grid = image.geometry();
    List<List<double[]>> variants = rotations.isPresent() ? rotated() : List.of(kernels);
    SubMonitor progress = SubMonitor.convert(monitor, "Separable filter", variants.size());
    double[] pool = new double[0];
    for (int v = 0; v < variants.size(); v++) {
      progress.checkCanceled();
      double[] response = image.toDoubles();
      for (int axis = 0; axis < kernels.size(); axis++) {
        for (double[] kernel : before) {
          response = AxisConvolution.along(axis, response, grid, kernel, boundary);
        }
        response = AxisConvolution.along(axis, response, grid, variants.get(v).get(axis), boundary);
      }
      if (v == 0) {
        pool = response;
      } else {
        rotations.orElseThrow().add(pool, response);
      }
      progress.worked(1);
    }
    double[] pooled = pool;
    rotations.ifPresent(p -> p.finish(pooled, variants.size()));
    return VoxelBlock.ofFloat64(grid, pooled);
  }

  /**
   * Texture energy: mean of the magnitude of the response over voxels up to {@code distance} away
   * along each axis.
   */
  public VoxelBlock energy(VoxelBlock image, int distance, IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, 2);
    double[] response = respond(image, progress.split(1)).toDoubles();
    for (int i = 0; i < response.length; i++) {
      response[i] = Math.abs(response[i]);
    }
    return mean(2 * distance + 1, kernels.size(), boundary)
        .respond(VoxelBlock.ofFloat64(image.geometry(), response), progress.split(1));
  }

  /** All signed permutations of the axes with determinant +1. */
  private List<List<double[]>> rotated() {
    int n = kernels.size();
    var variants = new ArrayList<List<double[]>>();
    for (int p = 0; p < PERMUTATIONS.length; p++) {
      int[] order = PERMUTATIONS[p];
      if (n == 2 && order[2] != 2) {
        continue; // a rotation in the plane leaves the third axis alone
      }
      int parity = p < EVEN_PERMUTATIONS ? 0 : 1;
      for (int flips = 0; flips < 1 << n; flips++) {
        if (Integer.bitCount(flips) % 2 == parity) {
          var variant = new ArrayList<double[]>();
          for (int axis = 0; axis < n; axis++) {
            double[] kernel = kernels.get(order[axis]);
            boolean reversed = (flips >> axis & 1) == 1;
            variant.add(reversed ? AxisConvolution.reversed(kernel) : kernel);
          }
          variants.add(variant);
        }
      }
    }
    return variants;
  }
}
