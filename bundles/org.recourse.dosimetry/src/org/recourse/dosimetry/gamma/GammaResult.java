/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosimetry.gamma;

import java.util.List;
import java.util.OptionalDouble;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.geometry.GridGeometry;

/** Gamma of every evaluated voxel of the reference dose, and what follows. Immutable. */
public final class GammaResult {

  /** Gamma of a voxel that was not evaluated; never handed out. */
  static final float NOT_EVALUATED = -1;

  private static final double PERCENT = 100;

  private final GridGeometry geometry;
  private final float[][] gammaBySlice;
  private final long evaluated;
  private final long passed;
  private final double sum;
  private final double maximum;
  private final List<Finding> findings;

  /** Takes the slices, which belong to this object from now. */
  GammaResult(GridGeometry geometry, float[][] gammaBySlice, List<Finding> findings) {
    this.geometry = geometry;
    this.gammaBySlice = gammaBySlice;
    this.findings = List.copyOf(findings);
    long counted = 0;
    long within = 0;
    double total = 0;
    double largest = 0;
    for (float[] slice : gammaBySlice) {
      double ofSlice = 0;
      for (float gamma : slice) {
        if (gamma != NOT_EVALUATED) {
          counted++;
          within += gamma <= 1 ? 1 : 0;
          ofSlice += gamma;
          largest = Math.max(largest, gamma);
        }
      }
      total += ofSlice;
    }
    evaluated = counted;
    passed = within;
    sum = total;
    maximum = largest;
  }

  /** Geometry of the reference dose. */
  public GridGeometry geometry() {
    return geometry;
  }

  public long evaluatedVoxels() {
    return evaluated;
  }

  /** Voxels with gamma of at most 1, % of those evaluated; empty if there are none. */
  public OptionalDouble passPercent() {
    return ofEvaluated(PERCENT * passed / evaluated);
  }

  /** Mean of gamma, cut at the maximum of the criteria; empty if no voxel was evaluated. */
  public OptionalDouble meanGamma() {
    return ofEvaluated(sum / evaluated);
  }

  /** Largest gamma, cut at the maximum of the criteria; empty if no voxel was evaluated. */
  public OptionalDouble maxGamma() {
    return ofEvaluated(maximum);
  }

  private OptionalDouble ofEvaluated(double value) {
    return evaluated > 0 ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  /** Gamma of a voxel; empty if it lies below the threshold or outside of the evaluated dose. */
  public OptionalDouble gammaAt(int x, int y, int z) {
    geometry.indexOf(x, y, z);
    float gamma = gammaBySlice[z][y * geometry.sizeX() + x];
    return gamma == NOT_EVALUATED ? OptionalDouble.empty() : OptionalDouble.of(gamma);
  }

  /** Reservations: voxels outside of the evaluated dose, nothing above the threshold. */
  public List<Finding> findings() {
    return findings;
  }
}
