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
import java.util.Locale;
import org.recourse.inference.model.ValueRange;
import org.recourse.learning.pipeline.FittedState;
import org.recourse.learning.pipeline.NotFittedException;
import org.recourse.learning.pipeline.PrincipalComponents;
import org.recourse.learning.pipeline.TrainingSet;

/**
 * Tells whether a patient and a plan are like those a model was trained on. It looks at the inputs
 * of the model only and knows nothing of scanners, sites or mechanisms.
 *
 * <ul>
 *   <li>Every feature and every figure of the plan ({@link PlanTraits}) lies in the range of the
 *       training, widened by a tenth of its width at either end.
 *   <li>The features together are near some training patients: each becomes the log odds of its
 *       rank among the training values, these become the leading principal components of unit
 *       variance, and the mean distance to the five nearest training patients is at most that which
 *       97 % of the training patients have to the others.
 * </ul>
 *
 * Immutable and thread-safe.
 */
final class KnownPatients {

  private static final double ROOM = 0.1;
  private static final int QUANTILES = 201;
  private static final double LEAST_RANK = 0.0025;
  private static final int COMPONENTS = 20;
  private static final int NEIGHBOURS = 5;
  private static final double KNOWN_FRACTION = 0.97;

  private final List<String> names;
  private final double[][] quantile;
  private final double[] mean;
  private final double[][] axis;
  private final float[][] known;
  private final double[][] planRange;
  private final double farthest;

  /**
   * What the check consists of, for a file.
   *
   * @param quantile ascending quantiles of each feature
   * @param mean mean log odds of each feature
   * @param axis components over their standard deviation
   * @param known training patients in these components
   * @param planRange least and largest value of each figure of the plan
   * @param farthest largest mean distance to the nearest training patients
   */
  record State(
      double[][] quantile,
      double[] mean,
      double[][] axis,
      float[][] known,
      double[][] planRange,
      double farthest) {}

  KnownPatients(List<String> names, State state) {
    this.names = List.copyOf(names);
    quantile = state.quantile();
    mean = state.mean();
    axis = state.axis();
    known = state.known();
    planRange = state.planRange();
    farthest = state.farthest();
  }

  State state() {
    return new State(quantile, mean, axis, known, planRange, farthest);
  }

  /**
   * Learns from training patients.
   *
   * @param features a row a patient
   * @param plans {@link PlanTraits} of each
   */
  static KnownPatients of(List<String> names, double[][] features, double[][] plans)
      throws NotFittedException {
    double[][] quantile = new double[names.size()][];
    for (int j = 0; j < quantile.length; j++) {
      quantile[j] = quantiles(column(features, j));
    }
    double[][] odds = new double[features.length][];
    for (int i = 0; i < odds.length; i++) {
      odds[i] = logOdds(features[i], quantile);
    }
    FittedState fitted =
        new PrincipalComponents(COMPONENTS)
            .fit(new TrainingSet(names, odds, new boolean[odds.length]), 0)
            .state()
            .orElseThrow();
    double[] mean = fitted.values("mean");
    double[][] axis = scaled(FittedState.rows(fitted.values("loading"), mean.length), mean, odds);
    float[][] known = new float[odds.length][];
    for (int i = 0; i < known.length; i++) {
      known[i] = place(odds[i], mean, axis);
    }
    double[][] planRange = new double[PlanTraits.NAMES.size()][];
    for (int j = 0; j < planRange.length; j++) {
      double[] values = column(plans, j);
      Arrays.sort(values);
      planRange[j] = new double[] {values[0], values[values.length - 1]};
    }
    double[] far = new double[known.length];
    for (int i = 0; i < far.length; i++) {
      far[i] = distance(known[i], known, i);
    }
    Arrays.sort(far);
    double farthest = far[(int) (KNOWN_FRACTION * (far.length - 1))];
    return new KnownPatients(names, new State(quantile, mean, axis, known, planRange, farthest));
  }

  private static double[] column(double[][] rows, int column) {
    return Arrays.stream(rows).mapToDouble(row -> row[column]).toArray();
  }

