/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.djl;

import java.util.Map;
import org.recourse.inference.training.TrainingOptions;

/**
 * One step of Adam with decay (Kingma 2015, arXiv:1412.6980): g' = g + decay · w, m = β₁ m + (1 −
 * β₁) g', v = β₂ v + (1 − β₂) g'², w −= rate · (m / (1 − β₁ᵗ)) / (√(v / (1 − β₂ᵗ)) + 1e-8). Worked
 * example: the first step from m = v = 0 moves every weight by the rate against the sign of its
 * gradient. In plain Java, so that its state is stored and restored to the last bit.
 */
record Adam(TrainingOptions options) {

  private static final double FLOOR = 1e-8;

  /** Changes the state by one step. */
  void step(TrainingState state, Map<String, float[]> gradients) {
    int step = state.steps() + 1;
    state.steps(step);
    double firstShare = 1 - Math.pow(TrainingOptions.FIRST_MOMENT, step);
    double secondShare = 1 - Math.pow(TrainingOptions.SECOND_MOMENT, step);
    gradients.forEach(
        (name, gradient) -> {
          float[] weights = state.values().get(name);
          float[] first = state.firstMoments().get(name);
          float[] second = state.secondMoments().get(name);
          for (int i = 0; i < weights.length; i++) {
            double slope = gradient[i] + options.weightDecay() * weights[i];
            double m =
                TrainingOptions.FIRST_MOMENT * first[i]
                    + (1 - TrainingOptions.FIRST_MOMENT) * slope;
            double v =
                TrainingOptions.SECOND_MOMENT * second[i]
                    + (1 - TrainingOptions.SECOND_MOMENT) * slope * slope;
            first[i] = (float) m;
            second[i] = (float) v;
            weights[i] -=
                (float)
                    (options.learningRate()
                        * (m / firstShare)
                        / (Math.sqrt(v / secondShare) + FLOOR));
          }
        });
  }
}
