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
import java.util.Objects;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.PlanSnapshot;
import org.recourse.assistant.numbers.PrescriptionState;
import org.recourse.grid.finding.Finding;
import org.recourse.risk.RiskModelDescription;
import org.recourse.risk.RiskResult;

/**
 * Searches for deliverable changes of a plan that lower a risk, each with its checks. It keeps what
 * changes do not touch, so one object serves one open case. Thread-safe.
 *
 * <p>The number that ranks is the fall of the risk per Gy of lost coverage (D98 of the gross tumour
 * volume); a loss of less than 0.1 Gy counts as 0.1 Gy. A change of fractionation is never ranked
 * by a network, which looks at physical dose and is blind to it: EQD2 and closed forms rank it.
 */
public final class ProposalSearch {

  private static final double SMALLEST_LOSS_GY = 0.1;

  private final PlanEvaluation evaluation;
  private final WeightProposals weightProposals;
  private final List<ProposalSource> sources;

  public ProposalSearch(CaseModels models) {
    this(models, List.of());
  }

  /**
   * Makes a search with further sources of changes.
   *
   * @param sources asked after beam weights, prescriptions and fractionations
   */
  public ProposalSearch(CaseModels models, List<ProposalSource> sources) {
    evaluation = new PlanEvaluation(Objects.requireNonNull(models, "models"));
    weightProposals = new WeightProposals(evaluation);
    this.sources = List.copyOf(sources);
  }

