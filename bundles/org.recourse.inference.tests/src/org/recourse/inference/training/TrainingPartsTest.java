/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.recourse.inference.model.Calibration;
import org.recourse.inference.network.NetworkLayout;
import org.recourse.inference.network.NetworkSize;
import org.recourse.inference.network.NetworkVariant;
import org.recourse.inference.network.NetworkWeights;
import org.recourse.inference.prediction.EnsembleInterval;
import org.recourse.inference.tensor.Tensor;
import org.recourse.inference.tensor.TensorShape;

/** What training needs beside an engine: closed forms and worked examples. */
class TrainingPartsTest {

  private static final double EXACT = 1e-12;

  private static TrainingCase of(String id, boolean event, double... features) {
    return new TrainingCase(id, Optional.empty(), features, event);
  }

  private static List<TrainingCase> random(int count, int features, long seed) {
    var random = new Random(seed);
    return IntStream.range(0, count)
        .mapToObj(i -> of("case " + i, i % 3 == 0, random.doubles(features, -2, 5).toArray()))
        .toList();
  }

  @Test
  void areaFollowsItsWorkedExample() {
    OptionalDouble area =
        RocCurve.area(List.of(0.9, 0.4, 0.4, 0.1), List.of(true, true, false, false));

    assertEquals(0.875, area.orElseThrow(), EXACT);
    assertTrue(RocCurve.area(List.of(0.9, 0.4), List.of(true, true)).isEmpty());
  }

  @Test
  void smoteBalancesTheClassesAndKeepsTheDoseOfItsStart() {
    var shape = TensorShape.of(1);
    List<TrainingCase> cases = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      Tensor dose = Tensor.of(shape, i);
      cases.add(
          new TrainingCase(
              "p" + i, Optional.of(dose), new double[] {i, -i}, i < 4)); // 4 events of 12
    }
    List<TrainingCase> balanced = new Smote(2, 7).balanced(cases);

