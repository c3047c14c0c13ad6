/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.pipeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.recourse.learning.sample.ReferencePatients;

class PipelineTest {

  private static final TrainingSet REFERENCE =
      new TrainingSet(
          List.of("x1", "x2", "x3"), ReferencePatients.features(), ReferencePatients.event());

  /** scikit-learn 1.2.1, PCA(2); its components have the opposite sign. */
  @Test
  void principalComponentsAgreeWithScikitLearn() throws NotFittedException {
    FittedTransform fitted = new PrincipalComponents(2).fit(REFERENCE, 1);
    double[] component = fitted.apply(new double[] {.3, .6, .2});
    assertEquals(-0.22451641888619, component[0], 1e-6);
    assertEquals(-0.21227698725065847, component[1], 1e-6);
  }

  @Test
  void zScoresHaveMeanZeroAndSpreadOne() throws NotFittedException {
    TrainingSet z = REFERENCE.transformed(new Standardisation().fit(REFERENCE, 1));
    double[] column = z.column(1);
    assertEquals(0, java.util.Arrays.stream(column).average().orElseThrow(), 1e-12);
    assertEquals(59, java.util.Arrays.stream(column).map(v -> v * v).sum(), 1e-9);
  }

  @Test
  void correlationKeepsTheFirstOfAPair() throws NotFittedException {
    double[][] rows = new double[20][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new double[] {i, -2 * i + 0.001 * (i % 3), i * 7 % 20};
    }
    var training = new TrainingSet(List.of("a", "minus a", "b"), rows, outcomes(20));
    assertEquals(List.of("a", "b"), new CorrelationFilter(0.9).fit(training, 1).outputNames());
  }

  /** Among noise the two features that carry the outcome are found, strongest first. */
  @Test
  void selectionsFindWhatCarriesTheOutcome() throws NotFittedException {
    TrainingSet training = signal(200, 20);
    assertEquals(
        List.of("f0", "f1"),
        new UnivariateScreening(0.001).fit(training, 1).outputNames().subList(0, 2));
    assertEquals(List.of("f0", "f1"), new LassoSelection(5, 2).fit(training, 1).outputNames());
    assertEquals(
        List.of("f0", "f1"), new RecursiveElimination(2, 1).fit(training, 1).outputNames());
  }

  /** A feature that is the outcome shares ln 2; one that is dealt evenly shares nothing. */
  @Test
  void mutualInformationInClosedForm() throws NotFittedException {
    var ranking = new MutualInformationRanking(2, 1);
    boolean[] event = {true, true, true, true, false, false, false, false};
    double[] same = {5, 6, 7, 8, 1, 2, 3, 4};
    double[] even = {1, 2, 5, 6, 3, 4, 7, 8};
    assertEquals(Math.log(2), ranking.nats(same, event), 1e-12);
    assertEquals(0, ranking.nats(even, event), 1e-12);
    double[][] rows = new double[8][];
    for (int i = 0; i < 8; i++) {
      rows[i] = new double[] {even[i], same[i]};
    }
    var training = new TrainingSet(List.of("even", "same"), rows, event);
    assertEquals(List.of("same"), ranking.fit(training, 1).outputNames());
  }

  @Test
  void smoteBalancesBetweenNeighbours() throws NotFittedException {
    double[][] rows = new double[30][];
    boolean[] event = new boolean[30];
    for (int i = 0; i < rows.length; i++) {
      event[i] = i < 6;
      rows[i] = new double[] {event[i] ? i : 100 + i, event[i] ? 2 * i : 0};
    }
    TrainingSet balanced =
        new Smote(2).resample(new TrainingSet(List.of("a", "b"), rows, event), 4);
    assertEquals(48, balanced.size());
    assertEquals(24, balanced.eventCount());
    for (int i = 30; i < 48; i++) {
      assertTrue(balanced.event(i));
      double[] row = balanced.row(i);
      assertEquals(2 * row[0], row[1], 1e-12, "on the line through the rare patients");
      assertTrue(row[0] >= 0 && row[0] <= 5);
    }
    assertThrows(
        NotFittedException.class,
        () -> new Smote(6).resample(new TrainingSet(List.of("a", "b"), rows, event), 4));
  }

  @Test
  void balancedPatientsStayAsTheyAre() throws NotFittedException {
    TrainingSet even =
        new TrainingSet(List.of("a"), new double[][] {{1}, {2}}, new boolean[] {true, false});
    assertEquals(2, new Smote(1).resample(even, 1).size());
  }

  /** The score of a chain is the classifier's score of the transformed row. */
  @Test
  void aPipelineIsItsStepsInOrder() throws NotFittedException {
    Learner sum = new RowSum();
    Pipeline.Fitted fitted = Pipeline.of(sum, new Standardisation()).fit(REFERENCE, 1);
    double[] row = {.3, .6, .2};
    double[] z = new Standardisation().fit(REFERENCE, 1).apply(row);
    assertEquals(z[0] + z[1] + z[2], fitted.score(row), 1e-12);
    assertArrayEquals(new double[] {.3, .6, .2}, row, "the row is not changed");
  }

  @Test
  void whatCannotBeFittedSaysWhy() {
    var constant =
        new TrainingSet(List.of("a"), new double[][] {{1}, {1}}, new boolean[] {true, false});
    var error =
        assertThrows(NotFittedException.class, () -> new Standardisation().fit(constant, 1));
    assertTrue(error.getMessage().contains("a"), error.getMessage());
    assertThrows(NotFittedException.class, () -> new VariationFilter().fit(constant, 1));
    assertThrows(NotFittedException.class, () -> new UnivariateScreening(0.05).fit(constant, 1));
  }

  private record RowSum() implements Learner {
    @Override
    public String description() {
      return "sum";
    }

    @Override
    public Classifier fit(TrainingSet training, long seed) {
      return row -> java.util.Arrays.stream(row).sum();
    }
  }

  private static boolean[] outcomes(int count) {
    boolean[] event = new boolean[count];
    IntStream.range(0, count).forEach(i -> event[i] = i % 2 == 0);
    return event;
  }

  private static TrainingSet signal(int count, int features) {
    var random = new Random(11);
    double[][] rows = new double[count][features];
    boolean[] event = new boolean[count];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < features; j++) {
        rows[i][j] = random.nextGaussian();
      }
      event[i] = 2.5 * rows[i][0] - 1.5 * rows[i][1] + 0.5 * random.nextGaussian() > 0;
    }
    return new TrainingSet(
        IntStream.range(0, features).mapToObj(j -> "f" + j).toList(), rows, event);
  }
}
