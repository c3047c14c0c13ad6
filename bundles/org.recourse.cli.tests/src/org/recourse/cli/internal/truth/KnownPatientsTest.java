/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.truth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.recourse.learning.pipeline.NotFittedException;

class KnownPatientsTest {

  private static final int FEATURES = 24;
  private static final int PATIENTS = 800;
  private static final List<String> NAMES =
      IntStream.range(0, FEATURES).mapToObj(j -> "feature " + j).toList();

  private static final double[] PLAN = {900, 63, 2, 55, 70, 30, 2.1};

  /** Pairs of features go together: their ratio hardly varies. */
  private static double[] patient(Random random) {
    double[] features = new double[FEATURES];
    for (int j = 0; j < FEATURES; j += 2) {
      features[j] = Math.exp(random.nextGaussian());
      features[j + 1] = features[j] * Math.exp(0.2 * random.nextGaussian());
    }
    return features;
  }

  private static double[] plan(Random random) {
    double[] traits = PLAN.clone();
    for (int j = 0; j < traits.length; j++) {
      traits[j] *= 0.9 + 0.2 * random.nextDouble();
    }
    return traits;
  }

  private static KnownPatients known() throws NotFittedException {
    var random = new Random(1);
    double[][] features =
        IntStream.range(0, PATIENTS).mapToObj(i -> patient(random)).toArray(double[][]::new);
    double[][] plans =
        IntStream.range(0, PATIENTS).mapToObj(i -> plan(random)).toArray(double[][]::new);
    return KnownPatients.of(NAMES, features, plans);
  }

  @Test
  void knowsNearlyAllPatientsLikeThoseOfTheTraining() throws NotFittedException {
    KnownPatients known = known();
    var random = new Random(2);
    int strange = 0;
    for (int i = 0; i < 400; i++) {
      strange += known.strangeImages(patient(random)).isEmpty() ? 0 : 1;
    }

    assertTrue(strange <= 0.08 * 400, strange + " of 400"); // 3 % and the edge of the ranges
  }

  @Test
  void seesFeaturesThatDoNotGoTogetherThoughEachLiesInItsRange() throws NotFittedException {
    double[] turned = patient(new Random(3));
    for (int j = 0; j < FEATURES; j += 2) {
      turned[j] = 2.5;
      turned[j + 1] = 0.4;
    }

    List<String> strange = known().strangeImages(turned);

    assertEquals(1, strange.size(), strange.toString());
    assertTrue(strange.getFirst().contains("nearest training patients"), strange.toString());
  }

  @Test
  void seesAValueBeyondTheRangeAndOneThatIsNoNumber() throws NotFittedException {
    double[] far = patient(new Random(4));
    far[5] = 1e6;
    double[] none = patient(new Random(4));
    none[5] = Double.NaN;

    assertTrue(known().strangeImages(far).getFirst().startsWith("feature 5 is "));
    assertTrue(known().strangeImages(none).getFirst().startsWith("feature 5 is "));
  }

  @Test
  void seesAnotherFractionation() throws NotFittedException {
    double[] twiceDaily = PLAN.clone();
    twiceDaily[5] = 54;
    twiceDaily[6] = 1.2;

    assertEquals(List.of(), known().strangePlan(PLAN));
    assertEquals(2, known().strangePlan(twiceDaily).size());
  }

  @Test
  void isTheSameAfterBeingWrittenAndRead() throws NotFittedException {
    KnownPatients known = known();
    var gson = new Gson();
    var read =
        new KnownPatients(
            NAMES, gson.fromJson(gson.toJson(known.state()), KnownPatients.State.class));
    double[] features = patient(new Random(6));

    assertEquals(known.distance(features), read.distance(features), 0);
    assertFalse(Double.isNaN(read.distance(features)));
  }

  @Test
  void rankLiesBetweenQuantilesOnALine() {
    double[] quantile = {1, 2, 2, 4};

    assertEquals(0, KnownPatients.rank(0.5, quantile), 0);
    assertEquals(0.5 / 3, KnownPatients.rank(1.5, quantile), 1e-12);
    assertEquals(1.0 / 3, KnownPatients.rank(2, quantile), 1e-12);
    assertEquals(2.5 / 3, KnownPatients.rank(3, quantile), 1e-12);
    assertEquals(1, KnownPatients.rank(4, quantile), 0);
  }
}
