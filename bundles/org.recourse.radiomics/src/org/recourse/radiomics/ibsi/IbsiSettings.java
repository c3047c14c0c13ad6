/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.ibsi;

import java.util.Objects;
import java.util.Optional;

/**
 * How an image is processed before features are taken.
 *
 * @param planar true for processing slice by slice (2D and 2.5D features), false for the volume
 * @param spacingMm new spacing; along z it is ignored for planar processing; empty for none
 * @param roundIntensities whether intensities are rounded to whole numbers after interpolation
 * @param resegmentation range of intensities that stay in the intensity mask, empty for all
 * @param discretisation how grey levels are formed
 * @param histogramWidth bin width of the intensity-volume histogram; empty to use each intensity
 */
public record IbsiSettings(
    boolean planar,
    Optional<Double> spacingMm,
    boolean roundIntensities,
    Optional<Range> resegmentation,
    Discretisation discretisation,
    Optional<Double> histogramWidth) {

  public IbsiSettings {
    Objects.requireNonNull(spacingMm, "spacingMm");
    Objects.requireNonNull(resegmentation, "resegmentation");
    Objects.requireNonNull(discretisation, "discretisation");
    Objects.requireNonNull(histogramWidth, "histogramWidth");
  }

  /** Intensities from low to high, both included. */
  public record Range(double low, double high) {
    public Range {
      if (!(low < high)) {
        throw new IllegalArgumentException("empty range: " + low + ".." + high);
      }
    }
  }

  /** How intensities become grey levels. */
  public sealed interface Discretisation {

    /** Whole intensities are levels already. */
    record None() implements Discretisation {}

    /** Bins of equal width from the lower limit of the resegmentation, or from the minimum. */
    record BinWidth(double width) implements Discretisation {
      public BinWidth {
        if (!(width > 0)) {
          throw new IllegalArgumentException("width must be > 0: " + width);
        }
      }
    }

    /** A number of bins of equal width from minimum to maximum. */
    record BinCount(int count) implements Discretisation {
      public BinCount {
        if (count < 1) {
          throw new IllegalArgumentException("count must be >= 1: " + count);
        }
      }
    }
  }
}
