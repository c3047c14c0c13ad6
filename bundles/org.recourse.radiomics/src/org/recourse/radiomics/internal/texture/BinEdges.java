/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.internal.texture;

import java.util.Optional;
import org.recourse.radiomics.image.SampleType;
import org.recourse.radiomics.settings.Settings;

/**
 * Lower limits of grey levels: a value belongs to the level whose number is the count of edges that
 * are not above it. Immutable.
 *
 * <p>Worked example, checked by {@code TextureMatricesTest}: values from -3 to 30 with bin width 25
 * have the edges -25, 0, 25, 50, so -3 is level 1, 0 is level 2 and 30 is level 3.
 */
public final class BinEdges {

  private static final double DEFAULT_BIN_WIDTH = 25;
  private static final int MOST_EDGES = 1 << 26; // 512 MiB

  private final double[] edges;
  private final double scale; // levels per unit of value, for the first guess

  private BinEdges(double[] edges) {
    this.edges = edges;
    int last = edges.length - 1;
    scale = last == 0 ? 0 : last / (edges[last] - edges[0]);
  }

  /**
   * Edges of PyRadiomics 3.0.1. By width (the default, 25), the first edge is the multiple of the
   * width at or below the minimum. By count, the range is divided evenly and the last edge is moved
   * up by 1, so that the maximum belongs to the last level; single precision images have single
   * precision edges then.
   *
   * <p>A flat region has one level.
   */
  static BinEdges pyradiomics(double[] values, SampleType type, Settings settings) {
    double minimum = values[0];
    double maximum = values[0];
    for (double value : values) {
      minimum = Math.min(minimum, value);
      maximum = Math.max(maximum, value);
    }
    Optional<Double> count = settings.number("binCount");
    return count.isPresent()
        ? byCount(minimum, maximum, count.get().intValue(), type)
        : byWidth(minimum, maximum, settings.number("binWidth", DEFAULT_BIN_WIDTH));
  }

  private static BinEdges byWidth(double minimum, double maximum, double width) {
    double low = minimum - floorMod(minimum, width);
    // numpy.arange: the step is the difference of the first two values, as rounded
    double step = (low + width) - low;
    int count = (int) Math.ceil((maximum + 2 * width - low) / width);
    if (count > MOST_EDGES) {
      throw new IllegalArgumentException(
          "binWidth " + width + " is too small for values from " + minimum + " to " + maximum);
    }
    double[] edges = new double[Math.max(count, 1)];
    for (int i = 0; i < edges.length; i++) {
      edges[i] = low + i * step;
    }
    return edges.length == 1
        ? new BinEdges(new double[] {low - 0.5, low + 0.5})
        : new BinEdges(edges);
  }

  private static BinEdges byCount(double minimum, double maximum, int count, SampleType type) {
    double low = minimum == maximum ? minimum - 0.5 : minimum;
    double high = minimum == maximum ? maximum + 0.5 : maximum;
    double step = (high - low) / count;
    double[] edges = new double[count + 1];
    for (int i = 0; i < count; i++) {
      edges[i] = i * step + low;
    }
    edges[count] = high;
    if (type == SampleType.FLOAT32) {
      for (int i = 0; i <= count; i++) {
        edges[i] = (float) edges[i];
      }
      edges[count] = (float) edges[count] + 1f;
    } else {
      edges[count] += 1;
    }
    return new BinEdges(edges);
  }

  /** Remainder with the sign of the divisor, as in Python. */
  private static double floorMod(double value, double divisor) {
    double remainder = value % divisor;
    return remainder < 0 ? remainder + divisor : remainder;
  }

  /** Returns the highest level that a value can have. */
  int levelCount() {
    return edges.length;
  }

  int levelOf(double value) {
    int last = edges.length - 1;
    int guess = (int) ((value - edges[0]) * scale);
    guess = Math.min(Math.max(guess, 0), last);
    while (guess < last && edges[guess + 1] <= value) {
      guess++;
    }
    while (guess >= 0 && edges[guess] > value) {
      guess--;
    }
    return guess + 1;
  }

  /** Writes the levels of a segment and returns the highest. */
  int levels(double[] values, int from, int[] level, int start, int length) {
    int most = 0;
    for (int i = 0; i < length; i++) {
      int one = levelOf(values[from + i]);
      level[start + i] = one;
      most = Math.max(most, one);
    }
    return most;
  }
}
