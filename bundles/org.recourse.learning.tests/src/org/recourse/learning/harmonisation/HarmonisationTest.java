/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.harmonisation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.recourse.learning.pipeline.NotFittedException;

/**
 * Against sva 3.46.0 of Bioconductor, its iteration run to 1e-13 instead of 1e-4. With i = 0 … 23,
 * b = A, B, C by eights, cov = i mod 2: {@code X[j,] <- ((i*(7+j)+i*i*j+3)%%29)/29 + 0.3*j*(b=="B")
 * - 0.2*(b=="C") + ((i*j)%%5)/10*(b=="C") + 0.4*cov}, j = 1 … 5.
 */
class HarmonisationTest {

  private static final double TOLERANCE = 1e-6;

  private final double[][] features = features();
  private final List<String> centre = centres();

  @Test
  void combatWithACovariateAgreesWithSva() throws NotFittedException {
    double[][] covariate = new double[24][1];
    for (int i = 0; i < 24; i++) {
      covariate[i][0] = i % 2;
    }
    ComBat combat = ComBat.fit(new ComBat.Patients(features, centre, covariate), Optional.empty());
    assertArrayEquals(
        new double[] {
          0.26395069775699, 0.36244859632153, 0.47705227266432, 0.53013121192584, 0.49443330698413
        },
        combat.apply(features[0], "A", covariate[0]),
        TOLERANCE);
    assertArrayEquals(
        new double[] {
          0.66215626013459, 0.15417589032253, 0.82743284558532, 1.29027510126844, 0.92532642667525
        },
        combat.apply(features[8], "B", covariate[8]),
        TOLERANCE);
    assertArrayEquals(
        new double[] {
          1.1952248552475, 1.2085341380146, 1.4739746326609, 1.5296709638476, 1.5340717788748
        },
        combat.apply(features[23], "C", covariate[23]),
        TOLERANCE);
  }

  @Test
  void combatToAReferenceCentreAgreesWithSva() throws NotFittedException {
    ComBat combat = ComBat.fit(withoutCovariates(), Optional.of("A"));
    double[] none = new double[0];
    assertArrayEquals(features[0], combat.apply(features[0], "A", none), "the reference stays");
    assertArrayEquals(
        new double[] {
          0.50314406357518, -0.12920596128971, 0.42122517291924, 0.77974071024330, 0.42677474312514
        },
        combat.apply(features[8], "B", none),
        TOLERANCE);
    assertArrayEquals(
        new double[] {
          0.99392160116006, 0.85910442792354, 1.06654492919930, 1.00993997122078, 0.98054609022650
        },
        combat.apply(features[23], "C", none),
        TOLERANCE);
  }

  @Test
  void anUnknownCentreIsRefusedUntilItHasPatients() throws NotFittedException {
    ComBat combat = ComBat.fit(withoutCovariates(), Optional.of("A"));
    double[] none = new double[0];
    var refusal =
        assertThrows(NotFittedException.class, () -> combat.apply(features[0], "D", none));
    assertTrue(refusal.getMessage().contains("D"), refusal.getMessage());
    double[][] three = {features[8], features[9], features[10]};
    assertThrows(NotFittedException.class, () -> combat.withCentre("D", three, new double[3][0]));

    double[][] eight = java.util.Arrays.copyOfRange(features, 8, 16);
    ComBat wider = combat.withCentre("D", eight, new double[8][0]);
    assertArrayEquals(
        combat.apply(features[8], "B", none),
        wider.apply(features[8], "D", none),
        TOLERANCE,
        "a later centre with the patients of B is harmonised like B");
  }

  @Test
  void aCovariateThatIsTheCentreIsRefused() {
    double[][] covariate = new double[24][1];
    for (int i = 0; i < 24; i++) {
      covariate[i][0] = i / 8 == 1 ? 1 : 0;
    }
    assertThrows(
        NotFittedException.class,
        () -> ComBat.fit(new ComBat.Patients(features, centre, covariate), Optional.empty()));
  }

  /** manova of R on the first three features. */
  @Test
  void multivariateVarianceAgreesWithR() {
    double[][] three = new double[24][3];
    int[] group = new int[24];
    for (int i = 0; i < 24; i++) {
      System.arraycopy(features[i], 0, three[i], 0, 3);
      group[i] = i / 8;
    }
    MultivariateVariance test = MultivariateVariance.of(three, group, 3);
    assertEquals(0.647578888508, test.pillai(), TOLERANCE);
    assertEquals(0.0117854101285, test.pillaiPValue(), TOLERANCE);
    assertEquals(0.362108630074, test.wilks(), TOLERANCE);
    assertEquals(0.00249279396677, test.wilksPValue(), TOLERANCE);
  }

  private ComBat.Patients withoutCovariates() {
    return new ComBat.Patients(features, centre, new double[24][0]);
  }

  private static List<String> centres() {
    var centre = new ArrayList<String>();
    for (int i = 0; i < 24; i++) {
      centre.add(List.of("A", "B", "C").get(i / 8));
    }
    return centre;
  }

  private static double[][] features() {
    double[][] x = new double[24][5];
    for (int i = 0; i < 24; i++) {
      for (int j = 1; j <= 5; j++) {
        double value = (i * (7 + j) + i * i * j + 3) % 29 / 29.0 + 0.4 * (i % 2);
        value += i / 8 == 1 ? 0.3 * j : 0;
        value += i / 8 == 2 ? i * j % 5 / 10.0 - 0.2 : 0;
        x[i][j - 1] = value;
      }
    }
    return x;
  }
}
