/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.internal.fourier;

import org.eclipse.core.runtime.SubMonitor;

/** Discrete Fourier transform of a volume, x fastest, axis by axis and in place. */
public final class FourierVolume {

  private final int[] size;

  public FourierVolume(int sizeX, int sizeY, int sizeZ) {
    size = new int[] {sizeX, sizeY, sizeZ};
  }

  public void forward(double[] re, double[] im, SubMonitor progress) {
    for (int axis = 0; axis < size.length; axis++) {
      progress.checkCanceled();
      along(axis, re, im);
    }
  }

  /** Inverse of {@link #forward}, including the factor 1/N. */
  public void inverse(double[] re, double[] im, SubMonitor progress) {
    forward(im, re, progress); // exchanging the parts conjugates the transform
    double scale = 1.0 / re.length;
    for (int i = 0; i < re.length; i++) {
      re[i] *= scale;
      im[i] *= scale;
    }
  }

  private void along(int axis, double[] re, double[] im) {
    int length = size[axis];
    if (length == 1) {
      return;
    }
    int stride = axis == 0 ? 1 : axis == 1 ? size[0] : size[0] * size[1];
    var line = new FourierLine(length);
    double[] a = new double[length];
    double[] b = new double[length];
    for (int first = 0; first < re.length; first++) {
      if (first / stride % length != 0) {
        continue; // not the first voxel of a line
      }
      for (int i = 0; i < length; i++) {
        a[i] = re[first + i * stride];
        b[i] = im[first + i * stride];
      }
      line.forward(a, b);
      for (int i = 0; i < length; i++) {
        re[first + i * stride] = a[i];
        im[first + i * stride] = b[i];
      }
    }
  }
}
