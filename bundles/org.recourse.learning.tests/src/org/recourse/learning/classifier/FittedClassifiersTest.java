/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.classifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.recourse.learning.pipeline.Classifier;
import org.recourse.learning.pipeline.CorrelationFilter;
import org.recourse.learning.pipeline.FittedState;
import org.recourse.learning.pipeline.Learner;
import org.recourse.learning.pipeline.NotFittedException;
import org.recourse.learning.pipeline.Pipeline;
import org.recourse.learning.pipeline.PrincipalComponents;
import org.recourse.learning.pipeline.Standardisation;
import org.recourse.learning.pipeline.TrainingSet;

class FittedClassifiersTest {

  static Stream<Learner> learners() {
    return Stream.of(
        LogisticClassifier.unpenalised(),
        new LogisticClassifier(0.05, 1),
        new SupportVectorMachine(new SupportVectorMachine.Kernel.Linear(), 1, 2),
        new SupportVectorMachine(new SupportVectorMachine.Kernel.RadialBasis(0.3), 1, 1),
        new RandomForest(20, 4, 2),
        new AdaBoost(15),
        new NearestNeighbours(5),
        new GaussianNaiveBayes());
  }

  /**
   * A restored model is the same numbers in the same order of operations: equal to the last bit.
   */
  @ParameterizedTest
  @MethodSource("learners")
  void aRestoredPipelineScoresAlike(Learner learner) throws NotFittedException {
    TrainingSet training = patients(80, 6, 7);
    Pipeline.Fitted fitted =
        Pipeline.of(
                learner,
                new CorrelationFilter(0.99),
                new Standardisation(),
                new PrincipalComponents(4))
            .fit(training, 3);

    Classifier restored = FittedClassifiers.of(fitted.state().orElseThrow());

    TrainingSet others = patients(30, 6, 8);
    for (int i = 0; i < others.size(); i++) {
      assertEquals(fitted.score(others.row(i)), restored.score(others.row(i)), 0);
    }
  }

  @Test
  void refusesWhatIsNoModel() {
    FittedState unknown = FittedState.ofNumbers("rule", Map.of());
    assertThrows(IllegalArgumentException.class, () -> FittedClassifiers.of(unknown));
    FittedState circle = FittedState.ofNumbers("tree", Map.of("nodes", new double[] {0, 1, 0, 0}));
    FittedState forest = new FittedState("random-forest", Map.of(), Map.of(), List.of(circle));
    assertThrows(IllegalArgumentException.class, () -> FittedClassifiers.of(forest));
  }

  private static TrainingSet patients(int count, int features, long seed) {
    var random = new Random(seed);
    double[][] rows = new double[count][features];
    boolean[] event = new boolean[count];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < features; j++) {
        rows[i][j] = random.nextGaussian();
      }
      event[i] = rows[i][0] + rows[i][1] + random.nextGaussian() > 0.3;
    }
    return new TrainingSet(
        IntStream.range(0, features).mapToObj(j -> "f" + j).toList(), rows, event);
  }
}
