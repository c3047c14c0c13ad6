/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.internal.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.recourse.assistant.bands.RiskBand;
import org.recourse.risk.Interval;
import org.recourse.risk.RiskAssessment;
import org.recourse.risk.RiskModelDescription;
import org.recourse.risk.RiskResult;
import org.recourse.risk.RiskValue;
import org.recourse.ui.widget.NumberText;

/** Cells and details of the table of risks. Stateless. */
final class RiskText {

  /** How the description of a model begins that was trained on made-up patients. */
  private static final String SYNTHETIC = "synthetic";

  private static final String NEW_LINE = System.lineSeparator();

  private RiskText() {}

  static String value(RiskAssessment row) {
    return switch (row.result()) {
      case RiskResult.Assessed assessed -> text(assessed.value());
      case RiskResult.NotApplicable none -> NumberText.UNKNOWN;
      case RiskResult.Failed failed -> NumberText.UNKNOWN;
    };
  }

  private static String text(RiskValue value) {
    String prefix = value.bound() == RiskValue.Bound.UPPER_BOUND ? "at most " : "";
    return switch (value) {
      case RiskValue.Probability probability -> prefix + NumberText.risk(probability.fraction());
      case RiskValue.Category category ->
          category.text() + (prefix.isEmpty() ? "" : " (from an upper bound)");
      case RiskValue.Score score -> prefix + "score " + NumberText.fixed(score.score(), 2);
    };
  }

  static String interval(RiskAssessment row) {
    return row.result() instanceof RiskResult.Assessed assessed
        ? assessed.interval95().map(RiskText::text).orElse(NumberText.UNKNOWN)
        : NumberText.UNKNOWN;
  }

  private static String text(Interval interval) {
    return NumberText.risk(interval.lower()) + "–" + NumberText.risk(interval.upper());
  }

  /** The answer in a few words: value with interval, category, or that there is none. */
  static String headline(RiskAssessment row) {
    return switch (row.result()) {
      case RiskResult.Assessed assessed -> {
        String interval = interval(row);
        yield interval.equals(NumberText.UNKNOWN)
            ? text(assessed.value())
            : text(assessed.value()) + " [" + interval + "]";
      }
      case RiskResult.NotApplicable none -> "Does not apply";
      case RiskResult.Failed failed -> "Could not be computed";
    };
  }

  /** What has to be known to read the answer, each with its sign; often nothing. */
  static List<String> notes(RiskAssessment row) {
    List<String> notes = new ArrayList<>();
    switch (row.result()) {
      case RiskResult.Assessed assessed -> {
        if (assessed.value().bound() == RiskValue.Bound.UPPER_BOUND) {
          notes.add("≤ Upper bound: typed maxima are added.");
        }
        if (assessed.value() instanceof RiskValue.Score) {
          notes.add("◇ A score, not a probability.");
        }
        assessed.disagreement().map(text -> "△ " + text).ifPresent(notes::add);
      }
      case RiskResult.NotApplicable none -> {
        none.outsideDomain().forEach(sentence -> notes.add("△ " + sentence));
        notes.addAll(none.lacks());
      }
      case RiskResult.Failed failed -> notes.add("△ " + failed.sentence());
    }
    row.description()
        .filter(model -> model.trainedOn().startsWith(SYNTHETIC))
        .ifPresent(model -> notes.add("◇ Trained on synthetic patients."));
    row.description()
        .filter(model -> !model.planDependent())
        .ifPresent(model -> notes.add("⊘ Does not follow the plan."));
    return notes;
  }

  /**
   * Where the answer may lie if earlier courses are misplaced, in a line; empty for models that do
   * not ask for cumulative dose.
   */
  static String registration(Optional<RiskBand> band) {
    return band.map(
            risk ->
                switch (risk.kind()) {
                  case PROBABILITY, SCORE ->
                      "± registration: "
                          + NumberText.risk(risk.worstLow())
                          + "–"
                          + NumberText.risk(risk.worstHigh())
                          + risk.sampled().map(RiskText::sampled).orElse("");
                  case CATEGORY ->
                      risk.worstHigh() - risk.worstLow() < 0.5
                          ? "± registration: the same wherever the courses lie"
                          : "± registration: the category changes if the courses are misplaced";
                })
        .orElse("");
  }

