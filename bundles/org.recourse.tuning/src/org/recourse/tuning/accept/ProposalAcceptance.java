/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.accept;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.edit.domain.EditingDomain;
import org.recourse.assistant.cases.OpenCase;
import org.recourse.assistant.numbers.PlanSnapshot;
import org.recourse.assistant.planning.RefilledPlan;
import org.recourse.model.Beam;
import org.recourse.model.Course;
import org.recourse.model.EditKeeps;
import org.recourse.model.Plan;
import org.recourse.model.Prescription;
import org.recourse.model.edit.CaseEditing;
import org.recourse.model.edit.PlanEdits;
import org.recourse.tuning.check.ProposalCheck;
import org.recourse.tuning.proposal.PlanEdit;
import org.recourse.tuning.proposal.Proposal;

/**
 * Turns a proposal into one command, so that one undo takes it back. Used on the thread of the
 * model.
 */
public final class ProposalAcceptance {

  private final OpenCase openCase;
  private final EditingDomain domain;

  public ProposalAcceptance(OpenCase openCase, EditingDomain domain) {
    this.openCase = Objects.requireNonNull(openCase, "openCase");
    this.domain = Objects.requireNonNull(domain, "domain");
  }

  /** Whether a proposal may be accepted now, or why not. */
  public sealed interface Readiness {
    /** The command does it; not yet executed. */
    record Ready(Command command) implements Readiness {}

    /**
     * Its beam doses have to be written first, in the background; then {@link #prepared} gives the
     * command.
     */
    record ToWrite(BeamDoseWriting writing) implements Readiness {}

    /** It may not be accepted; the sentence says why. */
    record Refused(String sentence) implements Readiness {}
  }

  /**
   * Prepares the command of a proposal.
   *
   * @param revision revision of the plan now; a proposal for another revision is refused, because
   *     its checks were made for a plan that is no more
   */
  public Readiness prepare(Proposal proposal, long revision) {
    Optional<String> refusal = refusal(proposal, revision);
    if (refusal.isPresent()) {
      return new Readiness.Refused(refusal.get());
    }
    Plan plan = plan(proposal.after().snapshot());
    return switch (proposal.edit()) {
      case PlanEdit.BeamWeights weights -> new Readiness.Ready(weights(plan, weights, proposal));
      case PlanEdit.Schedule schedule -> new Readiness.Ready(schedule(plan, schedule, proposal));
      case PlanEdit.NewBeamDoses doses -> writing(plan, doses);
    };
  }

  private Readiness writing(Plan plan, PlanEdit.NewBeamDoses doses) {
    try {
      return new Readiness.ToWrite(
          new BeamDoseWriting(
              doses,
              RefilledPlan.of(openCase.folder(), openCase.patientCase(), plan, openCase.voxels())));
    } catch (IllegalArgumentException e) { // what the plan lacks; it says so
      return new Readiness.Refused(e.getMessage());
    }
  }

  /**
   * Gives the command of a proposal whose beam doses were written.
   *
   * @param written by the writing of {@link Readiness.ToWrite}
   * @param revision revision of the plan now; the plan may have been edited while doses were
   *     written, and then the proposal is refused
   */
  public Readiness prepared(Proposal proposal, RefilledPlan.Written written, long revision) {
    return refusal(proposal, revision)
        .<Readiness>map(Readiness.Refused::new)
        .orElseGet(
            () ->
                new Readiness.Ready(
                    RefilledPlan.command(
                        domain, plan(proposal.after().snapshot()), written, label(proposal))));
  }

  private static Optional<String> refusal(Proposal proposal, long revision) {
    if (!proposal.acceptable()) {
      return Optional.of(
          "The proposal did not pass its checks: "
              + proposal.failedChecks().stream()
                  .map(ProposalCheck::text)
                  .collect(Collectors.joining(" ")));
    }
    return proposal.revision() == revision
        ? Optional.empty()
        : Optional.of(
            "The plan was edited after the proposal was made. Search again for the plan as it"
                + " is.");
  }

  private Plan plan(PlanSnapshot snapshot) {
    PlanSnapshot.PlanPosition at = snapshot.assessed().orElseThrow();
    Course course = openCase.patientCase().getCourses().get(at.course());
    return course.getPlans().get(at.plan());
  }

  private static String label(Proposal proposal) {
    return "Accept Proposal: " + proposal.title();
  }

  private Command weights(Plan plan, PlanEdit.BeamWeights weights, Proposal proposal) {
    List<Command> edits = new ArrayList<>();
    for (Beam beam : plan.getBeams()) {
      Double weight = weights.weightByBeam().get(beam.getNumber());
      if (weight != null && Double.compare(weight, beam.getWeight()) != 0) { // map: beam not named
        edits.add(PlanEdits.setBeamWeight(domain, beam, weight));
      }
    }
    return CaseEditing.compound(label(proposal), edits.toArray(Command[]::new));
  }

  private Command schedule(Plan plan, PlanEdit.Schedule schedule, Proposal proposal) {
    Prescription prescription = plan.getPrescription();
    OptionalDouble hours = schedule.hoursBetweenFractions();
    List<Command> edits = new ArrayList<>();
    edits.add(
        PlanEdits.setFractionCount(
            domain, prescription, schedule.fractionCount(), EditKeeps.TOTAL_DOSE));
    edits.add(PlanEdits.setTotalDose(domain, prescription, schedule.totalDoseGy()));
    edits.add(PlanEdits.setFractionsPerDay(domain, prescription, schedule.fractionsPerDay()));
    hours.ifPresent(
        h ->
            edits.add(
                PlanEdits.setHoursBetweenFractions(domain, prescription, OptionalDouble.of(h))));
    return CaseEditing.compound(label(proposal), edits.toArray(Command[]::new));
  }
}
