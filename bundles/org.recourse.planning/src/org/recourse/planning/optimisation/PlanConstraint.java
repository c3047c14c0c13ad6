/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.optimisation;

import java.util.Objects;
import org.recourse.planning.objective.DoseModel;

/**
 * A limit that must hold, to a tolerance.
 *
 * @param structure name, for lists
 * @param voxels positions of its voxels on the dose grid, at least one
 * @param kind what is limited
 * @param limitGy limit in the dose of {@code doseModel}, finite and not negative
 * @param doseModel the dose it is measured in
 */
public record PlanConstraint(
    String structure, int[] voxels, Kind kind, double limitGy, DoseModel doseModel) {

  /** What is limited. */
  public enum Kind {
    /** No voxel above the limit. */
    MAXIMUM,
    /** No voxel below the limit. */
    MINIMUM,
    /** The mean not above the limit. */
    MEAN
  }

  public PlanConstraint {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(doseModel, "doseModel");
    if (voxels.length == 0) {
      throw new IllegalArgumentException(structure + " holds no voxel of the dose grid");
    }
    if (!(limitGy >= 0 && limitGy < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(structure + ": a limit is finite and >= 0: " + limitGy);
    }
  }

  /** Numbers that must not be positive: one per voxel, or one for the mean. */
  int count() {
    return kind == Kind.MEAN ? 1 : voxels.length;
  }

  /** By how much each of them is exceeded, Gy; negative where there is room. */
  void excess(double[] doseGy, double[] excessGy) {
    switch (kind) {
      case MAXIMUM -> {
        for (int i = 0; i < doseGy.length; i++) {
          excessGy[i] = doseGy[i] - limitGy;
        }
      }
      case MINIMUM -> {
        for (int i = 0; i < doseGy.length; i++) {
          excessGy[i] = limitGy - doseGy[i];
        }
      }
      case MEAN -> excessGy[0] = java.util.Arrays.stream(doseGy).average().orElseThrow() - limitGy;
    }
  }

  /** Adds Σ pressure · ∂excess/∂dose to the derivative of each voxel. */
  void addDerivative(double[] pressure, double[] derivative) {
    for (int i = 0; i < derivative.length; i++) {
      derivative[i] +=
          switch (kind) {
            case MAXIMUM -> pressure[i];
            case MINIMUM -> -pressure[i];
            case MEAN -> pressure[0] / derivative.length;
          };
    }
  }
}
