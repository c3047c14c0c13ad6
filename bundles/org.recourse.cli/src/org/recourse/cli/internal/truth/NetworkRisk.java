/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.truth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.inference.engine.InferenceException;
import org.recourse.risk.AttributingRiskModel;
import org.recourse.risk.Evidence;
import org.recourse.risk.Literature;
import org.recourse.risk.RiskCourse;
import org.recourse.risk.RiskInput;
import org.recourse.risk.RiskModelDescription;
import org.recourse.risk.RiskResult;
import org.recourse.risk.RiskValue;
import org.recourse.risk.RiskVoxels;
import org.recourse.risk.VoxelAttribution;
import org.recourse.risk.VoxelValues;

/**
 * The ensemble asked about one patient of a synthetic cohort. Its number is a score, not a
 * probability; its gradient is given per Gy of the physical dose of the plan. Immutable and
 * thread-safe.
 */
final class NetworkRisk implements AttributingRiskModel {

  static final String ID = "org.recourse.campaign.network";

  private final NetworkEnsemble ensemble;
  private final KnownPatients known;
  private final PatientInputs inputs;
  private final List<String> strangeImages;

  NetworkRisk(NetworkEnsemble ensemble, KnownPatients known, PatientInputs inputs) {
    this.ensemble = ensemble;
    this.known = known;
    this.inputs = inputs;
    strangeImages = known.strangeImages(inputs.features());
  }

  @Override
  public RiskModelDescription description() {
    return new RiskModelDescription(
        ID,
        "1",
        "Necrosis, ensemble of multi-omics networks",
        "nasopharyngeal necrosis",
        true,
        false,
        "synthetic",
        "mean of multi-omics networks of T1, T1C, T2 and the EQD2 of the re-irradiation",
        List.of("Trained on synthetic patients; it says nothing about any person."),
        List.of(),
        List.of(new Literature("Trained by the campaign", "", Evidence.ASSUMED)));
  }

  /** What is asked. */
  private record Question(float[] doseGy, int fractionCount, double prescribedGy) {}

  private Optional<Question> question(RiskInput input) {
    Optional<DoseGrid> dose = input.voxels().flatMap(RiskVoxels::plannedDose);
    Optional<RiskCourse> planned =
        input.courses().stream().filter(course -> !course.previous()).findFirst();
    if (dose.isEmpty()
        || planned.isEmpty()
        || planned.get().fractionCount().isEmpty()
        || planned.get().prescribedDoseGy().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Question(
            inputs.doseGy(dose.get()),
            planned.get().fractionCount().getAsInt(),
            planned.get().prescribedDoseGy().getAsDouble()));
  }

  @Override
  public RiskResult assess(RiskInput input, IProgressMonitor monitor) {
    Optional<Question> question = question(input);
    if (question.isEmpty()) {
      return new RiskResult.NotApplicable(
          List.of("Dose, prescription or fractions are missing."), List.of(), List.of());
    }
    Question asked = question.get();
    List<String> strange = new ArrayList<>(strangeImages);
    strange.addAll(
        known.strangePlan(
            PlanTraits.of(asked.doseGy(), asked.fractionCount(), asked.prescribedGy())));
    List<Double> members = scores(asked.doseGy(), asked.fractionCount(), monitor);
    return new RiskResult.Assessed(
        new RiskValue.Score(NetworkEnsemble.mean(members), RiskValue.Bound.VALUE),
        List.of(),
        List.of(),
        List.of("A score orders patients; it is no probability."),
        strange.stream().map(sentence -> Finding.warning(sentence, ID)).toList(),
        strange.isEmpty(),
        members);
  }

  @Override
  public VoxelAttribution attribute(
      RiskInput input, VoxelAttribution.Method method, IProgressMonitor monitor) {
    Optional<Question> question = question(input);
    if (question.isEmpty() || method != VoxelAttribution.Method.GRADIENT) {
      return new VoxelAttribution.NotAvailable("Only the gradient of a plan with dose is known.");
    }
    Question asked = question.get();
    NetworkEnsemble.Slope slope = slopePerGy(asked.doseGy(), asked.fractionCount(), monitor);
    return new VoxelAttribution.Attributed(
        shown(slope.perUnit()), slope.score(), "synthetic", List.of());
  }

  /** The network looks at PTVnx only. */
  private VoxelValues shown(double[] perGy) {
    GridGeometry geometry = inputs.target().geometry();
    float[] shown = new float[perGy.length];
    Arrays.fill(shown, Float.NaN);
    for (int z = 0; z < geometry.sizeZ(); z++) {
      int offset = z * geometry.sliceVoxelCount();
      inputs.target().slice(z).stream().forEach(i -> shown[offset + i] = (float) perGy[offset + i]);
    }
    return VoxelValues.of(geometry, shown);
  }

  /** Returns the score of each member for a physical dose on the voxels of the network. */
  List<Double> scores(float[] doseGy, int fractionCount, IProgressMonitor monitor) {
    try {
      return ensemble.scores(inputs.features(), new NetworkDose(fractionCount).of(doseGy), monitor);
    } catch (InferenceException e) { // the catalogue turns it into a failure
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  /** Returns the score and its gradient per Gy of physical dose. */
  NetworkEnsemble.Slope slopePerGy(float[] doseGy, int fractionCount, IProgressMonitor monitor) {
    var given = new NetworkDose(fractionCount);
    try {
      NetworkEnsemble.Slope slope = ensemble.slope(inputs.features(), given.of(doseGy), monitor);
      return new NetworkEnsemble.Slope(slope.score(), given.pulledBack(slope.perUnit(), doseGy));
    } catch (InferenceException e) { // the catalogue turns it into a sentence
      throw new IllegalStateException(e.getMessage(), e);
    }
  }
}
