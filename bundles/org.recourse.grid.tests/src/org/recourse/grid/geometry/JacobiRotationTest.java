/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.grid.geometry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class JacobiRotationTest {

  /** A few rounding errors of numbers around 1. */
  private static final double TOLERANCE = 1e-13;

  @Test
  void oneRotationSolvesTwoByTwo() {
    double[][] matrix = {{2, 1}, {1, 2}}; // eigenvalues 1 along (1, -1) and 3 along (1, 1)
    double[][] axes = JacobiRotation.unitAxes(2);

    JacobiRotation.apply(matrix, axes, 0, 1);

    double half = Math.sqrt(0.5);
    assertArrayEquals(new double[] {1, 0}, matrix[0], TOLERANCE);
    assertArrayEquals(new double[] {0, 3}, matrix[1], TOLERANCE);
    assertArrayEquals(new double[] {half, -half}, axes[0], TOLERANCE);
    assertArrayEquals(new double[] {half, half}, axes[1], TOLERANCE);
  }

  @Test
  void aDiagonalMatrixStays() {
    double[][] matrix = {{5, 0}, {0, 2}};
    double[][] axes = JacobiRotation.unitAxes(2);

    JacobiRotation.apply(matrix, axes, 0, 1);

    assertArrayEquals(new double[][] {{5, 0}, {0, 2}}, matrix);
    assertArrayEquals(new double[][] {{1, 0}, {0, 1}}, axes);
  }

  /** The definition is the oracle: matrix times axis is eigenvalue times axis. */
  @RepeatedTest(20)
  void sweepsLeadToEigenvectors(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    int n = 1 + random.nextInt(6);
    double[][] original = new double[n][n];
    double[][] matrix = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        original[i][j] = random.nextDouble() - 0.5;
        original[j][i] = original[i][j];
        matrix[i][j] = original[i][j];
        matrix[j][i] = original[i][j];
      }
    }
    double[][] axes = JacobiRotation.unitAxes(n);
    for (int sweep = 0; sweep < 20; sweep++) {
      for (int p = 0; p < n - 1; p++) {
        for (int q = p + 1; q < n; q++) {
          JacobiRotation.apply(matrix, axes, p, q);
        }
      }
    }
    for (int e = 0; e < n; e++) {
      for (int row = 0; row < n; row++) {
        double product = 0;
        for (int k = 0; k < n; k++) {
          product += original[row][k] * axes[e][k];
        }
        assertEquals(matrix[e][e] * axes[e][row], product, TOLERANCE);
      }
    }
  }
}
