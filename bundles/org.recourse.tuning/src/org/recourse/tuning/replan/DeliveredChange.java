/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.replan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.planning.optimisation.PlanObjective;
import org.recourse.planning.plan.FluencePlanning;
import org.recourse.planning.plan.PlanListener;
import org.recourse.planning.plan.PlanOutcome;
import org.recourse.planning.site.PlanningSite;
import org.recourse.tuning.proposal.Candidate;
import org.recourse.tuning.proposal.PlanEdit;
import org.recourse.tuning.proposal.PlanTargets;
import org.recourse.tuning.proposal.ProposalKind;

/** Optimises the fluence of a prepared plan and makes a change of what can be delivered. */
final class DeliveredChange {

  private final PreparedPlan plan;
  private final PlanNumbers before;

  DeliveredChange(PreparedPlan plan, PlanNumbers before) {
    this.plan = plan;
    this.before = before;
  }

  /**
   * Optimises, makes segments and optimises their weights.
   *
   * @param start fluence to begin with
   * @param iterations of the search of fluence
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  PlanOutcome optimised(
      List<PlanObjective> objectives, double[] start, int iterations, SubMonitor progress) {
    PlanOutcome outcome =
        plan.session()
            .optimise(
                plan.aimed(),
                Replanning.task(objectives, targetVoxels(), before),
                Replanning.optimisation(iterations),
                FluencePlanning.LEVELS,
                Optional.of(start),
                PlanListener.NONE,
                progress);
    progress.checkCanceled(); // a search that was stopped has not reached its bounds
    return outcome;
  }

  private int[] targetVoxels() {
    List<String> names = new ArrayList<>();
    PlanTargets.planning(before).forEach(one -> names.add(one.structure().name()));
    PlanTargets.gross(before).forEach(one -> names.add(one.structure().name()));
    names.removeIf(name -> plan.voxels(name).isEmpty());
    return PlanningSite.positions(plan.session().site().union(names));
  }

  /** Returns the change for the card. */
  Candidate candidate(
      ProposalKind kind, String title, String description, PlanOutcome outcome, String modelId) {
    return new Candidate(
        kind,
        title,
        new PlanEdit.NewBeamDoses(
            plan.beamDoses(outcome, kind.id()), description, outcome, plan.recalculation()),
        Optional.of(modelId));
  }
}
