/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.replan;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.assistant.numbers.DoseAttributions;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.StructureNumbers;
import org.recourse.planning.objective.DoseModel;
import org.recourse.radiobiology.fractionation.AlphaBetaRatio;
import org.recourse.risk.RiskAssessment;
import org.recourse.risk.RiskPart;
import org.recourse.risk.RiskResult;
import org.recourse.risk.RiskValue;
import org.recourse.risk.VoxelAttribution;
import org.recourse.tuning.proposal.RiskChange;

/**
 * Asks a model which dose drives its number: a network for its gradient, a formula for its slope
 * when the hot part of its organ gets less. Stateless but for what it asks.
 */
final class RiskPulls {

  /** Exponent of the generalised mean that follows a near-maximum dose. */
  private static final double EXPONENT = 30;

  /** Voxels with at least this part of the maximum are the hot part of an organ. */
  private static final double HOT_PART = 0.8;

  private static final double STEP_GY = 0.5;
  private static final double SMALLEST_SLOPE = 1e-6;

  /** What drives the number of a model, or why nothing does. */
  sealed interface Answer {

    /** What drives it. */
    record Known(RiskPull pull) implements Answer {}

    /** Nothing does; the sentence says why. */
    record Blind(String sentence) implements Answer {}
  }

  /** Numbers with one model for a physical dose of the grid. */
  interface Asked extends Function<double[], PlanNumbers> {}

  private final DoseAttributions attributions;
  private final PreparedPlan plan;
  private final String modelId;
  private final boolean looksAtVoxels;
  private final Asked asked;

  /**
   * @param asked asks the model what it says of a dose
   */
  RiskPulls(
      DoseAttributions attributions,
      PreparedPlan plan,
      String modelId,
      boolean looksAtVoxels,
      Asked asked) {
    this.attributions = attributions;
    this.plan = plan;
    this.modelId = modelId;
    this.looksAtVoxels = looksAtVoxels;
    this.asked = Objects.requireNonNull(asked, "asked");
  }

  /**
   * Returns what drives the number.
   *
   * @param numbers of a plan with this dose
   * @param gridGy that dose
   */
  Answer at(PlanNumbers numbers, double[] gridGy, IProgressMonitor monitor) {
    return looksAtVoxels ? ofNetwork(numbers, monitor) : ofFormula(numbers, gridGy, monitor);
  }

  private Answer ofNetwork(PlanNumbers numbers, IProgressMonitor monitor) {
    return switch (attributions.of(modelId, VoxelAttribution.Method.GRADIENT, numbers, monitor)) {
      case VoxelAttribution.NotAvailable none -> new Answer.Blind(none.sentence());
      case VoxelAttribution.Attributed attributed -> {
        DoseGradient gradient = DoseGradient.on(plan.grid(), attributed.values()).positive();
        double sum = gradient.sum();
        if (gradient.voxels().length == 0 || !(sum > SMALLEST_SLOPE)) {
          yield new Answer.Blind(
              "Less dose lowers the number of this model nowhere, so it does not follow the dose.");
        }
        double[] share = gradient.perGy();
        for (int i = 0; i < share.length; i++) {
          share[i] /= sum;
        }
        yield new Answer.Known(
            new RiskPull(
                Places.mostOf(plan, numbers, gradient.voxels()),
                gradient.voxels(),
                new RiskPull.Drive.Linear(share),
                new DoseModel.Physical(),
                sum));
      }
    };
  }

  private Answer ofFormula(PlanNumbers numbers, double[] gridGy, IProgressMonitor monitor) {
    Optional<StructureNumbers> organ = organ(numbers);
    Optional<int[]> voxels = organ.flatMap(one -> plan.voxels(one.structure().name()));
    Optional<AlphaBetaRatio> ratio = organ.flatMap(one -> one.structure().ratio());
    OptionalInt fractions = PlanBounds.fractionCount(numbers);
    if (voxels.isEmpty() || ratio.isEmpty() || fractions.isEmpty()) {
      return new Answer.Blind(
          "This model names no organ with contours and alpha/beta whose dose drives it.");
    }
    var drive = new RiskPull.Drive.NearMaximum(EXPONENT);
    DoseModel model = plan.cumulative(ratio.get(), fractions.getAsInt(), voxels.get(), monitor);
    var unscaled =
        new RiskPull(organ.get().structure().name(), voxels.get(), drive, model, SMALLEST_SLOPE);
    double[] less = cooled(gridGy, voxels.get(), model);
    OptionalDouble here = number(numbers);
    OptionalDouble there = number(asked.apply(less));
    double fallGy = unscaled.drivingGy(gridGy) - unscaled.drivingGy(less);
    double slope =
        here.isPresent() && there.isPresent() && fallGy > 0
            ? (here.getAsDouble() - there.getAsDouble()) / fallGy
            : 0;
    return slope > SMALLEST_SLOPE
        ? new Answer.Known(
            new RiskPull(organ.get().structure().name(), voxels.get(), drive, model, slope))
        : new Answer.Blind(
            "The number of this model does not fall when the hot part of "
                + organ.get().structure().name()
                + " gets less dose.");
  }

  /** The organ with the highest risk. */
  private Optional<StructureNumbers> organ(PlanNumbers numbers) {
    return numbers.risks().stream()
        .filter(risk -> risk.model().id().equals(modelId))
        .map(RiskAssessment::result)
        .findFirst()
        .filter(RiskResult.Assessed.class::isInstance)
        .map(RiskResult.Assessed.class::cast)
        .flatMap(
            assessed ->
                assessed.parts().stream()
                    .max(Comparator.comparingDouble(part -> size(part.value()))))
        .map(RiskPart::structureName)
        .flatMap(numbers::structure);
  }

  private static double size(RiskValue value) {
    return switch (value) {
      case RiskValue.Probability probability -> probability.fraction();
      case RiskValue.Score score -> score.score();
      case RiskValue.Category category -> category.raised() ? 1 : 0;
    };
  }

  private OptionalDouble number(PlanNumbers numbers) {
    return number(numbers, modelId);
  }

  /** Returns the number of a model; empty if it gives none. */
  static OptionalDouble number(PlanNumbers numbers, String modelId) {
    return numbers.risks().stream()
        .filter(risk -> risk.model().id().equals(modelId))
        .map(RiskAssessment::result)
        .map(RiskChange::number)
        .findFirst()
        .orElse(OptionalDouble.empty());
  }

  /** The dose with the hot part of an organ lowered a little: painted, only to ask the model. */
  private static double[] cooled(double[] gridGy, int[] voxels, DoseModel model) {
    double[] dose = PreparedPlan.gathered(gridGy, voxels);
    model.convert(dose, new double[dose.length]);
    double greatest = java.util.Arrays.stream(dose).max().orElse(0);
    double[] less = gridGy.clone();
    for (int i = 0; i < voxels.length; i++) {
      if (dose[i] >= HOT_PART * greatest) {
        less[voxels[i]] = Math.max(0, less[voxels[i]] - STEP_GY);
      }
    }
    return less;
  }
}
