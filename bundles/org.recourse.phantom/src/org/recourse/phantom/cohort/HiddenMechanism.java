/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.cohort;

/**
 * The truth behind the outcome of a synthetic cohort: local tolerance of the tissue, visible in the
 * texture of the MR images, against where the cumulative dose lies. Immutable and thread-safe.
 *
 * <p>The tissue in PTVnx has two parts that pass into each other: the posterior wall with the share
 * {@code W(x)} and the anterior wall with {@code 1 − W(x)}. Each has a fragility z, about standard
 * normal and cut at ±2.2, that sets the height of the grain in the images: that of the anterior
 * wall in T1 with contrast agent, that of the posterior wall in T2. The tolerance at a place is
 *
 * <p>T(x) = T₀ · exp(−s · (z_anterior · (1 − W(x)) + z_posterior · W(x)))
 *
 * <p>and the risk of necrosis is
 *
 * <p>p = 1 / (1 + exp(−b · ln G)), G = (Σ v(x) · (D(x) / T(x))ⁿ / Σ v(x))^(1/n), v(x) = W(x) + 0.1
 * · (1 − W(x)),
 *
 * <p>over places x in PTVnx, where D is the sum of the EQD2 of both courses for an α/β of 3 Gy. The
 * mean of order n (the generalised equivalent uniform dose with weights; Wu et al. 2002, DOI
 * 10.1016/S0360-3016(01)02585-8, for the form without) goes with the places where much dose meets
 * little tolerance; the risk grows with the dose at every place. Degenerate case: D = T everywhere
 * gives p = 0.5. Worked example: z = 0 and D = 0.95 · T₀ everywhere give p = 1 / (1 + 0.95^−46) =
 * 0.0863.
 *
 * <p>The formula is made up; its numbers were chosen so that about a third of the patients have the
 * outcome and neither dose nor images alone suffice (see {@code docs/hidden-mechanism.md}).
 *
 * @param toleranceGy T₀, cumulative EQD2 at which tissue of mean fragility has a risk of one half
 * @param fragilityScale s, change of the logarithm of the tolerance per unit of fragility
 * @param slope b, change of the log odds per unit of the logarithm of G
 * @param order n, how much the worst places count
 * @param anteriorWeight weight of the anterior wall against that of the posterior wall
 */
public record HiddenMechanism(
    double toleranceGy, double fragilityScale, double slope, double order, double anteriorWeight) {

  /** Ratio of the linear to the quadratic effect on the tissue at risk. */
  public static final double ALPHA_BETA_GY = 3;

  /** Standard values. */
  public static final HiddenMechanism STANDARD = new HiddenMechanism(142.6, 0.0395, 46, 12, 0.1);

  public HiddenMechanism {
    if (!(toleranceGy > 0 && slope > 0 && order >= 1 && anteriorWeight > 0)) {
      throw new IllegalArgumentException(
          "tolerance, slope and weight must be > 0 and the order >= 1: "
              + toleranceGy
              + ", "
              + slope
              + ", "
              + anteriorWeight
              + ", "
              + order);
    }
  }

  /**
   * Returns the tolerance of tissue.
   *
   * @param posteriorShare W, 0 to 1
   */
  public double toleranceGy(Fragility fragility, double posteriorShare) {
    double z = fragility.anterior() * (1 - posteriorShare) + fragility.posterior() * posteriorShare;
    return toleranceGy * Math.exp(-fragilityScale * z);
  }

  /** Returns the weight of a place in the mean. */
  public double weight(double posteriorShare) {
    return posteriorShare + anteriorWeight * (1 - posteriorShare);
  }

  /** Returns the risk for a given mean G of dose over tolerance, from 0 to 1. */
  public double riskFraction(double meanRatio) {
    return meanRatio <= 0 ? 0 : 1 / (1 + Math.pow(meanRatio, -slope));
  }

  /**
   * Fragility of the two parts of the tissue of a patient.
   *
   * @param anterior z of the anterior wall, visible in T1 with contrast agent
   * @param posterior z of the posterior wall, visible in T2
   */
  public record Fragility(double anterior, double posterior) {}
}
