/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.internal.firstorder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.radiomics.feature.FeatureInput;
import org.recourse.radiomics.feature.FeatureVector;
import org.recourse.radiomics.image.Region;
import org.recourse.radiomics.image.VoxelBlock;
import org.recourse.radiomics.settings.Settings;

/** Closed forms of a few values, and sorting as oracle of the ranks. */
class FirstOrderFamilyTest {

  private static final double ROUNDING = 1e-12;

  private static FeatureVector features(double... values) {
    var grid = new GridGeometry(values.length, 1, 1, new Vector3(0, 0, 0), new Vector3(1, 1, 2));
    byte[] inside = new byte[values.length];
    Arrays.fill(inside, (byte) 1);
    return new FirstOrderFamily()
        .compute(
            new FeatureInput(
                VoxelBlock.ofFloat64(grid, values), Region.of(grid, inside), Settings.empty()),
            new NullProgressMonitor());
  }

  @Test
  void valuesByHand() {
    FeatureVector vector = features(1, 2, 3, 4, 30);

    assertEquals(8, vector.number("Mean").orElseThrow(), ROUNDING);
    assertEquals(3, vector.number("Median").orElseThrow(), ROUNDING);
    assertEquals(930, vector.number("Energy").orElseThrow(), ROUNDING);
    assertEquals(1860, vector.number("TotalEnergy").orElseThrow(), ROUNDING);
    assertEquals(2, vector.number("InterquartileRange").orElseThrow(), ROUNDING);
    assertEquals(1.4, vector.number("10Percentile").orElseThrow(), ROUNDING);
    assertEquals(122, vector.number("Variance").orElseThrow(), ROUNDING);
    assertEquals(0.68, vector.number("Uniformity").orElseThrow(), ROUNDING); // (4² + 1²)/5²
  }

  @Test
  void aFlatRegionHasNoSkewness() {
    FeatureVector vector = features(7, 7, 7);

    assertEquals(0, vector.number("Skewness").orElseThrow(), ROUNDING);
    assertEquals(0, vector.number("Kurtosis").orElseThrow(), ROUNDING);
    assertEquals(1, vector.number("Uniformity").orElseThrow(), ROUNDING);
  }

  @RepeatedTest(10)
  void ranksAgreeWithSorting(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    double[] values =
        random.doubles(1 + random.nextInt(500)).map(v -> Math.rint(v * 50) / 7).toArray();
    double[] sorted = values.clone();
    Arrays.sort(sorted);

    var ranks = new OrderStatistics(values, sorted[0], sorted[sorted.length - 1]);

    for (int i = 0; i < sorted.length; i++) {
      assertEquals(sorted[i], ranks.rank(i));
    }
  }
}
