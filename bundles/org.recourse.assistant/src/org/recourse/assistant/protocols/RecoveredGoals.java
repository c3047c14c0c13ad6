/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.protocols;

import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.assistant.numbers.CaseLedgers;
import org.recourse.assistant.numbers.GoalNumbers;
import org.recourse.assistant.numbers.GoalOutcome;
import org.recourse.assistant.numbers.GoalState;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.RepairUse;
import org.recourse.assistant.numbers.StructureNumbers;
import org.recourse.assistant.numbers.StructureState;
import org.recourse.dosimetry.dvh.MetricValue;
import org.recourse.dosimetry.dvh.StructureSampling;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.model.GoalComparison;
import org.recourse.radiobiology.conversion.Tissue;
import org.recourse.radiobiology.fractionation.AlphaBetaRatio;
import org.recourse.radiobiology.ledger.CourseLedger;
import org.recourse.radiobiology.ledger.CumulativeDvh;
import org.recourse.radiobiology.ledger.Limit;
import org.recourse.radiobiology.ledger.OrganAtRisk;
import org.recourse.radiobiology.ledger.RecoveryConvention;

/** Judges goals that were derived with a recovery table, on sums made with that table. */
final class RecoveredGoals {

  private final CaseLedgers ledgers;
  private final SliceExecutor executor;

  RecoveredGoals(CaseLedgers ledgers, SliceExecutor executor) {
    this.ledgers = ledgers;
    this.executor = executor;
  }

  GoalNumbers judge(
      ProtocolGoal goal,
      GoalState state,
      RecoveryConvention.TableRecovery convention,
      StructureNumbers structure,
      PlanNumbers numbers,
      IProgressMonitor monitor) {
    StructureState of = structure.structure();
    if (of.isTarget()) {
      return none(state, "Recovery is never applied to a target.");
    }
    if (goal.comparison() != GoalComparison.AT_MOST) {
      return none(state, "A limit with recovery is an upper limit.");
    }
    RepairUse repair = numbers.snapshot().repair(of);
    if (repair.isUndecided()) {
      return none(state, repair.reservation());
    }
    return switch (ledgers.of(numbers, monitor)) {
      case CaseLedgers.Result.Unknown unknown -> none(state, String.join(" ", unknown.reasons()));
      case CaseLedgers.Result.Known(CourseLedger ledger) -> {
        var organ =
            new OrganAtRisk(
                of.name(),
                new Tissue(
                    new AlphaBetaRatio(goal.alphaBetaGy().orElseThrow()), repair.assumption()));
        Optional<StructureSampling> sampling = ledgers.sampling(of, numbers, monitor);
        GridGeometry target = numbers.planDose().orElseThrow().doseGy().geometry();
        if (!ledger.paperCourses().isEmpty()) {
          yield none(
              state,
              "The dose of "
                  + String.join(", ", ledger.paperCourses())
                  + " is not in the sum, so the true value is higher.");
        }
        Optional<CumulativeDvh<RecoveryConvention.TableRecovery>> dvh =
            sampling.flatMap(
                s -> ledger.sumWithRecovery(organ, convention, target, executor, monitor).dvh(s));
        yield dvh.isPresent()
            ? new GoalNumbers(state, outcome(goal, state, convention, organ, dvh.get()))
            : none(state, "No part of " + of.name() + " lies in the dose grid.");
      }
    };
  }

  private static GoalOutcome outcome(
      ProtocolGoal goal,
      GoalState state,
      RecoveryConvention.TableRecovery convention,
      OrganAtRisk organ,
      CumulativeDvh<RecoveryConvention.TableRecovery> dvh) {
    var limit =
        new Limit<>(
            goal.metric(), state.limit(), organ.tissue().alphaBeta(), convention, goal.source());
    return switch (limit.judge(dvh)) {
      case Limit.Verdict.Kept(double value, double margin) ->
          new GoalOutcome.Judged(defined(goal, value), GoalOutcome.Verdict.PASS);
      case Limit.Verdict.Exceeded(double value, double excess) ->
          new GoalOutcome.Judged(
              defined(goal, value),
              excess <= goal.tolerance().orElse(0)
                  ? GoalOutcome.Verdict.WITHIN_TOLERANCE
                  : GoalOutcome.Verdict.FAIL);
      case Limit.Verdict.DraftOnly(double value) ->
          new GoalOutcome.Shown(
              defined(goal, value), "The limit is a draft: its source has not been read.");
      case Limit.Verdict.NotComparable(String reason) -> new GoalOutcome.NotApplicable(reason);
    };
  }

  private static MetricValue.Defined defined(ProtocolGoal goal, double value) {
    return new MetricValue.Defined(value, goal.metric().unit());
  }

  private static GoalNumbers none(GoalState state, String reason) {
    return new GoalNumbers(state, new GoalOutcome.NotApplicable(reason));
  }
}
