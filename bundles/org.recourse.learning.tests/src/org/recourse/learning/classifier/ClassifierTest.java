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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.recourse.learning.performance.DeLong;
import org.recourse.learning.pipeline.Classifier;
import org.recourse.learning.pipeline.Learner;
import org.recourse.learning.pipeline.NotFittedException;
import org.recourse.learning.pipeline.TrainingSet;
import org.recourse.learning.sample.ReferencePatients;
import org.recourse.learning.sample.ScoredOutcomes;

/** Against scikit-learn 1.2.1 on the reference patients, at three made-up patients. */
class ClassifierTest {

  private static final double TOLERANCE = 1e-6;

  /** libsvm stops when no pair of multipliers violates optimality by more than 1e-6. */
  private static final double SVM_TOLERANCE = 1e-5;

  private static final double[][] QUERY = {{.3, .6, .2}, {.8, .1, .9}, {.5, .5, .5}};

  private static final TrainingSet REFERENCE =
      new TrainingSet(
          List.of("x1", "x2", "x3"), ReferencePatients.features(), ReferencePatients.event());

  @Test
  void naiveBayesAgreesWithScikitLearn() throws NotFittedException {
    assertScores(
        new GaussianNaiveBayes(),
        TOLERANCE,
        -1.5735597727884794,
        1.831076883781947,
        -0.9551496625864406);
  }

  @Test
  void nearestNeighboursAgreeWithScikitLearn() throws NotFittedException {
    assertScores(new NearestNeighbours(7), TOLERANCE, 1 / 7.0, 5 / 7.0, 2 / 7.0);
  }

  @Test
  void linearMachineAgreesWithScikitLearn() throws NotFittedException {
    var machine = new SupportVectorMachine(new SupportVectorMachine.Kernel.Linear(), 2, 1);
    // scikit-learn's coef_ (2.752103, -0.823346, 0.653608) and decision values there
    double[] weight = machine.featureWeights(REFERENCE);
    assertEquals(2.752103368, weight[0], 1e-3);
    assertEquals(-0.823346169, weight[1], 1e-3);
    assertEquals(0.653607965, weight[2], 1e-3);
    Classifier fitted = machine.fit(REFERENCE, 1);
    assertEquals(-1.1229263, fitted.score(QUERY[0]), 1e-3);
    assertEquals(1.1223240, fitted.score(QUERY[1]), 1e-3);
  }

  @Test
  void radialMachineWithEventWeightAgreesWithScikitLearn() throws NotFittedException {
    assertScores(
        new SupportVectorMachine(new SupportVectorMachine.Kernel.RadialBasis(1.5), 2, 2),
        SVM_TOLERANCE,
        -1.1984570658047193,
        1.366506240554476,
        -0.650757258495748);
  }

  @Test
  void treesAgreeWithScikitLearn() {
    double[] weight = new double[ReferencePatients.COUNT];
    java.util.Arrays.fill(weight, 1);
    var stump =
        DecisionTree.grow(
            REFERENCE.rows(),
            REFERENCE.events(),
            weight,
            new DecisionTree.Growth(1, 1, 3),
            new Random(1));
    assertEquals(0.1935483870967742, stump.eventShare(QUERY[0]), 1e-12);
    assertEquals(0.6551724137931034, stump.eventShare(QUERY[1]), 1e-12);
    var tree =
        DecisionTree.grow(
            REFERENCE.rows(),
            REFERENCE.events(),
            weight,
            new DecisionTree.Growth(3, 1, 3),
            new Random(1));
    assertEquals(1 / 9.0, tree.eventShare(QUERY[0]), 1e-12);
    assertEquals(1, tree.eventShare(QUERY[1]), 1e-12);
  }

  @Test
  void aFullTreeKnowsItsOwnPatients() {
    double[] weight = new double[ReferencePatients.COUNT];
    java.util.Arrays.fill(weight, 1);
    var tree =
        DecisionTree.grow(
            REFERENCE.rows(),
            REFERENCE.events(),
            weight,
            new DecisionTree.Growth(60, 1, 3),
            new Random(1));
    for (int i = 0; i < REFERENCE.size(); i++) {
      assertEquals(REFERENCE.event(i) ? 1 : 0, tree.eventShare(REFERENCE.row(i)));
    }
  }

  /** Two interleaved half-planes that no single split separates: new patients are ranked well. */
  @Test
  void forestAndBoostingLearnAnInteraction() throws NotFittedException {
    TrainingSet training = diagonal(400, 1);
    TrainingSet unseen = diagonal(400, 2);
    assertTrue(auc(new RandomForest(100, 12, 2).fit(training, 5), unseen) > 0.97);
    assertTrue(auc(new AdaBoost(100).fit(training, 5), unseen) > 0.97);
  }

  @Test
  void theSameSeedGrowsTheSameForest() throws NotFittedException {
    var forest = new RandomForest(20, 5, 2);
    assertEquals(
        forest.fit(REFERENCE, 3).score(QUERY[0]), forest.fit(REFERENCE, 3).score(QUERY[0]));
  }

  /** Freund and Schapire's bound: the training error of the vote is at most Π 2 √(ε(1 − ε)). */
  @Test
  void boostingASeparableFeatureNeedsOneTree() throws NotFittedException {
    var separable =
        new TrainingSet(
            List.of("x"),
            new double[][] {{1}, {2}, {3}, {4}},
            new boolean[] {false, false, true, true});
    Classifier fitted = new AdaBoost(50).fit(separable, 1);
    assertEquals(-1, fitted.score(new double[] {2.4}));
    assertEquals(1, fitted.score(new double[] {2.6}));
  }

  @Test
  void oneOutcomeAloneTeachesNothing() {
    var same = new TrainingSet(List.of("x"), new double[][] {{1}, {2}}, new boolean[] {true, true});
    for (Learner learner :
        List.of(
            new GaussianNaiveBayes(),
            LogisticClassifier.unpenalised(),
            new AdaBoost(5),
            new SupportVectorMachine(new SupportVectorMachine.Kernel.Linear(), 1, 1))) {
      assertThrows(NotFittedException.class, () -> learner.fit(same, 1), learner.description());
    }
  }

  private static TrainingSet diagonal(int count, long seed) {
    var random = new Random(seed);
    double[][] rows = new double[count][2];
    boolean[] event = new boolean[count];
    for (int i = 0; i < count; i++) {
      rows[i][0] = random.nextDouble();
      rows[i][1] = random.nextDouble();
      event[i] = rows[i][0] + rows[i][1] > 1;
    }
    return new TrainingSet(List.of("a", "b"), rows, event);
  }

  private static double auc(Classifier classifier, TrainingSet patients) {
    double[] score = new double[patients.size()];
    for (int i = 0; i < score.length; i++) {
      score[i] = classifier.score(patients.row(i));
    }
    return DeLong.areaUnderCurve(new ScoredOutcomes(score, patients.events()), 0.95)
        .asOptional()
        .orElseThrow();
  }

  private static void assertScores(Learner learner, double tolerance, double... expected)
      throws NotFittedException {
    Classifier fitted = learner.fit(REFERENCE, 1);
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], fitted.score(QUERY[i]), tolerance, "patient " + i);
    }
  }
}
