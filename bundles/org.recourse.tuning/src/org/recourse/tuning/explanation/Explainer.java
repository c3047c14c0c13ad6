/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.explanation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.assistant.numbers.DoseAttributions;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.dicom.DicomReadException;
import org.recourse.grid.finding.Finding;
import org.recourse.risk.VoxelAttribution;
import org.recourse.tuning.internal.voxels.StructureVoxels;
import org.recourse.tuning.proposal.CaseModels;

/**
 * Explains the number of a model that looks at voxels: shares of structures and dose bands, of
 * groups of inputs, a counterfactual, and for each a test that it holds. It keeps what edits do not
 * change, so one object serves one open case. Thread-safe.
 */
public final class Explainer {

  /** Orders sampled where there are more groups than can be asked in every combination. */
  private static final int SAMPLED_ORDERS = 64;

  private static final int MOST_ASKED_IN_ALL_COMBINATIONS = 6; // 64 questions to a network
  private static final long SEED = 20261121;

  private final DoseAttributions attributions;
  private final StructureVoxels voxels;

  public Explainer(CaseModels models) {
    Objects.requireNonNull(models, "models");
    attributions =
        new DoseAttributions(
            models.risks(), models.parameters(), models.voxels(), models.executor());
    voxels = new StructureVoxels(models.voxels(), models.executor());
  }

  /**
   * Explains the number of one model.
   *
   * @param numbers numbers of the plan with its dose
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  public Explanation explain(String modelId, PlanNumbers numbers, IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, "Explaining", 100);
    if (numbers.planDose().isEmpty()) {
      return notAvailable(modelId, numbers, "The plan has no dose.");
    }
    VoxelAttribution gradient =
        attributions.of(modelId, VoxelAttribution.Method.GRADIENT, numbers, progress.split(15));
    if (gradient instanceof VoxelAttribution.NotAvailable(String sentence)) {
      return notAvailable(modelId, numbers, sentence);
    }
    VoxelAttribution contributions =
        attributions.of(
            modelId, VoxelAttribution.Method.INTEGRATED_GRADIENTS, numbers, progress.split(35));
    if (contributions instanceof VoxelAttribution.NotAvailable(String sentence)) {
      return notAvailable(modelId, numbers, sentence);
    }
    try {
      return explained(
          modelId,
          numbers,
          (VoxelAttribution.Attributed) gradient,
          (VoxelAttribution.Attributed) contributions,
          progress.split(50));
    } catch (DicomReadException e) {
      return notAvailable(modelId, numbers, e.getMessage());
    }
  }

  private static Explanation notAvailable(String modelId, PlanNumbers numbers, String sentence) {
    return new Explanation.NotAvailable(modelId, numbers.revision(), sentence);
  }

  private Explanation explained(
      String modelId,
      PlanNumbers numbers,
      VoxelAttribution.Attributed gradient,
      VoxelAttribution.Attributed contributions,
      IProgressMonitor monitor)
      throws DicomReadException {
    SubMonitor progress = SubMonitor.convert(monitor, 100);
    LookedAt looked =
        LookedAt.of(
            gradient.values(), contributions.values(), numbers.planDose().orElseThrow().doseGy());
    if (looked.count() == 0) {
      return notAvailable(modelId, numbers, "The model looks at no voxel of this plan.");
    }
    List<StructureShare> structures =
        StructureShares.of(looked, numbers, voxels, progress.split(10));
    var asking = new ModelQuestions(attributions, modelId, numbers, looked);
    List<FidelityTest> fidelity = new ArrayList<>();
    Optional<Counterfactual> counterfactual =
        new CounterfactualSearch(asking, gradient.score())
            .find(structures, fidelity, progress.split(30));
    fidelity.addAll(new DeletionTests(asking, gradient.score(), looked).tests(progress.split(30)));
    InputShares inputs = shares(modelId, numbers, progress.split(30));
    inputs.fidelity().ifPresent(fidelity::add);
    List<Finding> findings = new ArrayList<>(gradient.findings());
    contributions.findings().stream().filter(f -> !findings.contains(f)).forEach(findings::add);
    fidelity.stream()
        .filter(test -> !test.passed())
        .forEach(test -> findings.add(Finding.warning(test.text(), modelId)));
    if (!inputs.sentence().isEmpty()) {
      findings.add(Finding.info(inputs.sentence(), modelId));
    }
    return new Explanation.Explained(
        modelId,
        numbers.revision(),
        gradient,
        contributions,
        structures,
        inputs.shares(),
        counterfactual,
        fidelity,
        findings);
  }

  /**
   * Shares out the number of one model among its inputs: images, dose and clinical facts. It need
   * not look at voxels.
   *
   * @param numbers numbers of the plan
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  public InputShares shares(String modelId, PlanNumbers numbers, IProgressMonitor monitor) {
    List<String> groups = attributions.inputGroups(modelId);
    if (groups.isEmpty()) {
      return InputShares.none("The model cannot be asked without some of its inputs.");
    }
    SubMonitor progress = SubMonitor.convert(monitor, "Shares of inputs", 100);
    OptionalDouble none = attributions.scoreKnowing(modelId, Set.of(), numbers, progress.split(5));
    OptionalDouble all =
        attributions.scoreKnowing(modelId, Set.copyOf(groups), numbers, progress.split(5));
    if (none.isEmpty() || all.isEmpty()) {
      return InputShares.none("The model gives no number for this case.");
    }
    ShapleyValues.Game game =
        players -> {
          progress.checkCanceled();
          Set<String> known = new HashSet<>();
          players.stream().forEach(i -> known.add(groups.get(i)));
          return attributions
              .scoreKnowing(modelId, known, numbers, progress)
              .orElse(none.getAsDouble());
        };
    ShapleyValues.Values values =
        groups.size() <= MOST_ASKED_IN_ALL_COMBINATIONS
            ? ShapleyValues.exact(groups.size(), game)
            : ShapleyValues.sampled(groups.size(), SAMPLED_ORDERS, SEED, game);
    return shares(groups, attributions.clinicalGroups(modelId), values, all, none);
  }

  private static InputShares shares(
      List<String> groups,
      List<String> clinical,
      ShapleyValues.Values values,
      OptionalDouble all,
      OptionalDouble none) {
    List<InputShare> shares = new ArrayList<>();
    double sum = 0;
    for (int i = 0; i < groups.size(); i++) {
      String group = groups.get(i);
      shares.add(
          new InputShare(
              group, clinical.contains(group), values.value()[i], values.standardError()[i]));
      sum += values.value()[i];
    }
    shares.sort(Comparator.comparingDouble((InputShare share) -> -Math.abs(share.value())));
    return new InputShares(
        shares,
        Optional.of(FidelityTests.sum(sum, all.orElseThrow() - none.orElseThrow())),
        clinical.isEmpty()
            ? "The model takes no clinical fact (age, sex, stage), so none has a share."
            : "");
  }
}
