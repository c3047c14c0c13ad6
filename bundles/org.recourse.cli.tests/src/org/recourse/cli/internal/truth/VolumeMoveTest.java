/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.truth;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.recourse.inference.network.NetworkSize;

class VolumeMoveTest {

  private static final NetworkSize SIZE = new NetworkSize(4, 2, 2);

  private static float[] counted() {
    float[] volume = new float[16];
    for (int i = 0; i < volume.length; i++) {
      volume[i] = i + 1;
    }
    return volume;
  }

  @Test
  void movesAndMirrors() {
    assertArrayEquals(counted(), new VolumeMove(SIZE, false, 0, 0, 0).of(counted()));
    assertArrayEquals(
        new float[] {4, 3, 2, 1, 8, 7, 6, 5, 12, 11, 10, 9, 16, 15, 14, 13},
        new VolumeMove(SIZE, true, 0, 0, 0).of(counted()));
    assertArrayEquals(
        new float[] {0, 1, 2, 3, 0, 5, 6, 7, 0, 9, 10, 11, 0, 13, 14, 15},
        new VolumeMove(SIZE, false, 1, 0, 0).of(counted()));
    assertArrayEquals(
        new float[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 3, 2},
        new VolumeMove(SIZE, true, 1, 1, 1).of(counted()));
    assertArrayEquals(
        new float[] {10, 11, 12, 0, 14, 15, 16, 0, 0, 0, 0, 0, 0, 0, 0, 0},
        new VolumeMove(SIZE, false, -1, 0, -1).of(counted()));
  }

  /** The map of gradients is the transpose of that of volumes: g · (M d) = (Mᵀ g) · d. */
  @Test
  void pullsAGradientBackAsTheTranspose() {
    var random = new Random(1);
    for (VolumeMove move : VolumeMove.all(SIZE)) {
      float[] dose = new float[16];
      float[] gradient = new float[16];
      for (int i = 0; i < dose.length; i++) {
        dose[i] = random.nextFloat();
        gradient[i] = random.nextFloat() - 0.5f;
      }
      double[] back = new double[16];
      move.addPulledBack(gradient, 2, back);
      float[] moved = move.of(dose);
      double there = 0;
      double here = 0;
      for (int i = 0; i < dose.length; i++) {
        there += 2.0 * gradient[i] * moved[i];
        here += back[i] * dose[i];
      }
      assertEquals(there, here, 1e-12);
    }
  }
}
