/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.assistant.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.recourse.assistant.numbers.ShownNumbers;
import org.recourse.risk.RiskAssessment;
import org.recourse.risk.RiskResult;
import org.recourse.risk.RiskValue;

/**
 * The risks of the last revisions whose numbers were shown, oldest first. Mutable, UI thread only.
 */
final class RiskHistory {

  private static final int MOST_ENTRIES = 60;

  /**
   * One revision.
   *
   * @param revision revision of the plan
   * @param numberByModel probability or score of each model that gave one
   */
  record Entry(long revision, Map<String, Double> numberByModel) {}

  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, String> titleByModel = new LinkedHashMap<>();

  void clear() {
    entries.clear();
    titleByModel.clear();
  }

  /** Adds what is current of a revision; what was here of this revision is replaced. */
  void add(ShownNumbers shown) {
    List<RiskAssessment> current =
        shown.risks().stream()
            .filter(shown::isCurrent)
            .map(ShownNumbers.ShownRisk::assessment)
            .toList();
    if (!current.isEmpty()) {
      add(shown.planRevision(), current);
    }
  }

  /** Adds the answers of a revision; those of a revision already here replace it. */
  void add(long revision, List<RiskAssessment> risks) {
    Map<String, Double> numberByModel = new LinkedHashMap<>();
    for (RiskAssessment risk : risks) {
      number(risk.result())
          .ifPresent(
              number -> {
                numberByModel.put(risk.model().id(), number);
                titleByModel.put(risk.model().id(), risk.model().title());
              });
    }
    entries.removeIf(entry -> entry.revision() >= revision);
    entries.add(new Entry(revision, numberByModel));
    if (entries.size() > MOST_ENTRIES) {
      entries.removeFirst();
    }
  }

  /** Returns the revisions, oldest first; a copy. */
  List<Entry> entries() {
    return List.copyOf(entries);
  }

  /** Returns the models that ever gave a number, with their titles, in the order of the first. */
  Map<String, String> models() {
    return new LinkedHashMap<>(titleByModel);
  }

  /** Returns what a model said of the revision before the last one. */
  OptionalDouble before(String modelId) {
    return entries.size() < 2
        ? OptionalDouble.empty()
        : number(entries.get(entries.size() - 2), modelId);
  }

  /** Returns the change of a model from the revision before to the last one. */
  OptionalDouble change(String modelId) {
    OptionalDouble before = before(modelId);
    OptionalDouble now =
        entries.isEmpty() ? OptionalDouble.empty() : number(entries.getLast(), modelId);
    return before.isPresent() && now.isPresent()
        ? OptionalDouble.of(now.getAsDouble() - before.getAsDouble())
        : OptionalDouble.empty();
  }

  private static OptionalDouble number(Entry entry, String modelId) {
    return Optional.ofNullable(entry.numberByModel().get(modelId))
        .map(OptionalDouble::of)
        .orElse(OptionalDouble.empty());
  }

  /** Returns the probability or score of an answer; empty for a class, or if there is none. */
  static OptionalDouble number(RiskResult result) {
    return switch (result) {
      case RiskResult.Assessed assessed ->
          switch (assessed.value()) {
            case RiskValue.Probability probability -> OptionalDouble.of(probability.fraction());
            case RiskValue.Score score -> OptionalDouble.of(score.score());
            case RiskValue.Category category -> OptionalDouble.empty();
          };
      case RiskResult.NotApplicable none -> OptionalDouble.empty();
      case RiskResult.Failed failed -> OptionalDouble.empty();
    };
  }
}
