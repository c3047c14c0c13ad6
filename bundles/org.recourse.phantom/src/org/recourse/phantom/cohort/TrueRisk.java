/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.cohort;

import java.util.Objects;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.resample.TrilinearSampler;
import org.recourse.grid.volume.DoseGrid;

/**
 * The true risk of one synthetic patient as a function of the dose of the re-irradiation: places in
 * PTVnx with their tolerance, their weight and what the first course left there. Immutable and
 * thread-safe.
 *
 * <p>The EQD2 of a course with n fractions is D · (D/n · (1 + h) + α/β) / (2 Gy + α/β); h is 0 for
 * one fraction a day and exp(−ln 2 · 6 h / 4 h) for two of them six hours apart (incomplete repair
 * with a half-time of four hours).
 */
public final class TrueRisk {

  private static final double HOURS_BETWEEN = 6;
  private static final double REPAIR_HALF_TIME_HOURS = 4;

  private final HiddenMechanism mechanism;
  private final double[] xyzMm;
  private final double[] toleranceGy;
  private final double[] weight;
  private final double[] previousEqd2Gy;
  private final Schedule schedule;

  /**
   * How the re-irradiation is given.
   *
   * @param fractionCount number of fractions, at least one
   * @param fractionsPerDay one or two
   */
  public record Schedule(int fractionCount, int fractionsPerDay) {

    public Schedule {
      if (fractionCount < 1 || fractionsPerDay < 1 || fractionsPerDay > 2) {
        throw new IllegalArgumentException(
            "no schedule: " + fractionCount + " fractions, " + fractionsPerDay + " a day");
      }
    }

    /** Returns the EQD2 of a physical dose, Gy. */
    public double eqd2Gy(double doseGy) {
      double unrepaired =
          fractionsPerDay == 1
              ? 0
              : Math.exp(-Math.log(2) * HOURS_BETWEEN / REPAIR_HALF_TIME_HOURS);
      double perFractionGy = doseGy / fractionCount * (1 + unrepaired);
      return doseGy
          * (perFractionGy + HiddenMechanism.ALPHA_BETA_GY)
          / (2 + HiddenMechanism.ALPHA_BETA_GY);
    }
  }

  /**
   * Makes a risk.
   *
   * @param xyzMm places, three numbers each
   * @param toleranceGy tolerance of each place, cumulative EQD2
   * @param weight weight of each place
   * @param previousEqd2Gy EQD2 of the first course at each place
   */
  public TrueRisk(
      HiddenMechanism mechanism,
      double[] xyzMm,
      double[] toleranceGy,
      double[] weight,
      double[] previousEqd2Gy,
      Schedule schedule) {
    this.mechanism = Objects.requireNonNull(mechanism, "mechanism");
    this.schedule = Objects.requireNonNull(schedule, "schedule");
    int places = toleranceGy.length;
    if (places < 1
        || xyzMm.length != 3 * places
        || weight.length != places
        || previousEqd2Gy.length != places) {
      throw new IllegalArgumentException(
          places + " places need as many weights and doses and three numbers each");
    }
    this.xyzMm = xyzMm.clone();
    this.toleranceGy = toleranceGy.clone();
    this.weight = weight.clone();
    this.previousEqd2Gy = previousEqd2Gy.clone();
  }

  public HiddenMechanism mechanism() {
    return mechanism;
  }

  public Schedule schedule() {
    return schedule;
  }

  public int placeCount() {
    return toleranceGy.length;
  }

  public Vector3 placeMm(int place) {
    Objects.checkIndex(place, toleranceGy.length);
    return new Vector3(xyzMm[3 * place], xyzMm[3 * place + 1], xyzMm[3 * place + 2]);
  }

  public double toleranceGy(int place) {
    return toleranceGy[place];
  }

  public double weight(int place) {
    return weight[place];
  }

  public double previousEqd2Gy(int place) {
    return previousEqd2Gy[place];
  }

  /** Returns the true risk, 0 to 1, if the re-irradiation had this physical dose. */
  public double evaluate(DoseGrid reirradiation) {
    return evaluate(reirradiation, schedule);
  }

  /** Returns the true risk, 0 to 1, for this physical dose in another schedule. */
  public double evaluate(DoseGrid reirradiation, Schedule other) {
    TrilinearSampler sampler = TrilinearSampler.of(reirradiation);
    double[] doseGy = new double[placeCount()];
    for (int i = 0; i < doseGy.length; i++) {
      doseGy[i] = sampler.sampleOr(xyzMm[3 * i], xyzMm[3 * i + 1], xyzMm[3 * i + 2], 0);
    }
    return evaluate(doseGy, other);
  }

  /** Returns the true risk, 0 to 1, for the physical dose at each place. */
  public double evaluate(double[] doseGy) {
    return evaluate(doseGy, schedule);
  }

  private double evaluate(double[] doseGy, Schedule given) {
    return mechanism.riskFraction(meanRatio(doseGy, given));
  }

  /** Returns G of {@link HiddenMechanism} for the physical dose at each place. */
  public double meanRatio(double[] doseGy) {
    return meanRatio(doseGy, schedule);
  }

  private double meanRatio(double[] doseGy, Schedule given) {
    if (doseGy.length != placeCount()) {
      throw new IllegalArgumentException(doseGy.length + " doses for " + placeCount() + " places");
    }
    double sum = 0;
    double weights = 0;
    for (int i = 0; i < doseGy.length; i++) {
      double cumulativeGy = previousEqd2Gy[i] + given.eqd2Gy(doseGy[i]);
      sum += weight[i] * Math.pow(cumulativeGy / toleranceGy[i], mechanism.order());
      weights += weight[i];
    }
    return Math.pow(sum / weights, 1 / mechanism.order());
  }
}
