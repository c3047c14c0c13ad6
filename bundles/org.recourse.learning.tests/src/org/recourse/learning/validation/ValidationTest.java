/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.recourse.learning.classifier.GaussianNaiveBayes;
import org.recourse.learning.classifier.NearestNeighbours;
import org.recourse.learning.performance.DeLong;
import org.recourse.learning.pipeline.NotFittedException;
import org.recourse.learning.pipeline.Pipeline;
import org.recourse.learning.pipeline.Standardisation;
import org.recourse.learning.pipeline.TrainingSet;
import org.recourse.learning.pipeline.UnivariateScreening;
import org.recourse.learning.sample.ScoredOutcomes;

class ValidationTest {

  private static final int NOISE_FEATURES = 200;

  @Test
  void foldsHoldEveryPatientOnceAndBothOutcomesEvenly() {
    boolean[] event = new boolean[53];
    IntStream.range(0, 17).forEach(i -> event[3 * i] = true);
    StratifiedFolds folds = StratifiedFolds.of(event, 5, 7);
    int seen = 0;
    for (int k = 0; k < 5; k++) {
      int[] test = folds.testPatients(k);
      long events = IntStream.of(test).filter(i -> event[i]).count();
      assertTrue(events == 3 || events == 4, "17 events over 5 folds: " + events);
      assertTrue(test.length == 10 || test.length == 11, "53 patients over 5 folds");
      assertEquals(53, test.length + folds.trainingPatients(k).length);
      seen += test.length;
    }
    assertEquals(53, seen);
    assertThrows(IllegalArgumentException.class, () -> StratifiedFolds.of(new boolean[9], 3, 1));
  }

  /** One nearest neighbour knows its own patient: only a leak would give a perfect score. */
  @Test
  void noPatientIsScoredByAModelThatSawIt() throws NotFittedException {
    TrainingSet noise = noise(100, 5, 3);
    ScoredOutcomes scores =
        CrossValidation.outOfFold(
            noise,
            Pipeline.of(new NearestNeighbours(1)),
            StratifiedFolds.of(noise.events(), 5, 1),
            1,
            new NullProgressMonitor());
    double auc = DeLong.areaUnderCurve(scores, 0.95).asOptional().orElseThrow();
    assertTrue(auc > 0.3 && auc < 0.7, "noise is not learnt: " + auc);
  }

  @Test
  void theAuditPassesSelectionInsideTheFolds() throws NotFittedException {
    LeakageAudit audit =
        LeakageAudit.run(
            noise(80, NOISE_FEATURES, 5),
            ValidationTest::selectedInsideTheFolds,
            10,
            0.99,
            1,
            new NullProgressMonitor());
    assertTrue(audit.passes(), audit.toString());
  }

  /** The mistake of many papers: features chosen on all patients, then cross-validated. */
  @Test
  void theAuditSeesSelectionOnAllPatients() throws NotFittedException {
    LeakageAudit audit =
        LeakageAudit.run(
            noise(80, NOISE_FEATURES, 5),
            (patients, seed) -> {
              var screened =
                  patients.transformed(new UnivariateScreening(0.05).fit(patients, seed));
              return CrossValidation.outOfFold(
                  screened,
                  Pipeline.of(new GaussianNaiveBayes()),
                  StratifiedFolds.of(screened.events(), 5, seed),
                  seed,
                  new NullProgressMonitor());
            },
            5,
            0.99,
            1,
            new NullProgressMonitor());
    assertFalse(audit.passes(), audit.toString());
    assertTrue(audit.meanAuc() > 0.7, audit.toString());
  }

  @Test
  void nestedSearchChoosesTheNeighbourhoodThatRanksBetter() throws NotFittedException {
    TrainingSet signal = signal(150);
    Pipeline one = Pipeline.of(new NearestNeighbours(1), new Standardisation());
    Pipeline many = Pipeline.of(new NearestNeighbours(15), new Standardisation());
    assertEquals(many, CrossValidation.best(signal, List.of(one, many), 5, 1));
    ScoredOutcomes nested =
        CrossValidation.nested(
            signal,
            List.of(one, many),
            StratifiedFolds.of(signal.events(), 3, 1),
            3,
            1,
            new NullProgressMonitor());
    assertTrue(DeLong.areaUnderCurve(nested, 0.95).asOptional().orElseThrow() > 0.8);
  }

  @Test
  void stopsWhenCancelled() {
    var monitor = new NullProgressMonitor();
    monitor.setCanceled(true);
    TrainingSet noise = noise(40, 3, 1);
    assertThrows(
        OperationCanceledException.class,
        () ->
            CrossValidation.outOfFold(
                noise,
                Pipeline.of(new GaussianNaiveBayes()),
                StratifiedFolds.of(noise.events(), 4, 1),
                1,
                monitor));
  }

  private static ScoredOutcomes selectedInsideTheFolds(TrainingSet patients, long seed)
      throws NotFittedException {
    return CrossValidation.outOfFold(
        patients,
        Pipeline.of(new GaussianNaiveBayes(), new UnivariateScreening(0.2)),
        StratifiedFolds.of(patients.events(), 5, seed),
        seed,
        new NullProgressMonitor());
  }

  private static TrainingSet noise(int count, int features, long seed) {
    var random = new Random(seed);
    double[][] rows = new double[count][features];
    boolean[] event = new boolean[count];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < features; j++) {
        rows[i][j] = random.nextGaussian();
      }
      event[i] = i % 3 == 0;
    }
    return named(rows, event);
  }

  private static TrainingSet signal(int count) {
    var random = new Random(9);
    double[][] rows = new double[count][2];
    boolean[] event = new boolean[count];
    for (int i = 0; i < count; i++) {
      event[i] = i % 2 == 0;
      rows[i][0] = random.nextGaussian() + (event[i] ? 1.5 : 0);
      rows[i][1] = random.nextGaussian();
    }
    return named(rows, event);
  }

  private static TrainingSet named(double[][] rows, boolean[] event) {
    return new TrainingSet(
        IntStream.range(0, rows[0].length).mapToObj(j -> "f" + j).toList(), rows, event);
  }
}
