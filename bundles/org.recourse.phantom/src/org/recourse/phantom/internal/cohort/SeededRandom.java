/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.internal.cohort;

import java.util.Random;

/**
 * Random numbers for one purpose of one patient, so that the numbers of one purpose do not depend
 * on how many another one takes. Not thread-safe.
 */
final class SeededRandom {

  /** What the numbers are for. */
  enum Purpose {
    TRUTH,
    TUMOUR,
    ANATOMY,
    DOSE,
    CLINICAL,
    OUTCOME,
    IMAGE
  }

  private final Random random;

  SeededRandom(long seed, long number, Purpose purpose) {
    long v = seed * 0x9E3779B97F4A7C15L + number * 0xC2B2AE3D27D4EB4FL + purpose.ordinal();
    v = (v ^ v >>> 30) * 0xBF58476D1CE4E5B9L; // finaliser of SplitMix64
    v = (v ^ v >>> 27) * 0x94D049BB133111EBL;
    random = new Random(v ^ v >>> 31);
  }

  double normal() {
    return random.nextGaussian();
  }

  /** A normal number cut at so many standard deviations on either side. */
  double normal(double limit) {
    return Math.clamp(random.nextGaussian(), -limit, limit);
  }

  double uniform() {
    return random.nextDouble();
  }

  double uniform(double from, double to) {
    return from + (to - from) * random.nextDouble();
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  long seed() {
    return random.nextLong();
  }

  /** Returns which of the classes with these relative frequencies was drawn. */
  int among(double... frequencies) {
    double sum = 0;
    for (double frequency : frequencies) {
      sum += frequency;
    }
    double at = random.nextDouble() * sum;
    for (int i = 0; i < frequencies.length - 1; i++) {
      at -= frequencies[i];
      if (at < 0) {
        return i;
      }
    }
    return frequencies.length - 1;
  }
}
