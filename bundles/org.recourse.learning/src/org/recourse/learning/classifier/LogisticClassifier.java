/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.classifier;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.recourse.learning.penalised.ElasticNet;
import org.recourse.learning.penalised.Response;
import org.recourse.learning.pipeline.Classifier;
import org.recourse.learning.pipeline.Learner;
import org.recourse.learning.pipeline.NotFittedException;
import org.recourse.learning.pipeline.TrainingSet;
import org.recourse.learning.regression.LogisticRegression;

/**
 * Logistic regression; the score is the linear predictor (log odds).
 *
 * @param lambda elastic-net penalty, 0 for plain maximum likelihood
 * @param mixingFraction α of the elastic net, in (0, 1]; without meaning when {@code lambda} is 0
 */
public record LogisticClassifier(double lambda, double mixingFraction) implements Learner {

  public LogisticClassifier {
    if (!(lambda >= 0 && lambda < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("lambda is finite and >= 0: " + lambda);
    }
    if (!(mixingFraction > 0 && mixingFraction <= 1)) {
      throw new IllegalArgumentException("mixingFraction is in (0, 1]: " + mixingFraction);
    }
  }

  public static LogisticClassifier unpenalised() {
    return new LogisticClassifier(0, 1);
  }

  @Override
  public String description() {
    return lambda == 0
        ? "logistic regression"
        : "logistic regression, elastic net lambda " + lambda + ", alpha " + mixingFraction;
  }

  @Override
  public Classifier fit(TrainingSet training, long seed) throws NotFittedException {
    if (training.eventCount() == 0 || training.eventCount() == training.size()) {
      throw new NotFittedException("All training patients have the same outcome.");
    }
    if (lambda > 0) {
      var response = new Response.Binary(training.events());
      ElasticNet.Solution solution =
          ElasticNet.fit(
                  training.rows(),
                  response,
                  mixingFraction,
                  new double[] {lambda},
                  new NullProgressMonitor())
              .getFirst();
      return LinearScore.of(solution.intercept(), solution.coefficients());
    }
    return switch (LogisticRegression.fit(training.rows(), training.events())) {
      case LogisticRegression.Converged fit -> new LinearScore(fit.coefficients());
      case LogisticRegression.NotConverged failure ->
          throw new NotFittedException(failure.reason());
    };
  }
}
