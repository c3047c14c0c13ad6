/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.truth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.recourse.learning.regression.LogisticRegression;

/**
 * The model of the campaign as it was fitted: a logistic regression of necrosis on the generalised
 * means of the cumulative EQD2 in both halves of the target and the grain of T1C and T2 in both
 * halves, with ten members, each fitted without a tenth of the patients. It knows nothing of the
 * mechanism behind the outcome but what the patients show. Immutable.
 *
 * @param exponent of the generalised means, chosen by cross-validation
 * @param coefficients intercept first
 * @param members coefficients of the members
 * @param mean of each trait of the domain in training
 * @param deviation standard deviation of each trait
 * @param least smallest value of each trait in training, with room
 * @param most largest value of each trait in training, with room
 * @param largestDistance largest root mean square distance in training, with room
 * @param auc of the predictions for the left-out tenths
 */
record CohortFit(
    double exponent,
    double[] coefficients,
    List<double[]> members,
    double[] mean,
    double[] deviation,
    double[] least,
    double[] most,
    double largestDistance,
    double auc) {

  private static final double[] EXPONENTS = {2, 6, 12, 20};
  private static final int FOLDS = 10;

  /** Room beyond the patients of the training, in standard deviations and distance. */
  private static final double ROOM = 1.1;

  /**
   * A patient of the training.
   *
   * @param traits images and place
   * @param logMeans logarithm of the generalised means, by exponent: posterior, anterior
   * @param plan fractions and prescribed dose per fraction
   * @param event whether necrosis was drawn
   */
  record Patient(ImageTraits traits, double[][] logMeans, double[] plan, boolean event) {}

  static double[] exponents() {
    return EXPONENTS.clone();
  }

  /** Fits the model; throws where the patients do not suffice. */
  static CohortFit of(List<Patient> patients) {
    int best = 0;
    double bestLoss = Double.POSITIVE_INFINITY;
    double bestAuc = 0;
    for (int e = 0; e < EXPONENTS.length; e++) {
      double[] held = heldOut(patients, e);
      double loss = 0;
      for (int i = 0; i < held.length; i++) {
        double p = patients.get(i).event() ? held[i] : 1 - held[i];
        loss -= Math.log(Math.max(p, 1e-9)) / held.length;
      }
      if (loss < bestLoss) {
        best = e;
        bestLoss = loss;
        bestAuc = auc(held, patients);
      }
    }
    List<double[]> members = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      members.add(fitted(patients, best, fold));
    }
    double[][] domain = patients.stream().map(CohortFit::domain).toArray(double[][]::new);
    double[] mean = new double[domain[0].length];
    double[] deviation = new double[mean.length];
    for (int j = 0; j < mean.length; j++) {
      int trait = j;
      mean[j] = Arrays.stream(domain).mapToDouble(d -> d[trait]).average().orElseThrow();
      double squares =
          Arrays.stream(domain)
              .mapToDouble(d -> (d[trait] - mean[trait]) * (d[trait] - mean[trait]))
              .sum();
      deviation[j] = Math.max(1e-3, Math.sqrt(squares / (domain.length - 1.0)));
    }
    double largest =
        Arrays.stream(domain).mapToDouble(d -> distance(d, mean, deviation)).max().orElseThrow();
    return new CohortFit(
        EXPONENTS[best],
        fitted(patients, best, FOLDS),
        List.copyOf(members),
        mean,
        deviation,
        range(domain, -1),
        range(domain, 1),
        ROOM * largest,
        bestAuc);
  }

  /** Ends of the range of each trait, beyond it by a tenth of its width. */
  private static double[] range(double[][] domain, int side) {
    double[] ends = new double[domain[0].length];
    for (int j = 0; j < ends.length; j++) {
      int trait = j;
      double low = Arrays.stream(domain).mapToDouble(d -> d[trait]).min().orElseThrow();
      double high = Arrays.stream(domain).mapToDouble(d -> d[trait]).max().orElseThrow();
      ends[j] = side < 0 ? low - (ROOM - 1) * (high - low) : high + (ROOM - 1) * (high - low);
    }
    return ends;
  }

  /** Whether a patient is like those of the training: each trait, and all of them together. */
  boolean knows(double[] domain) {
    for (int j = 0; j < domain.length; j++) {
      if (!(domain[j] >= least[j] && domain[j] <= most[j])) { // also not a number
        return false;
      }
    }
    return distance(domain) <= largestDistance;
  }

  private static double[] heldOut(List<Patient> patients, int exponent) {
    double[] held = new double[patients.size()];
    for (int fold = 0; fold < FOLDS; fold++) {
      double[] coefficients = fitted(patients, exponent, fold);
      for (int i = fold; i < held.length; i += FOLDS) {
        held[i] = logistic(linear(coefficients, features(patients.get(i), exponent)));
      }
    }
    return held;
  }

  /** Fits without the patients of a fold; with all of them for a fold that does not exist. */
  private static double[] fitted(List<Patient> patients, int exponent, int without) {
    List<double[]> features = new ArrayList<>();
    List<Boolean> events = new ArrayList<>();
    for (int i = 0; i < patients.size(); i++) {
      if (i % FOLDS != without) {
        features.add(features(patients.get(i), exponent));
        events.add(patients.get(i).event());
      }
    }
    boolean[] event = new boolean[events.size()];
    for (int i = 0; i < event.length; i++) {
      event[i] = events.get(i);
    }
    return switch (LogisticRegression.fit(features.toArray(double[][]::new), event)) {
      case LogisticRegression.Converged fit -> fit.coefficients();
      case LogisticRegression.NotConverged(String reason) ->
          throw new IllegalStateException("the model of the campaign was not fitted: " + reason);
    };
  }

  private static double[] features(Patient patient, int exponent) {
    return features(patient.traits(), patient.logMeans()[exponent]);
  }

  static double[] features(ImageTraits traits, double[] logMeans) {
    double[] features = new double[2 + traits.grain().length];
    features[0] = logMeans[0];
    features[1] = logMeans[1];
    System.arraycopy(traits.grain(), 0, features, 2, traits.grain().length);
    return features;
  }

  private static double[] domain(Patient patient) {
    return domain(patient.traits(), patient.plan());
  }

  /** Traits that tell whether a patient is like those of the training. */
  static double[] domain(ImageTraits traits, double[] plan) {
    double[] domain = new double[4 + 3 + 1 + 3 + 2];
    System.arraycopy(traits.grain(), 0, domain, 0, 4);
    System.arraycopy(traits.signal(), 0, domain, 4, 3);
    domain[7] = traits.grainT1();
    System.arraycopy(traits.placeMm(), 0, domain, 8, 3);
    System.arraycopy(plan, 0, domain, 11, 2);
    return domain;
  }

  private static double distance(double[] domain, double[] mean, double[] deviation) {
    double squares = 0;
    for (int j = 0; j < domain.length; j++) {
      double z = (domain[j] - mean[j]) / deviation[j];
      squares += z * z / domain.length;
    }
    return Math.sqrt(squares);
  }

  /** Root mean square of the scaled traits; about 1 is typical of training. */
  private double distance(double[] domain) {
    return distance(domain, mean, deviation);
  }

  static double linear(double[] coefficients, double[] features) {
    double linear = coefficients[0];
    for (int j = 0; j < features.length; j++) {
      linear += coefficients[j + 1] * features[j];
    }
    return linear;
  }

  static double logistic(double linear) {
    return 1 / (1 + Math.exp(-linear));
  }

  /** Part of the pairs of a patient with and one without the outcome in the right order. */
  private static double auc(double[] score, List<Patient> patients) {
    double right = 0;
    double pairs = 0;
    for (int i = 0; i < score.length; i++) {
      for (int j = 0; j < score.length; j++) {
        if (patients.get(i).event() && !patients.get(j).event()) {
          pairs++;
          right += score[i] > score[j] ? 1 : score[i] < score[j] ? 0 : 0.5;
        }
      }
    }
    return right / pairs;
  }
}
