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
import java.util.function.BiConsumer;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.radiomics.image.IndexBox;
import org.recourse.radiomics.image.SampleType;
import org.recourse.radiomics.image.VoxelBlock;

/**
 * One image on its way through the levels of a stationary wavelet decomposition. Not thread-safe.
 * Bands are made depth first, so that at most one array per axis and the approximation live at
 * once; with all eight bands side by side an image of 10 million voxels would need 640 MB.
 */
final class WaveletBands {

  private final GridGeometry original;
  private final GridGeometry even;
  private final List<Integer> axes;
  private final SubMonitor progress;
  private final double[][] filters64; // low, high
  private final float[][] filters32;
  private final boolean single;

  private Object data; // float[] or double[], even sized
  private Object nextData;

  WaveletBands(VoxelBlock image, WaveletFilters filters, List<Integer> axes, SubMonitor progress) {
    original = image.geometry();
    even = WaveletFilter.evenSized(original);
    this.axes = axes;
    this.progress = progress;
    filters64 = new double[][] {filters.low(), filters.high()};
    filters32 = new float[][] {filters.lowSingle(), filters.highSingle()};
    single = WaveletFilter.typeOfBands(image.type()) == SampleType.FLOAT32;
    data = padded(single ? image.toFloats() : image.toDoubles());
  }

  /** Replaces the data by its approximation. */
  void toApproximation() {
    for (int axis : axes) {
      data = convolved(axis, data, 0);
    }
    progress.worked(1 << axes.size());
  }

  /** Hands over the details of this level and replaces the data by its approximation. */
  void toNextLevel(BiConsumer<String, VoxelBlock> details) {
    descend(data, 0, "", details);
    data = nextData;
    nextData = null;
  }

  private void descend(
      Object from, int depth, String letters, BiConsumer<String, VoxelBlock> details) {
    if (depth == axes.size()) {
      if (letters.indexOf('H') < 0) {
        nextData = from;
      } else {
        details.accept(letters, cropped(from));
      }
      progress.worked(1);
      return;
    }
    for (int band = 0; band < 2; band++) {
      progress.checkCanceled();
      Object filtered = convolved(axes.get(depth), from, band);
      descend(filtered, depth + 1, letters + (band == 0 ? "L" : "H"), details);
    }
  }

  VoxelBlock approximation() {
    return cropped(data);
  }

  private Object convolved(int axis, Object from, int band) {
    var convolution = new PeriodicConvolution(even.sizeX(), even.sizeY(), even.sizeZ());
    int length = filters64[band].length;
    if (single) {
      float[] out = new float[even.voxelCount()];
      convolution.convolve(axis, length, new WeightedRows32((float[]) from, filters32[band], out));
      return out;
    }
    double[] out = new double[even.voxelCount()];
    convolution.convolve(axis, length, new WeightedRows64((double[]) from, filters64[band], out));
    return out;
  }

  /** Repeats the first voxel after the last one of an axis of odd size. */
  private Object padded(Object values) {
    if (even.equals(original)) {
      return values;
    }
    int sx = original.sizeX();
    Object result = single ? new float[even.voxelCount()] : new double[even.voxelCount()];
    for (int z = 0; z < even.sizeZ(); z++) {
      for (int y = 0; y < even.sizeY(); y++) {
        int from = original.indexOf(0, y % original.sizeY(), z % original.sizeZ());
        int to = even.indexOf(0, y, z);
        System.arraycopy(values, from, result, to, sx);
        System.arraycopy(values, from, result, to + sx, even.sizeX() - sx);
      }
    }
    return result;
  }

  private VoxelBlock cropped(Object values) {
    VoxelBlock block =
        single
            ? VoxelBlock.ofFloat32(even, (float[]) values)
            : VoxelBlock.ofFloat64(even, (double[]) values);
    if (even.equals(original)) {
      return block;
    }
    return block.crop(
        new IndexBox(0, 0, 0, original.sizeX() - 1, original.sizeY() - 1, original.sizeZ() - 1));
  }
}
