/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.signature;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.recourse.learning.penalised.ElasticNet;
import org.recourse.learning.penalised.Response;
import org.recourse.learning.pipeline.TrainingSet;

/** The order in which a logistic LASSO takes features. */
public final class LassoPath {

  /** First part of the LASSO path that is looked at; the rest only if it holds too few features. */
  private static final int FIRST_PENALTIES = 25;

  /** Steps of standardised coefficients below this do not change which features enter. */
  public static final double PRECISION = 1e-4;

  private LassoPath() {}

  /** Features in the order in which a LASSO takes them while its penalty falls. */
  public static int[] entering(TrainingSet training, int wanted) {
    double[][] x = training.rows();
    var response = new Response.Binary(training.events());
    double[] lambdas = ElasticNet.penalties(x, response, ElasticNet.Path.lasso());
    int looked = Math.min(FIRST_PENALTIES, lambdas.length);
    while (true) {
      List<ElasticNet.Solution> path =
          ElasticNet.fit(
              x, response, 1, Arrays.copyOf(lambdas, looked), PRECISION, new NullProgressMonitor());
      int[] order = entering(path, training.featureCount());
      if (order.length >= wanted || looked == lambdas.length) {
        return order;
      }
      looked = Math.min(2 * looked, lambdas.length);
    }
  }

  private static int[] entering(List<ElasticNet.Solution> path, int featureCount) {
    int[] entry = new int[featureCount];
    double[] strength = new double[featureCount];
    Arrays.fill(entry, path.size());
    for (int step = 0; step < path.size(); step++) {
      double[] coefficients = path.get(step).coefficients();
      for (int j = 0; j < featureCount; j++) {
        if (entry[j] == path.size() && coefficients[j] != 0) {
          entry[j] = step;
          strength[j] = Math.abs(coefficients[j]);
        }
      }
    }
    return IntStream.range(0, featureCount)
        .filter(j -> entry[j] < path.size())
        .boxed()
        .sorted(
            Comparator.<Integer>comparingInt(j -> entry[j]).thenComparingDouble(j -> -strength[j]))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
