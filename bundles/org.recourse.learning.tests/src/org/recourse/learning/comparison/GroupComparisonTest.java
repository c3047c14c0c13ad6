/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.recourse.learning.sample.ReferencePatients;

/** Against chisq.test, fisher.test, wilcox.test(exact=FALSE), kruskal.test and cor of R 4.2.2. */
class GroupComparisonTest {

  private static final double TOLERANCE = 1e-6;
  private static final long[][] FOUR = {{8, 2}, {3, 9}};

  @Test
  void tablesAgreeWithR() {
    long[][] six = {{12, 5, 7}, {9, 14, 3}};
    assertEquals(0.0445634167465, ContingencyTest.chiSquarePValue(six), TOLERANCE);
    assertEquals(0.0101978767762, ContingencyTest.chiSquarePValue(FOUR), TOLERANCE);
    assertEquals(0.0322843539108, ContingencyTest.yatesPValue(FOUR), TOLERANCE);
    assertEquals(0.0299731228524, ContingencyTest.fisherPValue(FOUR), TOLERANCE);
  }

  /** Fisher's tea: all four cups right has probability 1/70, and so has all four wrong. */
  @Test
  void theLadyTastingTea() {
    assertEquals(2 / 70.0, ContingencyTest.fisherPValue(new long[][] {{4, 0}, {0, 4}}), 1e-12);
  }

  @Test
  void rankTestsAgreeWithR() {
    double[] time = ReferencePatients.time();
    assertEquals(
        0.684575110969, RankTest.mannWhitneyPValue(third(time, 0), third(time, 1)), TOLERANCE);
    assertEquals(
        0.901455775473,
        RankTest.kruskalWallisPValue(List.of(third(time, 0), third(time, 1), third(time, 2))),
        TOLERANCE);
    double[] x =
        IntStream.range(0, 60).mapToDouble(i -> ReferencePatients.features()[i][0]).toArray();
    assertEquals(0.0807308623366, RankTest.spearman(x, time), TOLERANCE);
  }

  @Test
  void nothingToCompareIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> RankTest.mannWhitneyPValue(new double[] {1, 1}, new double[] {1}));
    assertThrows(
        IllegalArgumentException.class,
        () -> ContingencyTest.chiSquarePValue(new long[][] {{1, 2}, {0, 0}}));
  }

  private static double[] third(double[] value, int which) {
    return IntStream.range(0, value.length)
        .filter(i -> i % 3 == which)
        .mapToDouble(i -> value[i])
        .toArray();
  }
}
