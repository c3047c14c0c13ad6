/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.cohort.internal.registry;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.recourse.outcomes.monitoring.FollowUpMatching;
import org.recourse.outcomes.monitoring.ProspectiveMonitoring;
import org.recourse.outcomes.registry.Assessment;
import org.recourse.outcomes.registry.OutcomeRegistry;
import org.recourse.outcomes.registry.RegistryException;

/**
 * What the registry knows about one outcome and model.
 *
 * @param question with outcome and model filled in
 * @param outcomes all outcomes with assessments
 * @param modelIds all models that spoke of the outcome
 * @param matching statements with and without known outcome
 * @param monitoring figures over calendar time
 */
record RegistryAnswer(
    RegistryQuestion question,
    List<String> outcomes,
    List<String> modelIds,
    FollowUpMatching matching,
    ProspectiveMonitoring monitoring) {

  RegistryAnswer {
    outcomes = List.copyOf(outcomes);
    modelIds = List.copyOf(modelIds);
  }

  /** Reads the registry; takes as long as the database. */
  static RegistryAnswer of(OutcomeRegistry registry, RegistryQuestion question)
      throws RegistryException {
    List<String> outcomes = registry.outcomes();
    String outcome = choice(question.outcome(), outcomes);
    List<Assessment> assessments = registry.assessments(outcome, Optional.empty());
    List<String> models =
        assessments.stream().map(one -> one.model().id()).distinct().sorted().toList();
    String model = choice(question.modelId(), models);
    List<Assessment> own =
        assessments.stream().filter(one -> one.model().id().equals(model)).toList();
    FollowUpMatching matching =
        FollowUpMatching.of(own, registry.followUps(outcome), question.horizonDays());
    return new RegistryAnswer(
        new RegistryQuestion(outcome, model, question.horizonMonths(), question.monthsPerPeriod()),
        outcomes,
        models,
        matching,
        ProspectiveMonitoring.of(matching.followed(), question.monthsPerPeriod()));
  }

  private static String choice(String wanted, List<String> offered) {
    return offered.contains(wanted)
        ? wanted
        : Stream.concat(offered.stream(), Stream.of("")).findFirst().orElseThrow();
  }

  /** What is known and what is not, in a sentence. */
  String sentence() {
    if (outcomes.isEmpty()) {
      return "The registry is empty. Record the assessment of an open case, or a follow-up.";
    }
    int known = matching.followed().size();
    String scores =
        monitoring.withoutProbability() == 0
            ? ""
            : " %d gave a score or a category, which has no expected number of events."
                .formatted(monitoring.withoutProbability());
    return "%d patients with a known outcome after %d months; %d not seen long enough, %d died"
            .formatted(
                known, question.horizonMonths(), matching.notYetKnown(), matching.diedBefore())
        + " before without it."
        + scores;
  }
}
