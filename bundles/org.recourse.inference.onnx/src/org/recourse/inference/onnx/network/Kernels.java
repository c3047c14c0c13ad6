/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.onnx.network;

import org.recourse.inference.tensor.Tensor;
import org.recourse.inference.tensor.TensorShape;

/**
 * Rearranged 3 x 3 x 3 kernels, so that every convolution of the backward pass, and the first one
 * of the paper variant, becomes one that runs fast.
 *
 * <p>A volume of even size splits into eight volumes of half the size, its phases p = (pz, py, px)
 * with voxels 2m + p. In one dimension a convolution of step 2 with kernel w is out[m] = Σ w[k]
 * in[2m − 1 + k]; its transpose gives phase 0 as w[1] g[m] and phase 1 as w[2] g[m] + w[0] g[m +
 * 1].
 */
final class Kernels {

  /** Input offset of the transposed convolution per phase and kernel position; −1: not used. */
  private static final int[][] TRANSPOSED_TAP = {{-1, 0, -1}, {1, -1, 0}};

  /** Tap of a forward convolution over phases per phase and kernel position; −1: not used. */
  private static final int[][] PHASE_TAP = {{-1, 1, -1}, {0, -1, 1}};

  private static final int SIDE = 3;
  private static final int VOLUME = 27;
  private static final int PHASES = 8;

  private Kernels() {}

  /** Transposed kernel of step 1: channels exchanged, every axis reversed. */
  static Tensor transposed(Tensor kernel) {
    int out = kernel.shape().sizes().get(0);
    int in = kernel.shape().sizes().get(1);
    int volume = kernel.shape().valueCount() / (out * in);
    float[] values = new float[out * in * volume];
    for (int o = 0; o < out; o++) {
      for (int i = 0; i < in; i++) {
        for (int k = 0; k < volume; k++) {
          values[(i * out + o) * volume + k] = kernel.at((o * in + i) * volume + volume - 1 - k);
        }
      }
    }
    int side = volume == VOLUME ? SIDE : 1;
    return Tensor.of(TensorShape.of(in, out, side, side, side), values);
  }

  /**
   * Transposed kernel of step 2: out channels of gradient to 8 phases of in channels, in order
   * channel, phase; the kernel covers the voxels m and m + 1.
   */
  static Tensor transposedToPhases(Tensor kernel) {
    int out = kernel.shape().sizes().get(0);
    int in = kernel.shape().sizes().get(1);
    float[] values = new float[in * PHASES * out * PHASES];
    for (int phase = 0; phase < PHASES; phase++) {
      for (int k = 0; k < VOLUME; k++) {
        int tap = tap(TRANSPOSED_TAP, phase, k);
        for (int o = 0; tap >= 0 && o < out; o++) {
          for (int i = 0; i < in; i++) {
            values[((i * PHASES + phase) * out + o) * PHASES + tap] =
                kernel.at((o * in + i) * VOLUME + k);
          }
        }
      }
    }
    return Tensor.of(TensorShape.of(in * PHASES, out, 2, 2, 2), values);
  }

  /** Kernel of step 2 that reads phases: in channels times 8 phases, voxels m − 1 and m. */
  static Tensor fromPhases(Tensor kernel) {
    int out = kernel.shape().sizes().get(0);
    int in = kernel.shape().sizes().get(1);
    float[] values = new float[out * in * PHASES * PHASES];
    for (int phase = 0; phase < PHASES; phase++) {
      for (int k = 0; k < VOLUME; k++) {
        int tap = tap(PHASE_TAP, phase, k);
        for (int o = 0; tap >= 0 && o < out; o++) {
          for (int i = 0; i < in; i++) {
            values[((o * in + i) * PHASES + phase) * PHASES + tap] =
                kernel.at((o * in + i) * VOLUME + k);
          }
        }
      }
    }
    return Tensor.of(TensorShape.of(out, in * PHASES, 2, 2, 2), values);
  }