    assertEquals(16, balanced.size());
    assertEquals(8, balanced.stream().filter(TrainingCase::event).count());
    for (TrainingCase made : balanced.subList(12, 16)) {
      double[] features = made.features();
      assertEquals(-features[0], features[1], EXACT); // on the line between two events
      assertTrue(features[0] >= 0 && features[0] <= 3, "between the events");
      float start = made.dose().orElseThrow().at(0);
      assertTrue(start >= 0 && start <= 3 && start == Math.rint(start), "dose of one patient");
    }
    assertEquals(balanced.subList(0, 12), cases);
  }

  @Test
  void smoteWithoutTwoPatientsOfAClassInventsNothing() {
    List<TrainingCase> cases = List.of(of("a", true, 1), of("b", false, 2), of("c", false, 3));

    assertEquals(cases, new Smote(5, 1).balanced(cases));
  }

  @Test
  void foldsAreStratifiedAndComplete() {
    List<TrainingCase> cases = random(31, 2, 1);
    Folds folds = Folds.stratified(cases, 5, 9);

    var seen = new HashSet<Integer>();
    for (int fold = 0; fold < 5; fold++) {
      List<Integer> own = folds.validation().get(fold);
      seen.addAll(own);
      long events = own.stream().filter(i -> cases.get(i).event()).count();
      assertTrue(events >= 2 && events <= 3, "11 events in 5 folds: " + events);
      assertEquals(31 - own.size(), folds.training(fold).size());
      assertTrue(folds.training(fold).stream().noneMatch(own::contains));
    }
    assertEquals(31, seen.size());
  }

  @Test
  void componentsFindTheLineThatThePointsLieOn() {
    double[][] rows = new double[50][];
    for (int i = 0; i < rows.length; i++) {
      double along = i - 24.5;
      rows[i] = new double[] {0.6 * along, 0.8 * along, 0};
    }
    double[][] components = PrincipalComponents.of(rows, 1);

    assertArrayEquals(new double[] {0.6, 0.8, 0}, components[0], EXACT);
  }

  @Test
  void componentsAreOrthonormal() {
    double[][] rows =
        random(40, 12, 4).stream().map(TrainingCase::features).toArray(double[][]::new);
    double[][] components = PrincipalComponents.of(rows, 12);

    for (int a = 0; a < 12; a++) {
      for (int b = 0; b < 12; b++) {
        double product = 0;
        for (int i = 0; i < 12; i++) {
          product += components[a][i] * components[b][i];
        }
        assertEquals(a == b ? 1 : 0, product, 1e-10);
      }
    }
  }

  @Test
  void scalingGivesMeanZeroAndDeviationOne() {
    List<TrainingCase> cases = random(60, 32, 3);
    List<TrainingCase> scaled = FeaturePreparation.fit(cases).scaled(cases);

    for (int feature = 0; feature < 32; feature++) {
      double sum = 0;
      double squares = 0;
      for (TrainingCase one : scaled) {
        sum += one.features()[feature];
        squares += one.features()[feature] * one.features()[feature];
      }
      assertEquals(0, sum / 60, 1e-12);
      assertEquals(1, squares / 59, 1e-12);
    }
  }

  /** A network of one fold gives the same projection for features scaled by another preparation. */
  @Test
  void rebasedWeightsGiveTheSameProjection() {
    for (int count : new int[] {32, 96}) {
      var layout = new NetworkLayout(false, count, 4);
      FeaturePreparation own = FeaturePreparation.fit(random(40, count, 1));
      FeaturePreparation other = FeaturePreparation.fit(random(55, count, 2));
      NetworkWeights weights = own.start(layout, 5);
      NetworkWeights rebased = own.rebased(weights, other);
      TrainingCase patient = random(1, count, 8).getFirst();

      double[] expected = projection(weights, own.scaled(patient).features());
      double[] found = projection(rebased, other.scaled(patient).features());

      assertArrayEquals(expected, found, 1e-4); // weights are single precision
    }
  }

  /** What no network uses is left out without a change of any projection. */
  @Test
  void unusedFeaturesAreLeftOut() {
    for (int spread : new int[] {0, 4}) {
      var layout = new NetworkLayout(false, 60, 4);
      List<TrainingCase> cases = random(50, 60, 1);
      FeaturePreparation whole = FeaturePreparation.fit(cases, choice(0));
      FeaturePreparation fold = FeaturePreparation.fit(random(40, 60, 2), choice(spread));
      NetworkWeights member = fold.rebased(fold.start(layout, 6), whole);
      var epochs =
          List.of(new TrainingEpoch(1, 0.5, OptionalDouble.empty(), OptionalDouble.empty()));
      var fit =
          new FinalFit(
              whole, new TrainedNetwork(whole.start(layout, 5), 1, epochs), List.of(member));

      FinalFit less = fit.withoutUnused();

      List<Integer> used = fit.usedFeatures();
      assertEquals(IntStream.range(0, 32 + spread).boxed().toList(), used);
      assertEquals(32 + spread, less.network().weights().layout().featureCount());
      double[] scaled = whole.scaled(cases.getFirst()).features();
      double[] fewer = java.util.Arrays.copyOf(scaled, 32 + spread);
      assertArrayEquals(
          projection(fit.network().weights(), scaled),
          projection(less.network().weights(), fewer),
          1e-5);
      assertArrayEquals(
          projection(member, scaled), projection(less.ensemble().get(0), fewer), 1e-5);
      assertEquals(whole.mean(31), less.preparation().mean(31), EXACT);
    }
  }

  /** 32 features from a position on. */
  private static FeatureChoice choice(int from) {
    return cases -> IntStream.range(from, from + 32).boxed().toList();
  }

  @Test
  void tooFewChosenFeaturesAreRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> FeaturePreparation.fit(random(40, 60, 1), cases -> List.of(1, 2, 3)));
  }

  private static double[] projection(NetworkWeights weights, double[] features) {
    double[] reduced =
        weights.layout().reducesFeatures()
            ? times(weights.tensor("features.components"), features)
            : features;
    double[] projected = times(weights.tensor("features.project"), reduced);
    for (int i = 0; i < projected.length; i++) {
      projected[i] += weights.tensor("features.project.bias").at(i);
    }
    return projected;
  }

  private static double[] times(Tensor matrix, double[] vector) {
    double[] product = new double[matrix.shape().sizes().get(0)];
    for (int row = 0; row < product.length; row++) {
      for (int i = 0; i < vector.length; i++) {
        product[row] += matrix.at(row * vector.length + i) * vector[i];
      }
    }
    return product;
  }

  @Test
  void recalibrationUndoesAShiftOfTheScores() {
    var random = new Random(3);
    List<Double> scores = new ArrayList<>();
    List<Boolean> events = new ArrayList<>();
    for (int i = 0; i < 20000; i++) {
      double logit = 2 * random.nextGaussian();
      scores.add(1 / (1 + Math.exp(-logit)));
      events.add(random.nextDouble() < 1 / (1 + Math.exp(-(0.8 * logit - 1.5))));
    }
    Calibration calibration = Recalibration.of(result(scores, events)).orElseThrow();

    assertEquals(0.8, calibration.slope(), 0.05); // standard error of 20 000 cases
    assertEquals(-1.5, calibration.intercept(), 0.06);
    double sum = 0;
    for (double score : scores) {
      sum += calibration.probabilityFraction(score);
    }
    assertEquals(calibration.incidenceFraction(), sum / scores.size(), 1e-6);
  }

  @Test
  void thereIsNoCalibrationForScoresThatSeparateOrSayNothing() {
    List<Boolean> events = List.of(true, true, false, false, true, false);

    assertTrue(Recalibration.of(result(List.of(0.9, 0.8, 0.2, 0.1, 0.7, 0.3), events)).isEmpty());
    assertTrue(Recalibration.of(result(List.of(0.2, 0.1, 0.9, 0.8, 0.4, 0.3), events)).isEmpty());
    assertTrue(Recalibration.of(result(List.of(0.2, 0.1), List.of(true, true))).isEmpty());
  }

  private static CrossValidation result(List<Double> scores, List<Boolean> events) {
    var plan =
        new NetworkPlan(
            NetworkVariant.FAST, new NetworkSize(4, 4, 4), new NetworkLayout(false, 32, 4));
    return new CrossValidation(
        new Candidate(plan, TrainingOptions.paper(1, 1)), List.of(), scores, events);
  }

  @Test
  void intervalFollowsItsWorkedExample() {
    double below = 1 / (1 + Math.exp(1));
    EnsembleInterval interval = EnsembleInterval.of(List.of(below, 1 - below)).orElseThrow();

    double half = 12.706 * Math.sqrt(2) * Math.sqrt(1.5);
    assertEquals(1 / (1 + Math.exp(half)), interval.lower(), EXACT);
    assertEquals(1 / (1 + Math.exp(-half)), interval.upper(), EXACT);
    assertTrue(EnsembleInterval.of(List.of(0.5)).isEmpty());
  }
}
