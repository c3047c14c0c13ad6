/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.numbers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.dosimetry.dvh.DoseMetric;
import org.recourse.dosimetry.dvh.Dvh;
import org.recourse.dosimetry.dvh.MetricValue;
import org.recourse.dosimetry.dvh.StructureSampling;
import org.recourse.radiobiology.conversion.Tissue;
import org.recourse.registration.uncertainty.DvhBand;
import org.recourse.registration.uncertainty.MetricBand;

/**
 * The histograms of one structure over all scenarios. Immutable.
 *
 * @param nominal as registered
 * @param low at every point the least
 * @param high at every point the most
 * @param drawn under the drawn shifts
 * @param transformIds registrations of the earlier courses
 */
record BandSamples(Dvh nominal, Dvh low, Dvh high, List<Dvh> drawn, List<String> transformIds) {

  private static final double BIN_GY = 0.5;

  BandSamples {
    drawn = List.copyOf(drawn);
    transformIds = List.copyOf(transformIds);
  }

  /** Computes the histograms; empty if the structure has no cumulative dose. */
  static Optional<BandSamples> of(
      ScenarioDoses doses,
      StructureSampling sampling,
      Tissue tissue,
      double[] weights,
      List<String> transformIds,
      IProgressMonitor monitor) {
    Function<ScenarioDoses.Scenario, Optional<Dvh>> in =
        scenario -> doses.dvh(sampling, tissue, weights, scenario, monitor);
    Optional<Dvh> nominal = in.apply(new ScenarioDoses.Scenario.AsRegistered());
    if (nominal.isEmpty()) {
      return Optional.empty();
    }
    List<Dvh> drawn = new ArrayList<>();
    for (int i = 0; i < ScenarioDoses.SAMPLES; i++) {
      drawn.add(in.apply(new ScenarioDoses.Scenario.Drawn(i)).orElseThrow());
    }
    return Optional.of(
        new BandSamples(
            nominal.get(),
            in.apply(new ScenarioDoses.Scenario.Worst(false)).orElseThrow(),
            in.apply(new ScenarioDoses.Scenario.Worst(true)).orElseThrow(),
            drawn,
            transformIds));
  }

  /** Returns the interval of a metric; empty if it is undefined somewhere. */
  Optional<MetricBand> band(DoseMetric metric) {
    return band(
        dvh ->
            switch (metric.evaluate(dvh)) {
              case MetricValue.Defined defined -> OptionalDouble.of(defined.value());
              case MetricValue.Undefined undefined -> OptionalDouble.empty();
            });
  }

  private Optional<MetricBand> band(Function<Dvh, OptionalDouble> metric) {
    OptionalDouble at = metric.apply(nominal);
    OptionalDouble one = metric.apply(low);
    OptionalDouble other = metric.apply(high);
    List<OptionalDouble> sampled = drawn.stream().map(metric).toList();
    if (at.isEmpty()
        || one.isEmpty()
        || other.isEmpty()
        || sampled.stream().anyMatch(OptionalDouble::isEmpty)) {
      return Optional.empty();
    }
    // A volume or dose to the coldest part may fall where the dose rises.
    double least = Math.min(at.getAsDouble(), Math.min(one.getAsDouble(), other.getAsDouble()));
    double most = Math.max(at.getAsDouble(), Math.max(one.getAsDouble(), other.getAsDouble()));
    return Optional.of(
        MetricBand.of(
            at.getAsDouble(),
            least,
            most,
            sampled.stream().mapToDouble(OptionalDouble::getAsDouble).toArray(),
            transformIds));
  }

  MetricBand maximum() {
    return band(dvh -> OptionalDouble.of(dvh.maxGy())).orElseThrow();
  }

  MetricBand mean() {
    return band(dvh -> OptionalDouble.of(dvh.meanGy())).orElseThrow();
  }

  DvhBand histogram() {
    int bins = (int) Math.ceil(high.maxGy() / BIN_GY) + 2;
    double[][] sampled = new double[drawn.size()][];
    for (int i = 0; i < sampled.length; i++) {
      sampled[i] = curve(drawn.get(i), bins);
    }
    return DvhBand.of(
        BIN_GY, curve(nominal, bins), curve(low, bins), curve(high, bins), sampled, transformIds);
  }

  private static double[] curve(Dvh dvh, int bins) {
    double[] fraction = new double[bins];
    for (int b = 0; b < bins; b++) {
      fraction[b] = dvh.volumeAtDosePercent(b * BIN_GY) / 100;
    }
    return fraction;
  }
}