  /**
   * {@link #fromPhases} as a 1 x 1 x 1 kernel whose outputs are the taps, in order tap, channel:
   * the taps are moved and added afterwards, which is faster than gathering 512 numbers a voxel.
   */
  static Tensor fromPhasesToTaps(Tensor kernel) {
    Tensor whole = fromPhases(kernel);
    int out = whole.shape().sizes().get(0);
    int in = whole.shape().sizes().get(1);
    float[] values = new float[PHASES * out * in];
    for (int tap = 0; tap < PHASES; tap++) {
      for (int row = 0; row < out * in; row++) {
        values[tap * out * in + row] = whole.at(row * PHASES + tap);
      }
    }
    return Tensor.of(TensorShape.of(PHASES * out, in, 1, 1, 1), values);
  }

  /**
   * Transpose of {@link #toPhases} for one input channel as a 1 x 1 x 1 kernel to 64 taps. On every
   * axis the taps come in the order 1, 2, 3, 0: the first two stay and are phases 0 and 1, the
   * third moves up and belongs to phase 0, the last moves down and belongs to phase 1.
   */
  static Tensor phasesToTaps(Tensor kernel) {
    Tensor whole = toPhases(kernel);
    int phases = whole.shape().sizes().get(0);
    float[] values = new float[64 * phases];
    for (int row = 0; row < 64; row++) {
      int z = (row / 16 + 1) % 4;
      int y = (row / 4 % 4 + 1) % 4;
      int x = (row % 4 + 1) % 4;
      for (int c = 0; c < phases; c++) {
        values[row * phases + c] = whole.at(c * 64 + (z * 4 + y) * 4 + x);
      }
    }
    return Tensor.of(TensorShape.of(64, phases, 1, 1, 1), values);
  }

  /** Kernel of step 1 as one of step 2 and side 4 whose outputs are phases: w at p + k. */
  static Tensor toPhases(Tensor kernel) {
    int out = kernel.shape().sizes().get(0);
    int in = kernel.shape().sizes().get(1);
    float[] values = new float[out * PHASES * in * 64];
    for (int o = 0; o < out; o++) {
      for (int phase = 0; phase < PHASES; phase++) {
        for (int i = 0; i < in; i++) {
          int target = ((o * PHASES + phase) * in + i) * 64;
          for (int k = 0; k < VOLUME; k++) {
            int z = (phase >> 2) + k / 9;
            int y = (phase >> 1 & 1) + k / SIDE % SIDE;
            int x = (phase & 1) + k % SIDE;
            values[target + (z * 4 + y) * 4 + x] = kernel.at((o * in + i) * VOLUME + k);
          }
        }
      }
    }
    return Tensor.of(TensorShape.of(out * PHASES, in, 4, 4, 4), values);
  }

  /** Transposed 1 x 1 x 1 kernel of step 2: it reaches phase 0 only, the others are 0. */
  static Tensor transposedPointToPhases(Tensor kernel) {
    int out = kernel.shape().sizes().get(0);
    int in = kernel.shape().sizes().get(1);
    float[] values = new float[in * PHASES * out];
    for (int o = 0; o < out; o++) {
      for (int i = 0; i < in; i++) {
        values[i * PHASES * out + o] = kernel.at(o * in + i);
      }
    }
    return Tensor.of(TensorShape.of(in * PHASES, out, 1, 1, 1), values);
  }

  /**
   * Returns the tap in a 2 x 2 x 2 kernel, or −1 if this kernel position does not meet the phase.
   */
  private static int tap(int[][] table, int phase, int k) {
    int z = table[phase >> 2][k / 9];
    int y = table[phase >> 1 & 1][k / SIDE % SIDE];
    int x = table[phase & 1][k % SIDE];
    return z < 0 || y < 0 || x < 0 ? -1 : (z * 2 + y) * 2 + x;
  }
}
