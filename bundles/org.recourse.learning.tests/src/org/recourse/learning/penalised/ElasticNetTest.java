/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.penalised;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.recourse.learning.sample.ReferencePatients;
import org.recourse.learning.survival.SurvivalSample;

/**
 * Against glmnet 4.1-6 of R on the reference patients with {@code X[,j] <-
 * ((i*i*(2*j+1)+i*(37+j)+j)%%101)/101}, j = 1 … 12, {@code y <- 2*X[,1]-X[,4]+((i*19)%%31)/31},
 * thresh 1e-20.
 */
class ElasticNetTest {

  /** Agreement with glmnet, absolute. */
  private static final double TOLERANCE = 1e-6;

  private static final int FEATURES = 12;

  private final double[][] x = features();
  private final Response continuous = new Response.Continuous(numbers());
  private final Response binary = new Response.Binary(ReferencePatients.event());
  private final Response survival =
      new Response.Survival(
          new SurvivalSample(ReferencePatients.time(), ReferencePatients.death()));

  @Test
  void linearLassoAgreesWithGlmnet() {
    assertSolution(
        continuous,
        1,
        0.05,
        new double[] {
          0.341248052032,
          1.83074852145,
          0.0132524009092,
          0,
          -0.560324642319,
          0,
          0,
          0.03218500891,
          0,
          0,
          0,
          0,
          0
        });
  }

  /** scikit-learn 1.2.1, ElasticNet(alpha=0.1, l1_ratio=0.5, tol=1e-15) on standardised X. */
  @Test
  void linearElasticNetAgreesWithScikitLearn() {
    assertSolution(
        continuous,
        0.5,
        0.1,
        new double[] {
          0.35455608658368665,
          1.7214009013959612,
          0.034365132832253086,
          0,
          -0.5086656861243273,
          0,
          0,
          0.04971491706072243,
          0,
          0,
          0,
          0,
          0.0028698696263206092
        });
  }

  @Test
  void logisticAgreesWithGlmnet() {
    assertSolution(
        binary,
        1,
        0.03,
        new double[] {
          1.20247318205, 0.0749458718333, -0.513817807229, -0.380121971457, -0.624092574449,
          1.01764786751, -0.487477178495, -0.448009495462, -0.135991398731, -0.919764864178,
          -1.08759475135, 0, 0
        });
    assertSolution(
        binary,
        0.3,
        0.05,
        new double[] {
          1.48045413593, 0.387455214826, -0.71210049437, -0.527231222397, -0.790357196395,
          1.15815204849, -0.540513705314, -0.594485932787, -0.235863816357, -1.06490083656,
          -1.2380655249, 0, 0
        });
  }

  @Test
  void coxAgreesWithGlmnet() {
    assertSolution(
        survival,
        1,
        0.02,
        new double[] {
          0,
          0,
          -0.627506630372,
          0.172413786237,
          0,
          0,
          0.337309357819,
          -0.481148728564,
          -0.312112201741,
          -0.540773960362,
          0.530615965823,
          -0.198221509282,
          0.102151788566
        });
  }

  @Test
  void thePathStartsWhereAllAreZero() {
    assertEquals(0.580834800866, greatest(continuous), TOLERANCE);
    assertEquals(0.0984442586035, greatest(binary), TOLERANCE);
    assertEquals(0.141784935776, greatest(survival), TOLERANCE);

    double[] lambdas = {greatest(binary) * 1.0001, greatest(binary) * 0.99};
    List<ElasticNet.Solution> path = fit(binary, 1, lambdas);
    assertEquals(0, path.get(0).chosen().length);
    assertEquals(1, path.get(1).chosen().length);
  }

  @Test
  void crossValidationAgreesWithGlmnet() {
    PenaltyChoice linear = choice(continuous, new double[] {0.2, 0.1, 0.05, 0.02, 0.01});
    assertArrayEquals(
        new double[] {
          0.190825585912, 0.124311042334, 0.105884488197, 0.107475014391, 0.112340100155
        },
        linear.meanDeviance(),
        TOLERANCE);
    assertArrayEquals(
        new double[] {
          0.0202622716525, 0.0136624778347, 0.0105980331684, 0.0103479100564, 0.0120193036365
        },
        linear.standardError(),
        TOLERANCE);
    assertEquals(2, linear.leastIndex());

    PenaltyChoice logistic = choice(binary, new double[] {0.12, 0.09, 0.06, 0.03, 0.015});
    assertArrayEquals(
        new double[] {1.4241114622, 1.49248715742, 1.5775342016, 1.67548751351, 1.83646173965},
        logistic.meanDeviance(),
        TOLERANCE);
    assertEquals(0, logistic.sparsestIndex());
  }

  @Test
  void coxCrossValidationAgreesWithGlmnet() {
    PenaltyChoice cox = choice(survival, new double[] {0.2, 0.1, 0.05, 0.02, 0.01});
    assertArrayEquals(
        new double[] {5.83597075651, 5.87536247172, 6.01689511089, 6.28619747912, 6.46080171772},
        cox.meanDeviance(),
        TOLERANCE);
  }

  @Test
  void aConstantFeatureIsNeverChosen() {
    double[][] constant = features();
    for (double[] row : constant) {
      row[0] = 0.1;
    }
    double[] lambdas = {0.001};
    ElasticNet.Solution solution =
        ElasticNet.fit(constant, continuous, 1, lambdas, new NullProgressMonitor()).getFirst();
    assertEquals(0, solution.coefficients()[0]);
    assertTrue(solution.coefficients()[3] != 0);
  }

  @Test
  void stopsWhenCancelled() {
    var monitor = new NullProgressMonitor();
    monitor.setCanceled(true);
    assertThrows(
        OperationCanceledException.class,
        () -> ElasticNet.fit(x, continuous, 1, new double[] {0.1}, monitor));
  }

  private void assertSolution(Response response, double mixing, double lambda, double[] expected) {
    // a start far off the solution: the result does not depend on the path
    ElasticNet.Solution solution = fit(response, mixing, new double[] {0.2, lambda}).getLast();
    assertEquals(expected[0], solution.intercept(), TOLERANCE);
    for (int j = 0; j < FEATURES; j++) {
      assertEquals(expected[j + 1], solution.coefficients()[j], TOLERANCE, "feature " + j);
    }
  }

  private double greatest(Response response) {
    return ElasticNet.penalties(x, response, ElasticNet.Path.lasso())[0];
  }

  private List<ElasticNet.Solution> fit(Response response, double mixing, double[] lambdas) {
    return ElasticNet.fit(x, response, mixing, lambdas, new NullProgressMonitor());
  }

  private PenaltyChoice choice(Response response, double[] lambdas) {
    int[] fold =
        java.util.stream.IntStream.range(0, ReferencePatients.COUNT).map(i -> i % 5).toArray();
    return PenaltyChoice.crossValidated(
        x, response, 1, lambdas, fold, 5, new NullProgressMonitor());
  }

  private static double[][] features() {
    double[][] x = new double[ReferencePatients.COUNT][FEATURES];
    for (int i = 0; i < x.length; i++) {
      for (int j = 1; j <= FEATURES; j++) {
        x[i][j - 1] = (i * i * (2 * j + 1) + i * (37 + j) + j) % 101 / 101.0;
      }
    }
    return x;
  }

  private static double[] numbers() {
    double[][] x = features();
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = 2 * x[i][0] - x[i][3] + i * 19 % 31 / 31.0;
    }
    return y;
  }
}
