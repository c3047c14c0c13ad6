/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.planning.internal.optimise;

import java.util.List;
import java.util.Objects;

/**
 * How far an optimisation is. Immutable.
 *
 * @param iteration 1, 2, …
 * @param objective weighted sum of the objectives
 * @param greatestExcessGy by how much the worst hard limit is exceeded; 0 where all hold
 * @param curves DVH of the physical dose of each structure of the objectives
 */
public record LiveState(
    int iteration, double objective, double greatestExcessGy, List<Curve> curves) {

  /**
   * One DVH.
   *
   * @param structure name
   * @param binGy distance of the points, from 0 Gy on
   * @param volumePercent part of the volume with at least this dose
   */
  public record Curve(String structure, double binGy, double[] volumePercent) {
    public Curve {
      Objects.requireNonNull(structure, "structure");
      volumePercent = volumePercent.clone();
    }
  }

  public LiveState {
    curves = List.copyOf(curves);
  }
}
