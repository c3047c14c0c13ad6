/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.regression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.Test;
import org.recourse.learning.sample.ReferencePatients;

class LogisticRegressionTest {

  /** Agreement with R's glm, absolute. */
  private static final double TOLERANCE = 1e-6;

  @Test
  void agreesWithGlm() {
    var fit =
        (LogisticRegression.Converged)
            LogisticRegression.fit(ReferencePatients.features(), ReferencePatients.event());
    assertArrayEquals(
        new double[] {-1.797335637143, 3.582972911042, -1.757686218560, 0.888847612582},
        fit.coefficients(),
        TOLERANCE);
    assertArrayEquals(
        new double[] {0.913852545531, 1.156002707488, 1.084887523509, 1.099522317117},
        fit.standardErrors(),
        TOLERANCE);
    assertEquals(-33.3087125492, fit.logLikelihood(), TOLERANCE);
    assertEquals(0.00193880118457, fit.waldPValue(1), TOLERANCE);
  }

  /** Without features the fitted probability is the incidence. */
  @Test
  void anInterceptAloneIsTheIncidence() {
    boolean[] event = {true, false, false, false};
    var fit = (LogisticRegression.Converged) LogisticRegression.fit(new double[4][0], event);
    assertEquals(0.25, fit.probability(new double[0]), 1e-12);
  }

  @Test
  void separatedOutcomesHaveNoFit() {
    double[][] x = {{1}, {2}, {3}, {4}};
    boolean[] event = {false, false, true, true};
    assertInstanceOf(LogisticRegression.NotConverged.class, LogisticRegression.fit(x, event));
  }

  @Test
  void aConstantFeatureHasNoFit() {
    double[][] x = {{1}, {1}, {1}, {1}};
    boolean[] event = {false, true, false, true};
    assertInstanceOf(LogisticRegression.NotConverged.class, LogisticRegression.fit(x, event));
  }
}
