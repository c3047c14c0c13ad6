/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.filter;

/**
 * Which samples a periodic convolution multiplies with which coefficient, for one output position:
 * {@code out[i] = Σ_j f[j] · in[(i + F/2 − j) mod n]}. The order of the terms is that of
 * PyWavelets: near the upper end the wrapped terms come first, from the largest index down; sums in
 * floating point depend on it. Immutable.
 *
 * @param tap index j of each term
 * @param source sample of each term, 0 to n − 1
 */
record PeriodicTaps(int[] tap, int[] source) {

  static PeriodicTaps at(int i, int n, int filterLength) {
    int centre = i + filterLength / 2;
    int wrapped = Math.clamp(centre - n + 1L, 0, filterLength); // terms beyond the upper end
    int[] tap = new int[filterLength];
    int[] source = new int[filterLength];
    for (int t = 0; t < filterLength; t++) {
      tap[t] = t < wrapped ? wrapped - 1 - t : t;
      source[t] = Math.floorMod(centre - tap[t], n);
    }
    return new PeriodicTaps(tap, source);
  }

  /** First output position whose terms do not wrap around. */
  static int firstInner(int filterLength) {
    return filterLength - 1 - filterLength / 2;
  }

  /** One past the last output position whose terms do not wrap around; may be before the first. */
  static int endInner(int n, int filterLength) {
    return n - filterLength / 2;
  }
}
