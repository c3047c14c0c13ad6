/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.risk.multiomics;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.recourse.inference.model.Calibration;
import org.recourse.inference.prediction.EnsembleInterval;
import org.recourse.risk.Interval;
import org.recourse.risk.RiskInputValue;
import org.recourse.risk.RiskUnit;

/**
 * The score of the final network beside those of the networks of its cross-validation. Immutable.
 *
 * <p>The number of the model is that of the final network, which saw all patients and ran without
 * early stop; so it need not lie where the others suggest. Where it does not, a sentence says so,
 * and the interval of the number is widened to hold it: no number stands beside its interval.
 *
 * @param score of the final network
 * @param expected what the networks of the cross-validation suggest; empty without them
 */
record EnsembleReading(double score, Optional<EnsembleInterval> expected) {

  private static final String ORIGIN = "networks of the cross-validation, 95 % prediction interval";

  private static final double VISIBLE = 0.0005; // with the three decimals of the sentence

  EnsembleReading {
    Objects.requireNonNull(expected, "expected");
  }

  /** Returns what the other networks suggest. */
  List<RiskInputValue> inputs() {
    return expected
        .map(
            range ->
                List.of(
                    new RiskInputValue("lower score", range.lower(), RiskUnit.ONE, ORIGIN),
                    new RiskInputValue("upper score", range.upper(), RiskUnit.ONE, ORIGIN)))
        .orElse(List.of());
  }

  /** Returns the sentence that the score is not what the other networks suggest. */
  Optional<String> disagreement() {
    return expected
        .filter(range -> score < range.lower() - VISIBLE || score > range.upper() + VISIBLE)
        .map(
            range ->
                String.format(
                    Locale.ROOT,
                    "The score %.3f lies outside of what the networks of the cross-validation"
                        + " suggest (%.3f to %.3f), so it is uncertain.",
                    score,
                    range.lower(),
                    range.upper()));
  }

  /** Returns the interval of the score, which it holds. */
  Optional<Interval> interval95() {
    return expected.map(range -> new Interval(range.lower(), range.upper()).holding(score));
  }

  /** Returns the interval of the calibrated probability, which it holds. */
  Optional<Interval> interval95(Calibration calibration, double fraction) {
    return expected.map(
        range ->
            new Interval(
                    calibration.probabilityFraction(range.lower()),
                    calibration.probabilityFraction(range.upper()))
                .holding(fraction));
  }

  /** Returns the scores of the other networks. */
  List<Double> scores() {
    return expected.map(EnsembleInterval::scores).orElse(List.of());
  }

  /** Returns the calibrated probabilities of the other networks. */
  List<Double> probabilities(Calibration calibration) {
    return scores().stream().map(calibration::probabilityFraction).toList();
  }
}