  private static double[] quantiles(double[] values) {
    Arrays.sort(values);
    double[] quantile = new double[QUANTILES];
    for (int k = 0; k < QUANTILES; k++) {
      double at = k / (QUANTILES - 1.0) * (values.length - 1);
      int below = Math.min((int) at, values.length - 2);
      quantile[k] = values[below] + (at - below) * (values[below + 1] - values[below]);
    }
    return quantile;
  }

  private static double[] logOdds(double[] features, double[][] quantile) {
    double[] odds = new double[features.length];
    for (int j = 0; j < odds.length; j++) {
      double rank = Math.clamp(rank(features[j], quantile[j]), LEAST_RANK, 1 - LEAST_RANK);
      odds[j] = Math.log(rank) - Math.log1p(-rank);
    }
    return odds;
  }

  /** Returns the part of the training values below a value, between quantiles by a line. */
  static double rank(double value, double[] quantile) {
    int last = quantile.length - 1;
    if (value <= quantile[0]) {
      return 0;
    }
    if (value >= quantile[last]) {
      return 1;
    }
    int above = 1;
    while (quantile[above] < value) {
      above++;
    }
    double width = quantile[above] - quantile[above - 1];
    return (above - 1 + (value - quantile[above - 1]) / width) / last;
  }

  /** Divides each component by its standard deviation among the training patients. */
  private static double[][] scaled(double[][] loading, double[] mean, double[][] odds) {
    double[][] axis = new double[loading.length][];
    for (int c = 0; c < axis.length; c++) {
      double squares = 0;
      for (double[] row : odds) {
        double at = 0;
        for (int j = 0; j < mean.length; j++) {
          at += loading[c][j] * (row[j] - mean[j]);
        }
        squares += at * at;
      }
      double deviation = Math.sqrt(squares / (odds.length - 1.0));
      axis[c] = Arrays.stream(loading[c]).map(value -> value / deviation).toArray();
    }
    return axis;
  }

  private static float[] place(double[] odds, double[] mean, double[][] axis) {
    float[] place = new float[axis.length];
    for (int c = 0; c < place.length; c++) {
      double at = 0;
      for (int j = 0; j < mean.length; j++) {
        at += axis[c][j] * (odds[j] - mean[j]);
      }
      place[c] = (float) at;
    }
    return place;
  }

  /** Mean distance to the nearest of the known patients without the one left out. */
  private static double distance(float[] place, float[][] known, int without) {
    double[] nearest = new double[NEIGHBOURS];
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    for (int i = 0; i < known.length; i++) {
      double squares = 0;
      for (int c = 0; c < place.length; c++) {
        double off = place[c] - known[i][c];
        squares += off * off;
      }
      if (i != without && squares < nearest[NEIGHBOURS - 1]) {
        nearest[NEIGHBOURS - 1] = squares;
        Arrays.sort(nearest);
      }
    }
    return Arrays.stream(nearest).map(Math::sqrt).average().orElseThrow();
  }

  /** Returns the mean distance of features to the nearest training patients. */
  double distance(double[] features) {
    return distance(place(logOdds(features, quantile), mean, axis), known, -1);
  }

  /** Returns in sentences what of the images is unlike the training; none: nothing is. */
  List<String> strangeImages(double[] features) {
    List<String> strange = new ArrayList<>();
    for (int j = 0; j < features.length; j++) {
      double[] own = quantile[j];
      outside(names.get(j), features[j], own[0], own[own.length - 1], strange);
    }
    double distance = distance(features);
    if (!(distance <= farthest)) {
      strange.add(
          String.format(
              Locale.ROOT,
              "The MR features are %.2f away from the nearest training patients, at most %.2f"
                  + " counts as known.",
              distance,
              farthest));
    }
    return strange;
  }

  /** Returns in sentences which figures of a plan are unlike the training. */
  List<String> strangePlan(double[] traits) {
    List<String> strange = new ArrayList<>();
    for (int j = 0; j < traits.length; j++) {
      outside(PlanTraits.NAMES.get(j), traits[j], planRange[j][0], planRange[j][1], strange);
    }
    return strange;
  }

  private static void outside(
      String what, double value, double least, double most, List<String> strange) {
    double room = ROOM * (most - least);
    var range = new ValueRange(least - room, most + room);
    if (!range.contains(value)) { // also not a number
      strange.add(
          String.format(
              Locale.ROOT, "%s is %.4g, in training %.4g to %.4g.", what, value, least, most));
    }
  }
}