  private static String sampled(RiskBand.Sampled sampled) {
    return " (95 % of samples "
        + NumberText.risk(sampled.percentile2())
        + "–"
        + NumberText.risk(sampled.percentile97())
        + ")";
  }

  /** First reason, or why there is no number. */
  static String why(RiskAssessment row) {
    return switch (row.result()) {
      case RiskResult.Assessed assessed -> assessed.reasons().stream().findFirst().orElse("");
      case RiskResult.NotApplicable none -> "Does not apply. " + sentences(none);
      case RiskResult.Failed failed -> failed.sentence();
    };
  }

  private static String sentences(RiskResult.NotApplicable none) {
    return String.join(" ", none.outsideDomain())
        + (none.outsideDomain().isEmpty() || none.lacks().isEmpty() ? "" : " ")
        + String.join(" ", none.lacks());
  }

  /** Sources with their evidence, one a line; empty if the model could not be created. */
  static String sources(RiskAssessment row) {
    return row.description().map(RiskText::sources).orElse("");
  }

  private static String sources(RiskModelDescription model) {
    return model.literature().stream()
        .map(
            source ->
                source.citation()
                    + (source.locator().isBlank() ? "" : ", " + source.locator())
                    + " ("
                    + source.evidence().text()
                    + ")")
        .collect(Collectors.joining(NEW_LINE));
  }

  static String details(RiskAssessment row) {
    var text = new StringBuilder(row.model().title()).append(NEW_LINE);
    text.append(answer(row)).append(NEW_LINE).append(NEW_LINE);
    row.description().ifPresent(model -> append(text, model));
    switch (row.result()) {
      case RiskResult.Assessed assessed -> append(text, assessed);
      case RiskResult.NotApplicable none -> {
        block(text, "Outside the domain of the model", none.outsideDomain());
        block(text, "Missing", none.lacks());
      }
      case RiskResult.Failed failed -> block(text, "Failed", List.of(failed.sentence()));
    }
    block(text, "Findings", row.result().findings().stream().map(f -> f.text()).toList());
    block(text, "Sources", sources(row).lines().toList());
    return text.toString();
  }

  /** The answer in one line: value with interval, or why there is none. */
  private static String answer(RiskAssessment row) {
    if (!(row.result() instanceof RiskResult.Assessed)) {
      return why(row);
    }
    String interval = interval(row);
    return value(row) + (interval.equals(NumberText.UNKNOWN) ? "" : ", 95 % interval " + interval);
  }

  private static void append(StringBuilder text, RiskModelDescription model) {
    text.append("Predicts: ").append(model.outcome()).append(NEW_LINE);
    text.append("Formula: ").append(model.formula()).append(NEW_LINE);
    text.append("From: ").append(model.trainedOn()).append(NEW_LINE);
    text.append("Version: ").append(model.version()).append(NEW_LINE);
    if (!model.planDependent()) {
      text.append("Does not depend on the plan.").append(NEW_LINE);
    }
    if (!model.calibrated()) {
      text.append("Its numbers are not fitted as probabilities.").append(NEW_LINE);
    }
    block(text, "Limitations", model.limitations());
  }

  private static void append(StringBuilder text, RiskResult.Assessed assessed) {
    block(
        text,
        "Inputs",
        assessed.inputs().stream()
            .map(
                input ->
                    input.label()
                        + ": "
                        + NumberText.editable(input.value(), 1)
                        + (input.unit().symbol().isEmpty() ? "" : " " + input.unit().symbol())
                        + " ("
                        + input.origin()
                        + ")")
            .toList());
    block(
        text,
        "Parts",
        assessed.parts().stream().map(part -> part.label() + ": " + text(part.value())).toList());
    block(text, "Reasons", assessed.reasons());
  }

  private static void block(StringBuilder text, String head, List<String> lines) {
    if (!lines.isEmpty()) {
      text.append(NEW_LINE).append(head).append(NEW_LINE);
      lines.forEach(line -> text.append("  ").append(line).append(NEW_LINE));
    }
  }
}
