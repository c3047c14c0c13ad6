/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.filter;

/**
 * Applies a {@link RecursiveGaussian} along one axis of a volume, {@value #LANES} lines at a time:
 * the recursion runs along the line, the compiler vectorises across the lines, and every line gets
 * the bits it would get alone. Lines are filtered in double and stored in single precision, as ITK
 * does. Not thread-safe (holds scratch memory).
 */
final class RecursiveLines {

  static final int LANES = 16;
  static final int SHORTEST_LINE = 4;

  private final int sizeX;
  private final int sizeY;
  private final int sizeZ;
  private final double[] in;
  private final double[] causal;
  private final double[] anticausal;

  RecursiveLines(int sizeX, int sizeY, int sizeZ) {
    this.sizeX = sizeX;
    this.sizeY = sizeY;
    this.sizeZ = sizeZ;
    int longest = Math.max(sizeX, Math.max(sizeY, sizeZ));
    in = new double[longest * LANES];
    causal = new double[longest * LANES];
    anticausal = new double[longest * LANES];
  }

  /** Filters all lines along axis 0 (x), 1 (y) or 2 (z), each with at least 4 voxels. */
  void filter(int axis, RecursiveGaussian gaussian, float[] values) {
    int slice = sizeX * sizeY;
    switch (axis) {
      case 0 -> {
        int rows = sizeY * sizeZ;
        for (int row = 0; row < rows; row += LANES) {
          block(gaussian, values, row * sizeX, sizeX, Math.min(LANES, rows - row), 1, sizeX);
        }
      }
      case 1 -> {
        for (int z = 0; z < sizeZ; z++) {
          for (int x = 0; x < sizeX; x += LANES) {
            int lanes = Math.min(LANES, sizeX - x);
            block(gaussian, values, z * slice + x, 1, lanes, sizeX, sizeY);
          }
        }
      }
      case 2 -> {
        for (int i = 0; i < slice; i += LANES) {
          block(gaussian, values, i, 1, Math.min(LANES, slice - i), slice, sizeZ);
        }
      }
      default -> throw new IllegalArgumentException("axis must be 0, 1 or 2: " + axis);
    }
  }

  private void block(
      RecursiveGaussian g,
      float[] values,
      int from,
      int laneStride,
      int lanes,
      int stride,
      int length) {
    for (int i = 0; i < length; i++) {
      int source = from + i * stride;
      for (int k = 0; k < lanes; k++) {
        in[i * LANES + k] = values[source + k * laneStride];
      }
    }
    causal(g, length);
    anticausal(g, length);
    for (int i = 0; i < length; i++) {
      int target = from + i * stride;
      for (int k = 0; k < lanes; k++) {
        values[target + k * laneStride] =
            (float) (causal[i * LANES + k] + anticausal[i * LANES + k]);
      }
    }
  }

  private void causal(RecursiveGaussian g, int length) {
    for (int i = 0; i < SHORTEST_LINE; i++) {
      for (int k = 0; k < LANES; k++) {
        double edge = in[k];
        double y =
            in[i * LANES + k] * g.n[0]
                + inAt(i - 1, k, edge) * g.n[1]
                + inAt(i - 2, k, edge) * g.n[2]
                + inAt(i - 3, k, edge) * g.n[3];
        y -=
            (i < 1 ? edge * g.causalBorder[0] : causal[(i - 1) * LANES + k] * g.d[0])
                + (i < 2 ? edge * g.causalBorder[1] : causal[(i - 2) * LANES + k] * g.d[1])
                + (i < 3 ? edge * g.causalBorder[2] : causal[(i - 3) * LANES + k] * g.d[2])
                + edge * g.causalBorder[3];
        causal[i * LANES + k] = y;
      }
    }
    for (int i = SHORTEST_LINE; i < length; i++) {
      step(in, i, -1, 0, g.n, causal, g.d);
    }
  }

  private double inAt(int i, int k, double edge) {
    return i < 0 ? edge : in[i * LANES + k];
  }

  private void anticausal(RecursiveGaussian g, int length) {
    int last = length - 1;
    for (int j = 0; j < SHORTEST_LINE; j++) {
      int i = last - j;
      for (int k = 0; k < LANES; k++) {
        double edge = in[last * LANES + k];
        double y =
            (j < 1 ? edge : in[(i + 1) * LANES + k]) * g.m[0]
                + (j < 2 ? edge : in[(i + 2) * LANES + k]) * g.m[1]
                + (j < 3 ? edge : in[(i + 3) * LANES + k]) * g.m[2]
                + edge * g.m[3];
        y -=
            (j < 1 ? edge * g.anticausalBorder[0] : anticausal[(i + 1) * LANES + k] * g.d[0])
                + (j < 2 ? edge * g.anticausalBorder[1] : anticausal[(i + 2) * LANES + k] * g.d[1])
                + (j < 3 ? edge * g.anticausalBorder[2] : anticausal[(i + 3) * LANES + k] * g.d[2])
                + edge * g.anticausalBorder[3];
        anticausal[i * LANES + k] = y;
      }
    }
    for (int i = last - SHORTEST_LINE; i >= 0; i--) {
      step(in, i, 1, 1, g.m, anticausal, g.d);
    }
  }

  /** One position of all lanes: out[i] = Σ c·in − Σ d·out, going back in {@code direction}. */
  private static void step(
      double[] in, int i, int direction, int first, double[] c, double[] out, double[] d) {
    final double c0 = c[0];
    final double c1 = c[1];
    final double c2 = c[2];
    final double c3 = c[3];
    final double d0 = d[0];
    final double d1 = d[1];
    final double d2 = d[2];
    final double d3 = d[3];
    final int back = direction * LANES;
    final int at = i * LANES;
    final int in0 = at + first * back;
    final int in1 = in0 + back;
    final int in2 = in1 + back;
    final int in3 = in2 + back;
    final int out1 = at + back;
    final int out2 = out1 + back;
    final int out3 = out2 + back;
    final int out4 = out3 + back;
    for (int k = 0; k < LANES; k++) {
      double input = in[in0 + k] * c0 + in[in1 + k] * c1 + in[in2 + k] * c2 + in[in3 + k] * c3;
      out[at + k] =
          input
              - (out[out1 + k] * d0 + out[out2 + k] * d1 + out[out3 + k] * d2 + out[out4 + k] * d3);
    }
  }
}
