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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.recourse.assistant.protocols.ProtocolGoal;
import org.recourse.assistant.protocols.ProtocolTemplate;
import org.recourse.dosimetry.dvh.DoseMetric;
import org.recourse.dosimetry.dvh.MetricValue;
import org.recourse.model.DoseQuantity;
import org.recourse.model.EvidenceTag;
import org.recourse.model.GoalComparison;
import org.recourse.radiobiology.evidence.Source;
import org.recourse.radiobiology.evidence.SourceStrength;
import org.recourse.radiobiology.fractionation.AlphaBetaRatio;
import org.recourse.radiobiology.ledger.Limit;
import org.recourse.radiobiology.ledger.RecoveryConvention;

/**
 * Collects the limits on cumulative EQD2 that leave a remaining dose: upper limits on a dose of an
 * organ, at the alpha/beta of the organ, derived without recovery. Stateless.
 */
final class OrganLimits {

  private OrganLimits() {}

  /** Returns the limits of the goals of the case, then of the protocols, each once. */
  static List<OrganLimit> of(PlanSnapshot snapshot, List<ProtocolTemplate> protocols) {
    Set<OrganLimit> limits = new LinkedHashSet<>();
    List<StructureState> structures = snapshot.assessedStructures();
    for (GoalState goal : snapshot.goals()) {
      structures.stream()
          .filter(structure -> structure.isNamed(goal.structureName()))
          .findFirst()
          .flatMap(structure -> ofCase(goal, structure))
          .ifPresent(limits::add);
    }
    for (ProtocolTemplate protocol : protocols) {
      for (ProtocolGoal goal : protocol.goals()) {
        structures.stream()
            .filter(goal.structures()::matches)
            .map(structure -> ofProtocol(goal, structure))
            .flatMap(Optional::stream)
            .forEach(limits::add);
      }
    }
    return List.copyOf(new ArrayList<>(limits));
  }

  private static Optional<OrganLimit> ofCase(GoalState goal, StructureState structure) {
    Optional<DoseMetric> metric = doseMetric(goal.metric());
    boolean upper =
        goal.quantity() == DoseQuantity.CUMULATIVE_EQD2
            && goal.comparison() == GoalComparison.AT_MOST
            && goal.limit() >= 0;
    return metric
        .filter(known -> upper)
        .flatMap(known -> limit(structure, known, goal.limit(), source(goal)));
  }

  private static Optional<DoseMetric> doseMetric(String text) {
    try {
      return Optional.of(DoseMetric.parse(text))
          .filter(metric -> metric.unit() == MetricValue.Unit.GY);
    } catch (IllegalArgumentException e) { // typed by a user; the goal itself says so
      return Optional.empty();
    }
  }

  private static Source source(GoalState goal) {
    String citation = goal.source().isBlank() ? "goal of the case" : goal.source();
    return new Source(citation, "", strength(goal.evidence()));
  }

  private static SourceStrength strength(EvidenceTag evidence) {
    return switch (evidence) {
      case READ -> SourceStrength.READ;
      case ABSTRACT -> SourceStrength.ABSTRACT;
      case SECONDARY -> SourceStrength.SECONDARY;
      case RECALLED -> SourceStrength.RECALLED;
      case USER -> SourceStrength.USER;
    };
  }

  private static Optional<OrganLimit> ofProtocol(ProtocolGoal goal, StructureState structure) {
    boolean usable =
        goal.quantity() == DoseQuantity.CUMULATIVE_EQD2
            && goal.comparison() == GoalComparison.AT_MOST
            && goal.scale() == ProtocolGoal.Scale.ABSOLUTE
            && goal.metric().unit() == MetricValue.Unit.GY
            && goal.convention() instanceof RecoveryConvention.NoRecovery
            && (goal.alphaBetaGy().isEmpty() || goal.alphaBetaGy().equals(structure.alphaBetaGy()));
    return usable ? limit(structure, goal.metric(), goal.limit(), goal.source()) : Optional.empty();
  }

  private static Optional<OrganLimit> limit(
      StructureState structure, DoseMetric metric, double limitGy, Source source) {
    boolean organ =
        !structure.isTarget()
            && structure.alphaBetaGy().isPresent()
            && structure.alphaBetaGy().getAsDouble() > 0;
    return organ
        ? Optional.of(
            new OrganLimit(
                structure.name(),
                new Limit<>(
                    metric,
                    limitGy,
                    new AlphaBetaRatio(structure.alphaBetaGy().getAsDouble()),
                    RecoveryConvention.NONE,
                    source)))
        : Optional.empty();
  }
}
