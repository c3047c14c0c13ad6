/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.attribution;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.inference.engine.InferenceException;
import org.recourse.inference.engine.LoadedModel;
import org.recourse.inference.engine.NamedTensors;
import org.recourse.inference.engine.ScoreGradient;
import org.recourse.inference.model.TensorSpecification;
import org.recourse.inference.tensor.Tensor;

/**
 * Integrated gradients (Sundararajan 2017, arXiv:1703.01365): what each voxel contributes to the
 * difference between the score of a dose and that of a baseline dose,
 *
 * <p>aᵢ = (xᵢ − bᵢ) · ∫₀¹ ∂s/∂xᵢ (b + t (x − b)) dt, with the integral as the midpoint sum of
 * {@code stepCount} gradients. The contributions add up to s(x) − s(b) up to the error of the sum,
 * which is part of the result. Worked example: s = x²/4 of one voxel with x = 2 Gy, b = 0 and one
 * step has the gradient 1/2 at 1 Gy and so a = 1 = s(2) − s(0).
 *
 * @param stepCount gradients to compute, at least one; 16 to 64 are usual
 */
public record IntegratedGradients(int stepCount) {

  public IntegratedGradients {
    if (stepCount < 1) {
      throw new IllegalArgumentException("stepCount must be >= 1: " + stepCount);
    }
  }

  /**
   * Contributions of the voxels to a score.
   *
   * @param contribution share of each voxel in the score, a pure number, in the shape of the dose
   * @param scoreDifference score of the dose minus score of the baseline
   * @param completenessError sum of the contributions minus the score difference
   */
  public record Attribution(
      Tensor contribution, double scoreDifference, double completenessError) {}

  /**
   * Attributes the score to the voxels of the dose.
   *
   * @param model a model with the capability GRADIENT and a dose input
   * @param inputs as for {@link LoadedModel#gradient}
   * @param baseline dose to compare with, such as 0 Gy everywhere, in the shape of the dose
   * @param monitor progress and cancellation, checked before each gradient
   * @throws InferenceException if the runtime fails
   */
  public Attribution attribute(
      LoadedModel model, NamedTensors inputs, Tensor baseline, IProgressMonitor monitor)
      throws InferenceException {
    SubMonitor progress = SubMonitor.convert(monitor, "Integrated gradients", stepCount + 2);
    String name =
        model
            .description()
            .input(TensorSpecification.Role.DOSE)
            .orElseThrow(() -> new IllegalArgumentException("the model takes no dose"))
            .name();
    Tensor dose = inputs.tensor(name);
    double[] sum = new double[dose.shape().valueCount()];
    for (int step = 0; step < stepCount; step++) {
      Tensor between = baseline.towards(dose, (step + 0.5) / stepCount);
      add(model.gradient(inputs.with(name, between), progress.split(1)), sum);
    }
    double difference =
        score(model, inputs, progress.split(1))
            - score(model, inputs.with(name, baseline), progress.split(1));
    return attribution(dose, baseline, sum, difference);
  }

  private static void add(ScoreGradient gradient, double[] sum) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += gradient.perGy().at(i);
    }
  }

  private Attribution attribution(
      Tensor dose, Tensor baseline, double[] gradientSum, double difference) {
    float[] contribution = new float[gradientSum.length];
    double total = 0;
    for (int i = 0; i < contribution.length; i++) {
      double value = ((double) dose.at(i) - baseline.at(i)) * gradientSum[i] / stepCount;
      contribution[i] = (float) value;
      total += value;
    }
    return new Attribution(Tensor.of(dose.shape(), contribution), difference, total - difference);
  }

  private static double score(LoadedModel model, NamedTensors inputs, IProgressMonitor monitor)
      throws InferenceException {
    String score = model.description().output(TensorSpecification.Role.SCORE).orElseThrow().name();
    return model.run(inputs, monitor).tensor(score).at(0);
  }
}
