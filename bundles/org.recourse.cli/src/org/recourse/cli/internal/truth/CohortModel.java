/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.truth;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.risk.AttributingRiskModel;
import org.recourse.risk.Evidence;
import org.recourse.risk.Literature;
import org.recourse.risk.RiskCourse;
import org.recourse.risk.RiskInput;
import org.recourse.risk.RiskModelDescription;
import org.recourse.risk.RiskResult;
import org.recourse.risk.RiskValue;
import org.recourse.risk.VoxelAttribution;
import org.recourse.risk.VoxelValues;

/** A fitted model asked about one patient of a synthetic cohort. Immutable and thread-safe. */
final class CohortModel implements AttributingRiskModel {

  static final String ID = "org.recourse.campaign.grainAndDose";

  private final CohortFit fit;
  private final ImageTraits traits;
  private final CumulativeTarget target;

  CohortModel(CohortFit fit, ImageTraits traits, CumulativeTarget target) {
    this.fit = fit;
    this.traits = traits;
    this.target = target;
  }

  @Override
  public RiskModelDescription description() {
    return new RiskModelDescription(
        ID,
        "1",
        "Necrosis, grain and cumulative dose",
        "nasopharyngeal necrosis",
        true,
        true,
        "synthetic",
        "logistic regression of generalised means of cumulative EQD2 and grain of T1C and T2",
        List.of("Fitted to synthetic patients; it says nothing about any person."),
        List.of(),
        List.of(new Literature("Fitted by the campaign", "", Evidence.ASSUMED)));
  }

  /** What is asked. */
  private record Question(DoseGrid dose, int fractions, double[] plan) {}

  private static Optional<Question> question(RiskInput input) {
    Optional<DoseGrid> dose = input.voxels().flatMap(voxels -> voxels.plannedDose());
    Optional<RiskCourse> planned =
        input.courses().stream().filter(course -> !course.previous()).findFirst();
    if (dose.isEmpty()
        || planned.isEmpty()
        || planned.get().fractionCount().isEmpty()
        || planned.get().prescribedDoseGy().isEmpty()) {
      return Optional.empty();
    }
    int fractions = planned.get().fractionCount().getAsInt();
    double perFraction = planned.get().prescribedDoseGy().getAsDouble() / fractions;
    return Optional.of(new Question(dose.get(), fractions, new double[] {fractions, perFraction}));
  }

  private double[] features(Question question) {
    return CohortFit.features(
        traits,
        new double[] {
          logMean(CumulativeTarget.Half.POSTERIOR, question),
          logMean(CumulativeTarget.Half.ANTERIOR, question)
        });
  }

  private double logMean(CumulativeTarget.Half half, Question question) {
    return target.logMean(half, question.dose(), question.fractions(), fit.exponent());
  }

  @Override
  public RiskResult assess(RiskInput input, IProgressMonitor monitor) {
    Optional<Question> question = question(input);
    if (question.isEmpty()) {
      return new RiskResult.NotApplicable(
          List.of("Dose, prescription or fractions are missing."), List.of(), List.of());
    }
    boolean inside = fit.knows(CohortFit.domain(traits, question.get().plan()));
    double[] features = features(question.get());
    double risk = CohortFit.logistic(CohortFit.linear(fit.coefficients(), features));
    List<Double> members =
        fit.members().stream()
            .map(member -> CohortFit.logistic(CohortFit.linear(member, features)))
            .toList();
    return new RiskResult.Assessed(
        new RiskValue.Probability(risk, Optional.empty(), RiskValue.Bound.VALUE),
        List.of(),
        List.of(),
        List.of(),
        inside
            ? List.of()
            : List.of(Finding.warning("The patient is unlike those of the training.", ID)),
        inside,
        members);
  }

  @Override
  public VoxelAttribution attribute(
      RiskInput input, VoxelAttribution.Method method, IProgressMonitor monitor) {
    Optional<Question> question = question(input);
    if (question.isEmpty() || method != VoxelAttribution.Method.GRADIENT) {
      return new VoxelAttribution.NotAvailable("Only the gradient of a plan with dose is known.");
    }
    double risk =
        CohortFit.logistic(CohortFit.linear(fit.coefficients(), features(question.get())));
    GridGeometry geometry = target.points().geometry();
    float[] perGy = new float[geometry.voxelCount()];
    double outer = risk * (1 - risk);
    add(CumulativeTarget.Half.POSTERIOR, question.get(), outer * fit.coefficients()[1], perGy);
    add(CumulativeTarget.Half.ANTERIOR, question.get(), outer * fit.coefficients()[2], perGy);
    float[] shown = new float[perGy.length];
    Arrays.fill(shown, Float.NaN);
    for (int p : target.points().posterior()) {
      shown[p] = perGy[p];
    }
    for (int p : target.points().anterior()) {
      shown[p] = perGy[p];
    }
    return new VoxelAttribution.Attributed(
        VoxelValues.of(geometry, shown), risk, "synthetic", List.of());
  }

  private void add(CumulativeTarget.Half half, Question question, double factor, float[] perGy) {
    target.addSlope(half, question.dose(), question.fractions(), fit.exponent(), factor, perGy);
  }
}
