/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.influence;

import java.util.Arrays;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.parallel.SliceExecutor;

/** The weights of several influences one after the other; their doses add up. Immutable. */
public final class JoinedInfluence implements DoseInfluence {

  private final List<DoseInfluence> parts;

  private JoinedInfluence(List<DoseInfluence> parts) {
    this.parts = List.copyOf(parts);
  }

  /**
   * Joins influences on the same grid; matrices of this bundle become one matrix.
   *
   * @throws IllegalArgumentException if there is none, or they lie on different grids
   */
  public static DoseInfluence of(List<DoseInfluence> parts) {
    if (parts.isEmpty()
        || parts.stream().anyMatch(one -> !one.geometry().equals(parts.getFirst().geometry()))) {
      throw new IllegalArgumentException(parts.size() + " influences, not all on one grid");
    }
    if (parts.stream().allMatch(InfluenceMatrix.class::isInstance)) {
      return InfluenceMatrix.joined(parts.stream().map(InfluenceMatrix.class::cast).toList());
    }
    return parts.size() == 1 ? parts.getFirst() : new JoinedInfluence(parts);
  }

  @Override
  public GridGeometry geometry() {
    return parts.getFirst().geometry();
  }

  @Override
  public int weightCount() {
    return parts.stream().mapToInt(DoseInfluence::weightCount).sum();
  }

  @Override
  public void dose(
      double[] weight, double[] doseGy, SliceExecutor executor, IProgressMonitor monitor) {
    double[] own = new double[doseGy.length];
    Arrays.fill(doseGy, 0);
    int first = 0;
    for (DoseInfluence part : parts) {
      int next = first + part.weightCount();
      part.dose(Arrays.copyOfRange(weight, first, next), own, executor, monitor);
      for (int i = 0; i < own.length; i++) {
        doseGy[i] += own[i];
      }
      first = next;
    }
  }

  @Override
  public double[] weightDerivative(
      double[] doseDerivative, SliceExecutor executor, IProgressMonitor monitor) {
    double[] derivative = new double[weightCount()];
    int first = 0;
    for (DoseInfluence part : parts) {
      double[] own = part.weightDerivative(doseDerivative, executor, monitor);
      System.arraycopy(own, 0, derivative, first, own.length);
      first += own.length;
    }
    return derivative;
  }
}
