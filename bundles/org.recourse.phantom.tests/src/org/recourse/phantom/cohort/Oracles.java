/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.cohort;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.recourse.phantom.cohort.HiddenMechanism.Fragility;

/**
 * What the best possible predictions reach on a synthetic cohort: the one that knows everything,
 * the one that knows the doses of both courses and the geometry but no image, the one that knows
 * the fragility of the tissue but no dose. The latter two are the means of the true risk over what
 * they do not know, given what they know.
 */
final class Oracles {

  private static final int DRAWS = 32;

  /** The rule of PatientDraw: correlation of the prescription with the mean fragility. */
  private static final double CAUTION = 0.45;

  private static final double MEAN_FRAGILITY_DEVIATION = Math.sqrt(0.7);
  private static final double PRESCRIPTION_MEAN_GY = 62;
  private static final double PRESCRIPTION_DEVIATION_GY = 2.8;

  private final List<SyntheticPatient> patients = new ArrayList<>();
  private final Random random = new Random(7);

  Oracles(SyntheticCohort cohort, int size) {
    for (int i = 0; i < size; i++) {
      patients.add(cohort.patient(i));
    }
  }

  double incidence() {
    return patients.stream().filter(SyntheticPatient::event).count() / (double) patients.size();
  }

  double fullAuc() {
    return auc(SyntheticPatient::riskFraction);
  }

  double doseOnlyAuc() {
    return auc(this::meanOverFragility);
  }

  double imageOnlyAuc() {
    return auc(this::meanOverDose);
  }

  double meanDoseAuc() {
    return auc(patient -> Arrays.stream(patient.plannedDoseAtPlacesGy()).average().orElseThrow());
  }

  double recurrenceAuc() {
    double[] score = new double[patients.size()];
    boolean[] event = new boolean[score.length];
    for (int i = 0; i < score.length; i++) {
      score[i] = patients.get(i).facts().outcomes().recurrence().riskFraction();
      event[i] = patients.get(i).facts().outcomes().recurrence().event();
    }
    return auc(score, event);
  }

  private double auc(ToDoubleFunction<SyntheticPatient> prediction) {
    double[] score = new double[patients.size()];
    boolean[] event = new boolean[score.length];
    for (int i = 0; i < score.length; i++) {
      score[i] = prediction.applyAsDouble(patients.get(i));
      event[i] = patients.get(i).event();
    }
    return auc(score, event);
  }

  static double auc(double[] score, boolean[] event) {
    Integer[] order = IntStream.range(0, score.length).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingDouble(i -> score[i]));
    double rankSum = 0;
    long events = 0;
    for (int i = 0; i < order.length; ) {
      int end = i;
      while (end < order.length && Double.compare(score[order[end]], score[order[i]]) == 0) {
        end++;
      }
      for (int k = i; k < end; k++) {
        if (event[order[k]]) {
          rankSum += (i + 1 + end) / 2.0;
          events++;
        }
      }
      i = end;
    }
    double pairs = (double) events * (score.length - events);
    return (rankSum - events * (events + 1) / 2.0) / pairs;
  }

  private static double mean(Fragility fragility) {
    return (fragility.anterior() + fragility.posterior()) / 2 / MEAN_FRAGILITY_DEVIATION;
  }

  /** Other fragilities, as likely as the prescription makes them, with the same dose. */
  private double meanOverFragility(SyntheticPatient patient) {
    double will =
        (patient.facts().prescribedGy() - PRESCRIPTION_MEAN_GY) / PRESCRIPTION_DEVIATION_GY;
    double sum = 0;
    int draws = 0;
    while (draws < DRAWS) {
      Fragility other = any().facts().fragility();
      double unexplained = will + CAUTION * mean(other);
      double likelihood = Math.exp(-unexplained * unexplained / (2 * (1 - CAUTION * CAUTION)));
      if (random.nextDouble() < likelihood) {
        sum += withFragility(patient.trueRisk(), other).evaluate(patient.plannedDoseAtPlacesGy());
        draws++;
      }
    }
    return sum / DRAWS;
  }

  /** Plans of other patients, with the prescription that this fragility would have got. */
  private double meanOverDose(SyntheticPatient patient) {
    Fragility fragility = patient.facts().fragility();
    double sum = 0;
    for (int i = 0; i < DRAWS; i++) {
      SyntheticPatient other = any();
      double will =
          -CAUTION * mean(fragility) + Math.sqrt(1 - CAUTION * CAUTION) * random.nextGaussian();
      double prescribedGy =
          Math.clamp(PRESCRIPTION_MEAN_GY + PRESCRIPTION_DEVIATION_GY * will, 50, 70);
      double scale = prescribedGy / other.facts().prescribedGy();
      double[] doseGy = other.plannedDoseAtPlacesGy();
      for (int k = 0; k < doseGy.length; k++) {
        doseGy[k] *= scale;
      }
      sum += withFragility(other.trueRisk(), fragility).evaluate(doseGy);
    }
    return sum / DRAWS;
  }

  private SyntheticPatient any() {
    return patients.get(random.nextInt(patients.size()));
  }

  private static TrueRisk withFragility(TrueRisk risk, Fragility fragility) {
    HiddenMechanism mechanism = risk.mechanism();
    int places = risk.placeCount();
    double[] xyzMm = new double[3 * places];
    double[] toleranceGy = new double[places];
    double[] weight = new double[places];
    double[] previousGy = new double[places];
    for (int i = 0; i < places; i++) {
      weight[i] = risk.weight(i);
      previousGy[i] = risk.previousEqd2Gy(i);
      double share = (weight[i] - mechanism.anteriorWeight()) / (1 - mechanism.anteriorWeight());
      toleranceGy[i] = mechanism.toleranceGy(fragility, share);
    }
    return new TrueRisk(mechanism, xyzMm, toleranceGy, weight, previousGy, risk.schedule());
  }
}
