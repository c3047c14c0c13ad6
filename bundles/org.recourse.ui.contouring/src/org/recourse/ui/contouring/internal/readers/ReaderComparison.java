/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.contouring.internal.readers;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.dosimetry.structure.Overlap;
import org.recourse.grid.contour.ContourPlanes;
import org.recourse.grid.parallel.SliceExecutor;

/**
 * Every version of a structure against every other one, and the spread of all. Immutable.
 *
 * <p>Spread: mean and standard deviation (n − 1) of the pairs; volumes with their coefficient of
 * variation, the standard deviation divided by the mean. Two volumes of 9 and 11 cm³ have a mean of
 * 10 cm³ and a coefficient of variation of 14.1 %.
 *
 * @param pairs one row for each pair with contours
 * @param volumesCm3 volume of each version, prisms of its slices
 */
public record ReaderComparison(List<Pair> pairs, List<Double> volumesCm3) {

  /**
   * Two versions.
   *
   * @param first name of the first one
   * @param second name of the second one
   * @param overlap how well they agree
   */
  public record Pair(String first, String second, Overlap overlap) {}

  /** A version by its name. */
  public record Version(String name, ContourPlanes planes) {}

  /** Mean and standard deviation of at least one value; the latter is empty for just one. */
  public record Spread(double mean, OptionalDouble standardDeviation) {

    static Spread of(List<Double> values) {
      double mean = values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
      double squares = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
      return new Spread(
          mean,
          values.size() < 2
              ? OptionalDouble.empty()
              : OptionalDouble.of(Math.sqrt(squares / (values.size() - 1))));
    }

    /** Standard deviation in percent of the mean. */
    public OptionalDouble variationPercent() {
      return standardDeviation.isEmpty() || mean == 0
          ? OptionalDouble.empty()
          : OptionalDouble.of(100 * standardDeviation.getAsDouble() / mean);
    }
  }

  public ReaderComparison {
    pairs = List.copyOf(pairs);
    volumesCm3 = List.copyOf(volumesCm3);
  }

  /**
   * Compares versions; those without contours are left out.
   *
   * @throws IllegalArgumentException if their contours are not parallel
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  public static ReaderComparison of(
      List<Version> versions, SliceExecutor executor, IProgressMonitor monitor) {
    List<Version> drawn = versions.stream().filter(version -> !version.planes().isEmpty()).toList();
    int count = drawn.size() * (drawn.size() - 1) / 2;
    SubMonitor progress = SubMonitor.convert(monitor, "Comparing versions", Math.max(1, count));
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < drawn.size(); i++) {
      for (int j = i + 1; j < drawn.size(); j++) {
        Version a = drawn.get(i);
        Version b = drawn.get(j);
        Optional<Overlap> overlap = Overlap.of(a.planes(), b.planes(), executor, progress.split(1));
        overlap.ifPresent(found -> pairs.add(new Pair(a.name(), b.name(), found)));
      }
    }
    return new ReaderComparison(
        pairs, drawn.stream().map(version -> version.planes().prismVolumeCm3()).toList());
  }

  /** Spread of one figure over all pairs. */
  public Spread spread(ToDoubleFunction<Overlap> figure) {
    Objects.requireNonNull(figure, "figure");
    return Spread.of(pairs.stream().map(pair -> figure.applyAsDouble(pair.overlap())).toList());
  }

  /** Spread of the volumes of the versions. */
  public Spread volumeSpread() {
    return Spread.of(volumesCm3);
  }
}
