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
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.assistant.numbers.DoseAttributions;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.planning.PlannedBeams;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.planning.plan.PlanOutcome;
import org.recourse.risk.RiskCatalogue;
import org.recourse.tuning.proposal.ModelTitles;
import org.recourse.tuning.proposal.PlanEdit;
import org.recourse.tuning.proposal.PlanEvaluation;
import org.recourse.tuning.proposal.ProposalSource;
import org.recourse.tuning.proposal.SearchSettings;

/** What sources that optimise fluence have in common. */
abstract class FluenceSource implements ProposalSource {

  /** How much coverage may be given up. */
  enum Coverage {
    KEPT("coverage kept"),
    TO_ITS_LIMITS("coverage to its limits");

    private final String words;

    Coverage(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /**
   * What one source is asked.
   *
   * @param plan prepared
   * @param before numbers of the plan as it is
   * @param base numbers of the plan as the engine delivers it, with the model only
   * @param modelId model whose number is to fall
   * @param pulls asks it what drives its number
   */
  record Question(
      PreparedPlan plan,
      PlanNumbers before,
      PlanNumbers base,
      String modelId,
      RiskPulls pulls,
      SearchSettings settings,
      Outlet outlet) {}

  private final Replanning replanning;
  private final PlannedBeams.Capture capture;

  FluenceSource(Replanning replanning, PlannedBeams.Capture capture) {
    this.replanning = replanning;
    this.capture = capture;
  }

  /** Makes changes for one model. */
  abstract void ofModel(Question question, RiskPull pull, SubMonitor progress);

  @Override
  public final void search(
      PlanNumbers before,
      List<String> modelIds,
      SearchSettings settings,
      Outlet outlet,
      IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, kind().title(), 100);
    switch (replanning.prepare(capture, before, progress.split(30))) {
      case Replanning.Preparation.Refused(String sentence) ->
          outlet.finding(Finding.info("Fluence is not optimised for proposals: " + sentence, ""));
      case Replanning.Preparation.Ready(PreparedPlan plan) -> {
        plan.beams().findings().forEach(outlet::finding);
        List<String> chosen = chosen(before, modelIds, outlet);
        SubMonitor each = progress.split(70).setWorkRemaining(chosen.size());
        for (String modelId : chosen) {
          ofModel(plan, before, modelId, settings, outlet, each.split(1));
        }
      }
    }
  }

  private void ofModel(
      PreparedPlan plan,
      PlanNumbers before,
      String modelId,
      SearchSettings settings,
      Outlet outlet,
      SubMonitor monitor) {
    SubMonitor progress = monitor.setWorkRemaining(100);
    PlanNumbers base = ask(plan, before, modelId, plan.baseGy(), progress.split(5));
    OptionalDouble number = RiskPulls.number(base, modelId);
    if (number.isEmpty()) {
      outlet.finding(
          Finding.warning(
              ModelTitles.of(modelId, before)
                  + " gives no number for the plan as the engine computes it, so no fluence was"
                  + " optimised for it.",
              modelId));
      return;
    }
    if (number.getAsDouble() <= settings.targetRisk().orElse(0)) { // no target: as low as can be
      return;
    }
    DoseAttributions attributions = replanning.attributions();
    boolean looksAtVoxels = replanning.evaluation().models().risks().looksAtVoxels(modelId);
    var pulls =
        new RiskPulls(
            attributions,
            plan,
            modelId,
            looksAtVoxels,
            gridGy -> ask(plan, before, modelId, gridGy, progress.slice(0)));
    switch (pulls.at(base, plan.baseGy(), progress.split(5))) {
      case RiskPulls.Answer.Blind(String sentence) ->
          outlet.finding(Finding.info(ModelTitles.of(modelId, before) + ": " + sentence, modelId));
      case RiskPulls.Answer.Known(RiskPull pull) ->
          ofModel(
              new Question(plan, before, base, modelId, pulls, settings, outlet),
              pull,
              progress.split(90));
    }
  }

  /** What is delivered: with coverage kept, scaled so that no target loses any of it. */
  record Delivered(PlanOutcome outcome, String words) {}

  /** Scales what is to keep its coverage, and says so. */
  final Delivered delivered(
      Question asked, PlanOutcome outcome, Coverage coverage, IProgressMonitor monitor) {
    if (coverage != Coverage.KEPT) {
      return new Delivered(outcome, coverage.words());
    }
    double[] gridGy = PreparedPlan.values(outcome.dose());
    PlanNumbers numbers = ask(asked.plan(), asked.before(), asked.modelId(), gridGy, monitor);
    return KeptCoverage.factor(asked.before(), numbers)
        .map(
            factor ->
                new Delivered(
                    outcome.withMonitorUnitsTimes(factor),
                    String.format(
                        Locale.ROOT,
                        "%s (all monitor units times %.3f)",
                        coverage.words(),
                        factor)))
        .orElse(new Delivered(outcome, coverage.words()));
  }

  final SliceExecutor executor() {
    return replanning.evaluation().models().executor();
  }

  /** Asks one model about a dose. */
  final PlanNumbers ask(
      PreparedPlan plan,
      PlanNumbers before,
      String modelId,
      double[] gridGy,
      IProgressMonitor monitor) {
    PlanEvaluation evaluation = replanning.evaluation();
    DoseGrid dose = grid(plan, gridGy);
    var whole =
        new PlanEdit.NewBeamDoses.BeamDose(
            plan.beams().beamNumbers().getFirst(),
            evaluation.freshDoseUid("asked"),
            plan.frameUid(),
            0,
            0,
            dose);
    return evaluation.numbersOfDose(before.snapshot(), whole, modelId, monitor);
  }

  private static DoseGrid grid(PreparedPlan plan, double[] gridGy) {
    DoseGrid.Builder builder = DoseGrid.builder(plan.grid());
    int voxels = plan.grid().sliceVoxelCount();
    for (int z = 0; z < plan.grid().sizeZ(); z++) {
      float[] slice = new float[voxels];
      for (int i = 0; i < voxels; i++) {
        slice[i] = (float) gridGy[z * voxels + i];
      }
      builder.slice(z, slice);
    }
    return builder.build();
  }

  /** Every model asked for would take minutes: the formula and the network with most risk. */
  private List<String> chosen(PlanNumbers before, List<String> modelIds, Outlet outlet) {
    RiskCatalogue risks = replanning.evaluation().models().risks();
    Comparator<String> byNumber =
        Comparator.comparingDouble(
            id -> RiskPulls.number(before, id).orElse(Double.NEGATIVE_INFINITY));
    Optional<String> formula =
        modelIds.stream().filter(id -> !risks.looksAtVoxels(id)).max(byNumber);
    Optional<String> network = modelIds.stream().filter(risks::looksAtVoxels).max(byNumber);
    List<String> chosen = Stream.concat(formula.stream(), network.stream()).toList();
    List<String> left = new ArrayList<>(modelIds);
    left.removeAll(chosen);
    if (!left.isEmpty()) {
      outlet.finding(
          Finding.info(
              "Fluence was optimised for the formula and the network with the highest number ("
                  + ModelTitles.of(chosen, before)
                  + "), not for "
                  + ModelTitles.of(left, before)
                  + ".",
              ""));
    }
    return chosen;
  }
}
