/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.report.content;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.recourse.risk.Interval;
import org.recourse.risk.Literature;
import org.recourse.risk.RiskAssessment;
import org.recourse.risk.RiskInputValue;
import org.recourse.risk.RiskModelDescription;
import org.recourse.risk.RiskResult;
import org.recourse.risk.RiskValue;

/** Answers of risk models in words. Stateless. */
public final class RiskWords {

  /** How the description of a model begins that was trained on made-up patients. */
  private static final String SYNTHETIC = "synthetic";

  private RiskWords() {}

  /** The answer in a few words: value with interval, category, or that there is none. */
  public static String value(RiskAssessment row) {
    return switch (row.result()) {
      case RiskResult.Assessed assessed -> value(assessed.value());
      case RiskResult.NotApplicable none -> "does not apply";
      case RiskResult.Failed failed -> "could not be computed";
    };
  }

  /** A value with its interval. */
  public static String value(RiskValue value) {
    String prefix = value.bound() == RiskValue.Bound.UPPER_BOUND ? "at most " : "";
    return switch (value) {
      case RiskValue.Probability probability ->
          prefix
              + "probability "
              + Figures.fixed(probability.fraction(), 2)
              + probability.interval95().map(RiskWords::interval).orElse("");
      case RiskValue.Category category ->
          category.text() + (prefix.isEmpty() ? "" : " (from an upper bound)");
      case RiskValue.Score score ->
          prefix
              + "score "
              + Figures.fixed(score.score(), 2)
              + score.interval95().map(RiskWords::interval).orElse("");
    };
  }

  private static String interval(Interval interval) {
    return " ["
        + Figures.fixed(interval.lower(), 2)
        + "\u2013"
        + Figures.fixed(interval.upper(), 2)
        + "]";
  }

  /** What has to be known to read the answer: domain, plan, calibration, training; sentences. */
  public static List<String> reservations(RiskAssessment row) {
    List<String> notes = new ArrayList<>();
    if (row.result() instanceof RiskResult.Assessed assessed) {
      if (!assessed.inDomain()) {
        notes.add("Outside the domain of the model.");
      }
      if (assessed.value().bound() == RiskValue.Bound.UPPER_BOUND) {
        notes.add("An upper bound: typed maxima are added.");
      }
      if (assessed.value() instanceof RiskValue.Score) {
        notes.add("A score, not a probability.");
      }
      assessed.disagreement().ifPresent(notes::add);
    }
    row.description()
        .filter(model -> model.trainedOn().startsWith(SYNTHETIC))
        .ifPresent(model -> notes.add("Trained on synthetic patients."));
    row.description()
        .filter(model -> !model.planDependent())
        .ifPresent(model -> notes.add("Does not follow the plan."));
    return List.copyOf(notes);
  }

  /** Why there is a number, or what is missing; sentences. */
  public static List<String> reasons(RiskAssessment row) {
    return switch (row.result()) {
      case RiskResult.Assessed assessed -> assessed.reasons();
      case RiskResult.NotApplicable none -> {
        List<String> all = new ArrayList<>(none.outsideDomain());
        all.addAll(none.lacks());
        yield List.copyOf(all);
      }
      case RiskResult.Failed failed -> List.of(failed.sentence());
    };
  }

  /** A number an answer was computed from, with unit and origin. */
  public static String input(RiskInputValue input) {
    String symbol = input.unit().symbol();
    return input.label()
        + ": "
        + Figures.fixed(input.value(), 2)
        + (symbol.isEmpty() ? "" : " " + symbol)
        + " ("
        + input.origin()
        + ")";
  }

  /** Sources with their evidence. */
  public static String sources(RiskModelDescription model) {
    return model.literature().stream().map(RiskWords::source).collect(Collectors.joining("; "));
  }

  private static String source(Literature source) {
    return source.citation()
        + (source.locator().isBlank() ? "" : ", " + source.locator())
        + " ("
        + source.evidence().text()
        + ")";
  }
}
