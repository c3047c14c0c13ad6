/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.proposal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.tuning.check.ProposalCheck;

/** Says for each model what stands in the way of a lower number. Stateless. */
final class BindingChecks {

  private BindingChecks() {}

  static List<WhyNotLower> of(PlanNumbers before, List<String> modelIds, List<Proposal> proposals) {
    List<WhyNotLower> reasons = new ArrayList<>();
    for (String modelId : modelIds) {
      OptionalDouble now = WeightSearch.risk(modelId, before);
      if (now.isPresent()) {
        reasons.add(reason(modelId, ModelTitles.of(modelId, before), now.getAsDouble(), proposals));
      }
    }
    return reasons;
  }

  private static WhyNotLower reason(
      String modelId, String title, double now, List<Proposal> proposals) {
    List<Proposal> own =
        proposals.stream()
            .filter(proposal -> proposal.drivenBy().equals(Optional.of(modelId)))
            .filter(proposal -> number(proposal).isPresent())
            .sorted(Comparator.comparingDouble((Proposal p) -> -number(p).getAsDouble()))
            .toList();
    double lowestAcceptable =
        own.stream()
            .filter(Proposal::acceptable)
            .mapToDouble(p -> number(p).getAsDouble())
            .min()
            .orElse(now);
    double lowestTried = own.stream().mapToDouble(p -> number(p).getAsDouble()).min().orElse(now);
    Optional<Proposal> next =
        own.stream()
            .filter(p -> !p.acceptable())
            .filter(p -> number(p).getAsDouble() < lowestAcceptable)
            .findFirst();
    List<ProposalCheck> binding = next.map(Proposal::failedChecks).orElse(List.of());
    return new WhyNotLower(
        modelId,
        Math.min(now, lowestAcceptable),
        lowestTried,
        binding,
        sentence(title, Math.min(now, lowestAcceptable), next));
  }

  private static String sentence(String title, double lowest, Optional<Proposal> next) {
    if (next.isEmpty()) {
      return String.format(
          Locale.ROOT, "No change that was tried lowers %s below %.3f.", title, lowest);
    }
    return String.format(
        Locale.ROOT,
        "What keeps %s from less than %.3f: %s",
        title,
        lowest,
        next.get().failedChecks().stream()
            .map(ProposalCheck::text)
            .collect(Collectors.joining(" ")));
  }

  private static OptionalDouble number(Proposal proposal) {
    return proposal.driver().map(RiskChange::afterNumber).orElse(OptionalDouble.empty());
  }
}