  /** Computes the numbers of a plan and searches. */
  public Proposals search(
      PlanSnapshot snapshot, SearchSettings settings, IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, "Proposals", 100);
    return search(evaluation.numbers(snapshot, progress.split(5)), settings, progress.split(95));
  }

  /**
   * Searches for changes of a plan that lower a risk.
   *
   * @param before numbers of the plan as it is
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  public Proposals search(PlanNumbers before, SearchSettings settings, IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, "Proposals", 100);
    List<Finding> findings = new ArrayList<>();
    List<String> drivers = drivers(before, settings);
    if (before.planDose().isEmpty()) {
      findings.add(Finding.error("The plan has no dose, so nothing can be proposed.", ""));
      return new Proposals(before, List.of(), List.of(), findings);
    }
    List<String> foreign = drivers.stream().filter(id -> !isInDomain(before, id)).toList();
    for (String modelId : foreign) {
      findings.add(
          Finding.warning(
              "The plan is outside of the domain of this model, so nothing is proposed to please"
                  + " it.",
              modelId));
    }
    drivers = drivers.stream().filter(id -> !foreign.contains(id)).toList();
    if (drivers.isEmpty()) {
      findings.add(
          Finding.warning(
              "No installed model gives a number that the plan can change, so only other"
                  + " fractionations are looked at.",
              ""));
    }
    List<Candidate> candidates = new ArrayList<>();
    if (settings.kinds().contains(ProposalKind.BEAM_WEIGHTS)) {
      candidates.addAll(
          weightProposals.candidates(before, drivers, settings, findings, progress.split(60)));
    }
    candidates.addAll(schedules(before, drivers, settings));
    for (ProposalSource source : sources) {
      if (settings.kinds().contains(source.kind())) {
        candidates.addAll(
            source.candidates(before, drivers, settings, findings, progress.split(5)));
      }
    }
    List<Proposal> proposals = new ArrayList<>();
    SubMonitor each = progress.setWorkRemaining(candidates.size() + 1);
    for (Candidate candidate : candidates) {
      proposals.add(
          proposal("P" + (proposals.size() + 1), candidate, before, settings, each.split(1)));
    }
    proposals.sort(ORDER);
    return new Proposals(before, proposals, BindingChecks.of(before, drivers, proposals), findings);
  }

  /** Computes one change with its checks, as a proposal of the user. */
  public Proposal judge(
      PlanNumbers before, Candidate candidate, SearchSettings settings, IProgressMonitor monitor) {
    return proposal("P0", candidate, before, settings, monitor);
  }

  /** Models with a number that the plan can change, or the one that was asked for. */
  private static List<String> drivers(PlanNumbers before, SearchSettings settings) {
    return before.risks().stream()
        .filter(risk -> risk.description().map(RiskModelDescription::planDependent).orElse(false))
        .filter(risk -> RiskChange.number(risk.result()).isPresent())
        .map(risk -> risk.model().id())
        .filter(id -> settings.modelId().isEmpty() || settings.modelId().get().equals(id))
        .toList();
  }

  private static boolean isInDomain(PlanNumbers before, String modelId) {
    return before.risks().stream()
        .filter(risk -> risk.model().id().equals(modelId))
        .anyMatch(risk -> risk.result() instanceof RiskResult.Assessed a && a.inDomain());
  }

  private static List<Candidate> schedules(
      PlanNumbers before, List<String> drivers, SearchSettings settings) {
    PrescriptionState now =
        before
            .snapshot()
            .assessedPlan()
            .map(plan -> plan.prescription())
            .orElse(PrescriptionState.UNKNOWN);
    List<Candidate> candidates = new ArrayList<>();
    if (settings.kinds().contains(ProposalKind.PRESCRIPTION)) {
      Optional<String> first = drivers.stream().findFirst();
      for (PlanEdit.Schedule edit : ScheduleCandidates.prescriptions(now)) {
        candidates.add(
            new Candidate(
                ProposalKind.PRESCRIPTION,
                String.format(
                    Locale.ROOT,
                    "%.1f Gy in %d fractions",
                    edit.totalDoseGy(),
                    edit.fractionCount()),
                edit,
                first));
      }
    }
    if (settings.kinds().contains(ProposalKind.FRACTIONATION)) {
      for (PlanEdit.Schedule edit : ScheduleCandidates.fractionations(now)) {
        candidates.add(
            new Candidate(
                ProposalKind.FRACTIONATION,
                String.format(
                    Locale.ROOT,
                    "%.1f Gy in %d fractions%s",
                    edit.totalDoseGy(),
                    edit.fractionCount(),
                    edit.fractionsPerDay() > 1 ? ", twice daily" : ""),
                edit,
                Optional.empty()));
      }
    }
    return candidates;
  }

  private Proposal proposal(
      String id,
      Candidate candidate,
      PlanNumbers before,
      SearchSettings settings,
      IProgressMonitor monitor) {
    PlanNumbers after = evaluation.numbers(before.snapshot(), candidate.edit(), monitor);
    List<RiskChange> risks = RiskComparison.of(before, after, evaluation.models().risks());
    var change =
        new PlanChange(
            candidate.kind(), candidate.drivenBy(), before, after, risks, settings.limits());
    List<org.recourse.tuning.check.ProposalCheck> checks = new ArrayList<>();
    checks.addAll(TargetChecks.of(change));
    checks.addAll(OrganChecks.of(change));
    checks.addAll(ModelChecks.of(change));
    return new Proposal(
        id,
        candidate.kind(),
        candidate.title(),
        candidate.edit(),
        candidate.drivenBy(),
        risks,
        TargetChecks.tcp(before, settings.limits()),
        TargetChecks.tcp(after, settings.limits()),
        TargetChecks.coverage(after, settings.limits()),
        TargetChecks.lostCoverageGy(before, after),
        checks,
        OrganChecks.unconstrained(change),
        after);
  }

  /** Acceptable first; then the fall of the risk per Gy of lost coverage. */
  private static final Comparator<Proposal> ORDER =
      Comparator.comparing((Proposal proposal) -> !proposal.acceptable())
          .thenComparing(Comparator.comparingDouble(ProposalSearch::merit).reversed());

  /** Returns the fall of the risk per Gy of lost coverage: what ranks a proposal. */
  public static double merit(Proposal proposal) {
    double fall =
        proposal.driver().isPresent()
            ? -proposal.driver().get().delta().orElse(0)
            : proposal.closedFormDeltas().values().stream()
                .mapToDouble(delta -> -delta)
                .max()
                .orElse(0);
    return fall / Math.max(SMALLEST_LOSS_GY, proposal.lostCoverageGy());
  }
}
