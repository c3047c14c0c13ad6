/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.internal.fourier;

/**
 * Discrete Fourier transform of one line of any length, in place: {@code X[k] = Σ_n x[n]·exp(∓2πi
 * kn/N)}, without a factor. Powers of two by the radix-2 algorithm (J. Cooley, J. Tukey 1965,
 * doi:10.1090/S0025-5718-1965-0178586-1), other lengths as a convolution with a chirp (L. Bluestein
 * 1970, doi:10.1109/TAU.1970.1162132). Worked example: 1, 0, 0 becomes 1, 1, 1. Holds tables and
 * scratch memory: not thread-safe.
 */
public final class FourierLine {

  private final int length;
  private final double[] cosine; // radix-2 only
  private final double[] sine;
  private final FourierLine padded; // Bluestein only; null for a power of two
  private final double[] chirpRe;
  private final double[] chirpIm;
  private final double[] kernelRe;
  private final double[] kernelIm;

  public FourierLine(int length) {
    if (length < 1) {
      throw new IllegalArgumentException("length must be >= 1: " + length);
    }
    this.length = length;
    boolean powerOfTwo = Integer.bitCount(length) == 1;
    int half = powerOfTwo ? length / 2 : 0;
    cosine = new double[half];
    sine = new double[half];
    for (int i = 0; i < half; i++) {
      cosine[i] = Math.cos(2 * Math.PI * i / length);
      sine[i] = -Math.sin(2 * Math.PI * i / length);
    }
    int paddedLength = powerOfTwo ? 0 : Integer.highestOneBit(2 * length) << 1;
    padded = powerOfTwo ? null : new FourierLine(paddedLength);
    chirpRe = new double[powerOfTwo ? 0 : length];
    chirpIm = new double[chirpRe.length];
    kernelRe = new double[paddedLength];
    kernelIm = new double[paddedLength];
    for (int i = 0; i < chirpRe.length; i++) {
      double angle = Math.PI * ((long) i * i % (2L * length)) / length;
      chirpRe[i] = Math.cos(angle);
      chirpIm[i] = -Math.sin(angle);
      kernelRe[i] = chirpRe[i];
      kernelIm[i] = -chirpIm[i];
      if (i > 0) {
        kernelRe[paddedLength - i] = chirpRe[i];
        kernelIm[paddedLength - i] = -chirpIm[i];
      }
    }
    if (!powerOfTwo) {
      padded.forward(kernelRe, kernelIm);
    }
  }

  /** Transforms with exp(−2πi kn/N). */
  public void forward(double[] re, double[] im) {
    if (padded == null) {
      radix2(re, im);
    } else {
      bluestein(re, im);
    }
  }

  /** Transforms with exp(+2πi kn/N); divide by the length to invert {@link #forward}. */
  public void backward(double[] re, double[] im) {
    forward(im, re); // exchanging real and imaginary parts conjugates the transform
  }

  private void radix2(double[] re, double[] im) {
    for (int i = 1, j = 0; i < length; i++) {
      int bit = length >> 1;
      for (; (j & bit) != 0; bit >>= 1) {
        j ^= bit;
      }
      j ^= bit;
      if (i < j) {
        swap(re, i, j);
        swap(im, i, j);
      }
    }
    for (int size = 2; size <= length; size <<= 1) {
      int half = size >> 1;
      int step = length / size;
      for (int from = 0; from < length; from += size) {
        for (int k = 0; k < half; k++) {
          int a = from + k;
          int b = a + half;
          double c = cosine[k * step];
          double s = sine[k * step];
          double tr = re[b] * c - im[b] * s;
          double ti = re[b] * s + im[b] * c;
          re[b] = re[a] - tr;
          im[b] = im[a] - ti;
          re[a] += tr;
          im[a] += ti;
        }
      }
    }
  }

  private static void swap(double[] values, int i, int j) {
    double kept = values[i];
    values[i] = values[j];
    values[j] = kept;
  }

  private void bluestein(double[] re, double[] im) {
    double[] a = new double[padded.length];
    double[] b = new double[padded.length];
    for (int i = 0; i < length; i++) {
      a[i] = re[i] * chirpRe[i] - im[i] * chirpIm[i];
      b[i] = re[i] * chirpIm[i] + im[i] * chirpRe[i];
    }
    padded.forward(a, b);
    for (int i = 0; i < a.length; i++) {
      double product = a[i] * kernelRe[i] - b[i] * kernelIm[i];
      b[i] = a[i] * kernelIm[i] + b[i] * kernelRe[i];
      a[i] = product;
    }
    padded.backward(a, b);
    double scale = 1.0 / a.length;
    for (int i = 0; i < length; i++) {
      re[i] = (a[i] * chirpRe[i] - b[i] * chirpIm[i]) * scale;
      im[i] = (a[i] * chirpIm[i] + b[i] * chirpRe[i]) * scale;
    }
  }
}
