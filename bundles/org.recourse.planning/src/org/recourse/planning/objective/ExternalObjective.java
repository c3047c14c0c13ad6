/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.objective;

import java.util.Objects;

/**
 * A penalty that another program part computes, such as a risk: it gives its value and its
 * derivative with respect to the dose of each voxel. Where the penalty is a model of EQD2 or of
 * cumulative EQD2, the {@link org.recourse.planning.optimisation.Scenario} of the objective says so
 * and converts; the term then sees that dose.
 *
 * @param description a few words
 * @param term the penalty
 */
public record ExternalObjective(String description, Term term) implements Objective {

  /**
   * Computes a penalty. Smooth and deterministic; called by one thread at a time, which need not be
   * always the same.
   */
  @FunctionalInterface
  public interface Term {

    /**
     * @param doseGy dose of each voxel of the structure, in the order of its voxels; not to be
     *     changed
     * @param derivative receives ∂penalty/∂dose of each voxel, per Gy; comes filled with 0
     * @return the penalty, finite
     */
    double value(double[] doseGy, double[] derivative);
  }

  public ExternalObjective {
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(term, "term");
  }

  @Override
  public double value(double[] doseGy, double weight, double[] derivative) {
    double[] own = new double[doseGy.length];
    double penalty = term.value(doseGy, own);
    if (!Double.isFinite(penalty)) {
      throw new IllegalStateException("the penalty '" + description + "' is " + penalty);
    }
    for (int i = 0; i < own.length; i++) {
      derivative[i] += weight * own[i];
    }
    return penalty;
  }
}
