/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.risk.multiomics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.volume.Mask;
import org.recourse.inference.attribution.IntegratedGradients;
import org.recourse.inference.engine.Capability;
import org.recourse.inference.engine.InferenceException;
import org.recourse.inference.engine.LoadedModel;
import org.recourse.inference.engine.NamedTensors;
import org.recourse.inference.engine.ScoreGradient;
import org.recourse.inference.model.TensorSpecification;
import org.recourse.inference.prediction.DomainVerdict;
import org.recourse.inference.prediction.Prediction;
import org.recourse.inference.prediction.PredictionRule;
import org.recourse.inference.tensor.Tensor;
import org.recourse.risk.VoxelAttribution;
import org.recourse.risk.VoxelValues;

/** Attributes the score of a network to the voxels of the target. Immutable. */
final class TargetAttribution {

  /** Midpoints between no dose and the dose. */
  private static final int STEPS = 16;

  /** Share of the score difference that the sum of contributions may miss without a word. */
  private static final double COMPLETENESS_FRACTION = 0.05;

  private final LoadedModel network;
  private final PredictionRule rule;

  TargetAttribution(LoadedModel network, PredictionRule rule) {
    this.network = network;
    this.rule = rule;
  }

  VoxelAttribution of(
      VoxelAttribution.Method method,
      NamedTensors inputs,
      DomainVerdict verdict,
      Mask looked,
      IProgressMonitor monitor)
      throws InferenceException {
    if (!network.capabilities().contains(Capability.GRADIENT)) {
      return new VoxelAttribution.NotAvailable(
          network.description().identity().title()
              + " has no gradient on "
              + network.device().name()
              + ".");
    }
    List<Finding> findings = new ArrayList<>(network.findings());
    if (verdict instanceof DomainVerdict.Outside outside) {
      findings.addAll(outside.findings());
    }
    return switch (method) {
      case GRADIENT -> {
        ScoreGradient gradient = network.gradient(inputs, monitor);
        yield attributed(gradient.perGy(), gradient.score(), verdict, looked, findings);
      }
      case INTEGRATED_GRADIENTS -> {
        IntegratedGradients.Attribution attribution = integrated(inputs, monitor);
        findings.addAll(completeness(attribution));
        yield attributed(
            attribution.contribution(), score(inputs, monitor), verdict, looked, findings);
      }
    };
  }

  private IntegratedGradients.Attribution integrated(NamedTensors inputs, IProgressMonitor monitor)
      throws InferenceException {
    Tensor dose =
        inputs.tensor(
            network.description().input(TensorSpecification.Role.DOSE).orElseThrow().name());
    Tensor none = Tensor.filled(dose.shape(), 0);
    return new IntegratedGradients(STEPS).attribute(network, inputs, none, monitor);
  }

  private List<Finding> completeness(IntegratedGradients.Attribution attribution) {
    double allowed = COMPLETENESS_FRACTION * Math.abs(attribution.scoreDifference());
    if (Math.abs(attribution.completenessError()) <= allowed) {
      return List.of();
    }
    return List.of(
        Finding.warning(
            String.format(
                Locale.ROOT,
                "The contributions of the voxels miss %.3f of the score difference %.3f, because"
                    + " the score bends between no dose and the dose.",
                attribution.completenessError(),
                attribution.scoreDifference()),
            network.description().identity().id()));
  }

  private double score(NamedTensors inputs, IProgressMonitor monitor) throws InferenceException {
    String name = network.description().output(TensorSpecification.Role.SCORE).orElseThrow().name();
    return network.run(inputs, monitor).tensor(name).at(0);
  }

  private VoxelAttribution attributed(
      Tensor values, double score, DomainVerdict verdict, Mask looked, List<Finding> findings) {
    return switch (rule.prediction(network.description(), score, verdict)) {
      case Prediction.Withheld(String sentence) -> new VoxelAttribution.NotAvailable(sentence);
      case Prediction.Score(double value, String label) ->
          new VoxelAttribution.Attributed(inside(values, looked), score, label, findings);
      case Prediction.Probability probability ->
          new VoxelAttribution.Attributed(inside(values, looked), score, "", findings);
    };
  }

  /** Outside of the target the network is given 0 Gy whatever the dose is: nothing counts there. */
  private static VoxelValues inside(Tensor values, Mask looked) {
    GridGeometry geometry = looked.geometry();
    float[] shown = new float[geometry.voxelCount()];
    Arrays.fill(shown, Float.NaN);
    for (int z = 0; z < geometry.sizeZ(); z++) {
      BitSet slice = looked.slice(z);
      int offset = z * geometry.sliceVoxelCount();
      for (int i = slice.nextSetBit(0); i >= 0; i = slice.nextSetBit(i + 1)) {
        shown[offset + i] = values.at(offset + i);
      }
    }
    return VoxelValues.of(geometry, shown);
  }
}
