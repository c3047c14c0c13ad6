/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.protocols;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.assistant.cases.CaseVoxels;
import org.recourse.assistant.numbers.CaseLedgers;
import org.recourse.assistant.numbers.GoalLocator;
import org.recourse.assistant.numbers.GoalNumbers;
import org.recourse.assistant.numbers.GoalOutcome;
import org.recourse.assistant.numbers.GoalSearch;
import org.recourse.assistant.numbers.GoalState;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.StructureNumbers;
import org.recourse.assistant.numbers.StructureState;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.model.DoseQuantity;
import org.recourse.model.EvidenceTag;
import org.recourse.radiobiology.evidence.SourceStrength;
import org.recourse.radiobiology.ledger.RecoveryConvention;

/** Judges a plan by a protocol. Thread-safe. */
public final class ProtocolAssessment {

  private final RecoveredGoals recovered;
  private final GoalLocator search;

  public ProtocolAssessment(CaseVoxels voxels, SliceExecutor executor) {
    this(new CaseLedgers(voxels, executor), new GoalSearch(voxels, executor), executor);
  }

  /** Makes an assessment that takes ledgers and places from others. */
  public ProtocolAssessment(CaseLedgers ledgers, GoalLocator locator, SliceExecutor executor) {
    recovered = new RecoveredGoals(ledgers, executor);
    search = Objects.requireNonNull(locator, "locator");
  }

  /**
   * Judges every goal on every structure it is for. A goal for which there is no structure, whose
   * conditions are not met, or that was derived with another alpha/beta does not apply, and says
   * why.
   */
  public List<ProtocolGoalNumbers> assess(
      ProtocolTemplate protocol, PlanNumbers numbers, IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, protocol.title(), protocol.goals().size());
    List<ProtocolGoalNumbers> results = new ArrayList<>();
    for (ProtocolGoal goal : protocol.goals()) {
      progress.checkCanceled();
      List<StructureNumbers> structures =
          numbers.structures().stream()
              .filter(s -> goal.structures().matches(s.structure()))
              .toList();
      if (structures.isEmpty()) {
        results.add(
            notApplicable(
                goal,
                goal.structures().text(),
                "There is no structure " + goal.structures().text() + "."));
      }
      for (StructureNumbers structure : structures) {
        results.add(judged(protocol, goal, structure, numbers, progress));
      }
      progress.worked(1);
    }
    return List.copyOf(results);
  }

  private ProtocolGoalNumbers judged(
      ProtocolTemplate protocol,
      ProtocolGoal goal,
      StructureNumbers structure,
      PlanNumbers numbers,
      IProgressMonitor monitor) {
    Optional<String> notMet =
        Stream.concat(protocol.conditions().stream(), goal.conditions().stream())
            .map(condition -> condition.notMet(numbers))
            .flatMap(Optional::stream)
            .findFirst()
            .or(() -> otherTissue(goal, structure.structure()));
    String name = structure.structure().name();
    if (notMet.isPresent()) {
      return notApplicable(goal, name, notMet.get());
    }
    OptionalDouble limit = limit(goal, numbers);
    if (limit.isEmpty()) {
      return notApplicable(
          goal, name, "The prescribed dose of the plan is not known. Enter it in Prescription.");
    }
    GoalState state = state(goal, name, limit.getAsDouble());
    return switch (goal.convention()) {
      case RecoveryConvention.NoRecovery none ->
          new ProtocolGoalNumbers(
              goal, search.located(GoalNumbers.judge(state, List.of(structure)), numbers, monitor));
      case RecoveryConvention.TableRecovery table ->
          new ProtocolGoalNumbers(
              goal, recovered.judge(goal, state, table, structure, numbers, monitor));
    };
  }

  private static Optional<String> otherTissue(ProtocolGoal goal, StructureState structure) {
    boolean same =
        goal.quantity() == DoseQuantity.PHYSICAL
            || goal.alphaBetaGy().isEmpty()
            || goal.alphaBetaGy().equals(structure.alphaBetaGy());
    return same
        ? Optional.empty()
        : Optional.of(
            "The limit was derived at alpha/beta "
                + goal.alphaBetaGy().getAsDouble()
                + " Gy; "
                + structure.name()
                + (structure.alphaBetaGy().isPresent()
                    ? " has " + structure.alphaBetaGy().getAsDouble() + " Gy."
                    : " has none. Enter it in Structures."));
  }

  private static OptionalDouble limit(ProtocolGoal goal, PlanNumbers numbers) {
    return switch (goal.scale()) {
      case ABSOLUTE -> OptionalDouble.of(goal.limit());
      case PRESCRIPTION -> {
        OptionalDouble prescribedGy =
            numbers
                .snapshot()
                .assessedPlan()
                .map(plan -> plan.prescription().totalDoseGy())
                .orElse(OptionalDouble.empty());
        yield prescribedGy.isPresent()
            ? OptionalDouble.of(goal.limit() / 100 * prescribedGy.getAsDouble())
            : prescribedGy;
      }
    };
  }

  private static GoalState state(ProtocolGoal goal, String structureName, double limit) {
    return new GoalState(
        structureName,
        goal.metric().text(),
        goal.comparison(),
        limit,
        goal.tolerance(),
        goal.quantity(),
        goal.source().text(),
        evidence(goal.source().strength()));
  }

  static EvidenceTag evidence(SourceStrength strength) {
    return switch (strength) {
      case READ -> EvidenceTag.READ;
      case ABSTRACT -> EvidenceTag.ABSTRACT;
      case SECONDARY -> EvidenceTag.SECONDARY;
      case RECALLED -> EvidenceTag.RECALLED;
      case USER -> EvidenceTag.USER;
    };
  }

  private static ProtocolGoalNumbers notApplicable(
      ProtocolGoal goal, String structureName, String reason) {
    return new ProtocolGoalNumbers(
        goal,
        new GoalNumbers(
            state(goal, structureName, goal.limit()), new GoalOutcome.NotApplicable(reason)));
  }
}
