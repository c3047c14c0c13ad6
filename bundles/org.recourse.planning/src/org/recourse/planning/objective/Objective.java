/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.objective;

/** A penalty on the dose of a structure; 0 is best. Implementations are immutable and stateless. */
public sealed interface Objective
    permits SquaredDeviation,
        SquaredOverdose,
        SquaredUnderdose,
        MeanDose,
        GeneralisedEquivalentDose,
        DoseVolume,
        Conformity,
        ExternalObjective {

  /**
   * The penalty of a structure's doses; adds {@code weight} times its derivative.
   *
   * @param doseGy dose of each voxel of the structure
   * @param weight factor on the derivative
   * @param derivative receives weight · ∂penalty/∂dose, added to what is there
   */
  double value(double[] doseGy, double weight, double[] derivative);

  /** A few words, such as "at most 45 Gy (squared)". */
  String description();
}
