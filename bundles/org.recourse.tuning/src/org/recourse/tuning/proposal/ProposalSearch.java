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
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.PlanSnapshot;
import org.recourse.assistant.numbers.PrescriptionState;
import org.recourse.grid.finding.Finding;
import org.recourse.risk.RiskModelDescription;
import org.recourse.risk.RiskResult;
import org.recourse.tuning.check.ProposalCheck;

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
  private final RecalculatedPlans recalculated;

  public ProposalSearch(CaseModels models) {
    this(new PlanEvaluation(models));
  }

  /** Makes a search that shares what is kept of the case with the sources of changes. */
  public ProposalSearch(PlanEvaluation evaluation) {
    this.evaluation = Objects.requireNonNull(evaluation, "evaluation");
    weightProposals = new WeightProposals(evaluation);
    recalculated = new RecalculatedPlans(evaluation);
  }

  /** Hears of proposals before the search is over. */
  @FunctionalInterface
  public interface Listener {

    /** Listens to nothing. */
    Listener NONE = soFar -> {};

    /** Called on the thread of the search with everything found until now. */
    void found(Proposals soFar);
  }

  /** Computes the numbers of a plan and searches. */
  public Proposals search(
      PlanSnapshot snapshot, SearchSettings settings, IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, "Proposals", 100);
    return search(evaluation.numbers(snapshot, progress.split(5)), settings, progress.split(95));
  }

  /** Searches beam weights, prescriptions and fractionations. */
  public Proposals search(PlanNumbers before, SearchSettings settings, IProgressMonitor monitor) {
    return search(before, settings, List.of(), Listener.NONE, monitor);
  }

  /**
   * Searches for changes of a plan that lower a risk: first those of beam weights, prescriptions
   * and fractionations, then those of the sources, which take longer. If the monitor is cancelled
   * while the sources search, what was found and judged until then is returned, with a finding.
   *
   * @param before numbers of the plan as it is
   * @param sources asked in this order, those of the kinds wanted
   * @param listener hears of everything found before the search is over
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled before
   *     the sources are asked
   */
  public Proposals search(
      PlanNumbers before,
      SearchSettings settings,
      List<ProposalSource> sources,
      Listener listener,
      IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, "Proposals", 100);
    var run = new SearchRun(before, settings);
    if (before.planDose().isEmpty()) {
      run.findings.add(Finding.error("The plan has no dose, so nothing can be proposed.", ""));
      return run.result();
    }
    run.findDrivers();
    List<Candidate> candidates = new ArrayList<>();
    if (settings.kinds().contains(ProposalKind.BEAM_WEIGHTS)) {
      candidates.addAll(
          weightProposals.candidates(
              before, run.drivers, settings, run.findings, progress.split(30)));
    }
    candidates.addAll(schedules(before, run.drivers, settings));
    SubMonitor each = progress.split(20).setWorkRemaining(candidates.size() + 1);
    for (Candidate candidate : candidates) {
      run.judge(candidate, each.split(1));
    }
    List<ProposalSource> wanted =
        sources.stream().filter(source -> settings.kinds().contains(source.kind())).toList();
    SubMonitor later = progress.split(50).setWorkRemaining(wanted.size() + 1);
    if (!wanted.isEmpty() && !run.drivers.isEmpty()) {
      listener.found(run.result());
      run.ask(wanted, listener, later);
    }
    return run.result();
  }

  /** What one search has found. */
  private final class SearchRun {

    private final PlanNumbers before;
    private final SearchSettings settings;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Proposal> proposals = new ArrayList<>();
    private List<String> drivers = List.of();

    SearchRun(PlanNumbers before, SearchSettings settings) {
      this.before = before;
      this.settings = settings;
    }

    void findDrivers() {
      List<String> all = ProposalSearch.drivers(before, settings);
      drivers = all.stream().filter(id -> isInDomain(before, id)).toList();
      for (String modelId : all) {
        if (!drivers.contains(modelId)) {
          findings.add(
              Finding.warning(
                  "The plan is outside of the domain of "
                      + ModelTitles.of(modelId, before)
                      + ", so nothing is proposed to please it.",
                  modelId));
        }
      }
      if (drivers.isEmpty()) {
        findings.add(
            Finding.warning(
                "No installed model gives a number that the plan can change, so only other"
                    + " fractionations are looked at.",
                ""));
      }
    }

    void judge(Candidate candidate, IProgressMonitor monitor) {
      proposals.add(proposal("P" + (proposals.size() + 1), candidate, before, settings, monitor));
    }

    void ask(List<ProposalSource> sources, Listener listener, SubMonitor progress) {
      try {
        for (ProposalSource source : sources) {
          SubMonitor step = progress.split(1).setWorkRemaining(100);
          source.search(before, drivers, settings, outlet(listener, step), step);
        }
      } catch (OperationCanceledException e) { // what was found until now is not lost
        findings.add(
            Finding.info(
                "The search was cancelled; fluences were not optimised to the end. What was found"
                    + " before is shown.",
                ""));
      }
    }

    private ProposalSource.Outlet outlet(Listener listener, SubMonitor step) {
      return new ProposalSource.Outlet() {
        @Override
        public void found(Candidate candidate) {
          judge(candidate, step.split(1));
          listener.found(result());
        }

        @Override
        public void finding(Finding finding) {
          if (!findings.contains(finding)) {
            findings.add(finding);
          }
        }
      };
    }

    Proposals result() {
      List<Proposal> ranked = proposals.stream().sorted(ORDER).toList();
      return new Proposals(before, ranked, BindingChecks.of(before, drivers, ranked), findings);
    }
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
    List<ProposalCheck> checks = new ArrayList<>(PlanChecks.of(change));
    if (candidate.edit() instanceof PlanEdit.NewBeamDoses doses) {
      PlanNumbers same = recalculated.of(before.snapshot(), doses.recalculation(), monitor);
      checks.addAll(EngineChecks.of(change, doses, same, evaluation.models().risks()));
    }
    return new Proposal(
        id,
        candidate.kind(),
        candidate.title(),
        candidate.edit(),
        candidate.drivenBy(),
        risks,
        TargetChecks.tcp(before, settings.limits()),
        TargetChecks.tcp(after, settings.limits()),
        TargetChecks.coverage(before, settings.limits()),
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
