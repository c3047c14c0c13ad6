/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.recourse.inference.network.NetworkLayout;
import org.recourse.inference.training.FeatureChoice;
import org.recourse.inference.training.TrainingCase;
import org.recourse.learning.comparison.ContingencyTest;
import org.recourse.learning.penalised.ElasticNet;
import org.recourse.learning.penalised.Response;

/**
 * The choice of Gao 2025 for each sequence: features are screened by the chi-square test of their
 * quarters against the outcome, and of those with the smallest p-values the 32 are taken that enter
 * first along a logistic LASSO as its penalty falls. If fewer than 32 enter, the screened ones with
 * the smallest p-values fill up. The paper does not say how a number becomes a category nor how
 * exactly 32 come about; quarters and the order along the path are our choice. Immutable.
 *
 * @param sequenceOfFeature name of the group of each feature
 */
public record ChiSquareLassoChoice(List<String> sequenceOfFeature) implements FeatureChoice {

  /** Features of a sequence that pass the screening. */
  private static final int SCREENED = 2 * NetworkLayout.SEQUENCE_FEATURES;

  private static final int CATEGORIES = 4;

  /** Steps of the penalty; the last is a fiftieth of the one at which all coefficients are 0. */
  private static final ElasticNet.Path PATH = new ElasticNet.Path(1, 40, 0.02);

  public ChiSquareLassoChoice {
    sequenceOfFeature = List.copyOf(sequenceOfFeature);
  }

  /** Returns the choice for features named {@code sequence/name}. */
  public static ChiSquareLassoChoice ofNames(List<String> featureNames) {
    return new ChiSquareLassoChoice(
        featureNames.stream().map(name -> name.substring(0, name.indexOf('/'))).toList());
  }

  @Override
  public List<Integer> of(List<TrainingCase> cases) {
    double[][] rows = cases.stream().map(TrainingCase::features).toArray(double[][]::new);
    boolean[] events = new boolean[rows.length];
    for (int i = 0; i < events.length; i++) {
      events[i] = cases.get(i).event();
    }
    return groups().stream()
        .flatMap(group -> chosen(rows, events, group).stream())
        .sorted()
        .toList();
  }

  private Collection<List<Integer>> groups() {
    Map<String, List<Integer>> positions = new LinkedHashMap<>();
    for (int i = 0; i < sequenceOfFeature.size(); i++) {
      positions.computeIfAbsent(sequenceOfFeature.get(i), key -> new ArrayList<>()).add(i);
    }
    return positions.values();
  }

  private static List<Integer> chosen(double[][] rows, boolean[] events, List<Integer> group) {
    int wanted = NetworkLayout.SEQUENCE_FEATURES;
    if (group.size() <= wanted) {
      return group;
    }
    List<Integer> screened = screened(rows, events, group);
    Set<Integer> chosen = new LinkedHashSet<>();
    for (int feature : byEntry(rows, events, screened)) {
      if (chosen.size() < wanted) {
        chosen.add(feature);
      }
    }
    for (int feature : screened) {
      if (chosen.size() < wanted) {
        chosen.add(feature);
      }
    }
    return List.copyOf(chosen);
  }

  private static List<Integer> screened(double[][] rows, boolean[] events, List<Integer> group) {
    Map<Integer, Double> pValues = new LinkedHashMap<>();
    for (int feature : group) {
      pValues.put(
          feature, pValue(Arrays.stream(rows).mapToDouble(r -> r[feature]).toArray(), events));
    }
    return group.stream().sorted(Comparator.comparingDouble(pValues::get)).limit(SCREENED).toList();
  }

  /** p-value of the quarters of a feature against the outcome; 1 if it has one value only. */
  static double pValue(double[] values, boolean[] events) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    long[][] count = new long[CATEGORIES][2];
    for (int i = 0; i < values.length; i++) {
      int category = 0;
      while (category < CATEGORIES - 1
          && values[i] > sorted[(category + 1) * sorted.length / CATEGORIES - 1]) {
        category++;
      }
      count[category][events[i] ? 1 : 0]++;
    }
    long[][] occupied =
        Arrays.stream(count).filter(row -> row[0] + row[1] > 0).toArray(long[][]::new);
    boolean bothOutcomes =
        IntStream.range(0, 2)
            .allMatch(k -> Arrays.stream(occupied).mapToLong(row -> row[k]).sum() > 0);
    return occupied.length < 2 || !bothOutcomes ? 1 : ContingencyTest.chiSquarePValue(occupied);
  }

  /** Features in the order in which they enter the LASSO; of one step the strongest first. */
  private static List<Integer> byEntry(double[][] rows, boolean[] events, List<Integer> screened) {
    boolean all = true;
    boolean none = true;
    for (boolean event : events) {
      all &= event;
      none &= !event;
    }
    if (all || none) {
      return List.of();
    }
    double[][] columns = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      double[] row = rows[i];
      columns[i] = screened.stream().mapToDouble(feature -> row[feature]).toArray();
    }
    var response = new Response.Binary(events);
    double[] penalties = ElasticNet.penalties(columns, response, PATH);
    Set<Integer> entered = new LinkedHashSet<>();
    for (ElasticNet.Solution solution :
        ElasticNet.fit(columns, response, 1, penalties, new NullProgressMonitor())) {
      double[] coefficients = solution.coefficients();
      Arrays.stream(solution.chosen())
          .boxed()
          .sorted(Comparator.comparingDouble(i -> -Math.abs(coefficients[i])))
          .forEach(i -> entered.add(screened.get(i)));
    }
    return List.copyOf(entered);
  }
}
