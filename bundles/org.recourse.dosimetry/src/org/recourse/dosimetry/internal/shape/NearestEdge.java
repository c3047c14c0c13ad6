/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosimetry.internal.shape;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import org.recourse.grid.contour.PlanarRegion;

/**
 * For every node of a lattice, the nearest edge of a region and the distance to it. Edges are
 * written to the nodes around them and handed on from neighbour to neighbour in sweeps; distances
 * are measured to the edge itself, so they are exact wherever the right edge arrives (Danielsson
 * 1980, doi 10.1016/0146-664X(80)90054-4, with edges in place of points).
 */
public final class NearestEdge {

  private record Edge(double u0, double v0, double u1, double v1, int loop) {}

  private static final int NONE = -1;

  private final NodeGrid grid;
  private final double[] edges; // u0, v0, u1, v1 in lattice units
  private final int[] loopOfEdge;
  private final int[] nearest;
  private final float[] squared; // squared distance in lattice units

  public NearestEdge(PlanarRegion region, NodeGrid grid) {
    this.grid = grid;
    List<Edge> borders = bordersOf(region);
    edges = new double[4 * borders.size()];
    loopOfEdge = new int[borders.size()];
    nearest = new int[grid.nodeCount()];
    squared = new float[grid.nodeCount()];
    Arrays.fill(nearest, NONE);
    Arrays.fill(squared, Float.MAX_VALUE);
    fillEdges(borders);
    for (int edge = 0; edge < loopOfEdge.length; edge++) {
      seed(edge);
    }
    sweepDown();
    sweepUp();
  }

  /** The bridge of a keyhole is passed there and back and borders nothing: both edges drop out. */
  private static List<Edge> bordersOf(PlanarRegion region) {
    var borders = new LinkedHashSet<Edge>();
    for (int loop = 0; loop < region.loopCount(); loop++) {
      double[] uv = region.loopUvMm(loop);
      for (int i = 0; i < uv.length; i += 2) {
        int next = (i + 2) % uv.length;
        var back = new Edge(uv[next], uv[next + 1], uv[i], uv[i + 1], loop);
        if (!borders.remove(back)) {
          borders.add(new Edge(uv[i], uv[i + 1], uv[next], uv[next + 1], loop));
        }
      }
    }
    return List.copyOf(borders);
  }

  private void fillEdges(List<Edge> borders) {
    int e = 0;
    for (Edge border : borders) {
      loopOfEdge[e / 4] = border.loop();
      edges[e++] = (border.u0() - grid.firstU()) / grid.spacingMm();
      edges[e++] = (border.v0() - grid.firstV()) / grid.spacingMm();
      edges[e++] = (border.u1() - grid.firstU()) / grid.spacingMm();
      edges[e++] = (border.v1() - grid.firstV()) / grid.spacingMm();
    }
  }

  /** Writes an edge to the nodes of all lattice cells it passes and their neighbours. */
  private void seed(int edge) {
    double u0 = edges[4 * edge];
    double v0 = edges[4 * edge + 1];
    double du = edges[4 * edge + 2] - u0;
    double dv = edges[4 * edge + 3] - v0;
    int steps = Math.max(1, (int) Math.ceil(Math.max(Math.abs(du), Math.abs(dv))));
    for (int k = 0; k <= steps; k++) {
      int column = (int) Math.floor(u0 + du * k / steps);
      int row = (int) Math.floor(v0 + dv * k / steps);
      for (int j = Math.max(row - 1, 0); j <= Math.min(row + 2, grid.sizeV() - 1); j++) {
        for (int i = Math.max(column - 1, 0); i <= Math.min(column + 2, grid.sizeU() - 1); i++) {
          offer(i, j, j * grid.sizeU() + i, edge);
        }
      }
    }
  }

  private void sweepDown() {
    int sizeU = grid.sizeU();
    for (int j = 0; j < grid.sizeV(); j++) {
      int row = j * sizeU;
      for (int i = 0; i < sizeU; i++) {
        int node = row + i;
        if (j > 0) {
          offer(i, j, node, nearest[node - sizeU]);
          if (i > 0) {
            offer(i, j, node, nearest[node - sizeU - 1]);
          }
          if (i + 1 < sizeU) {
            offer(i, j, node, nearest[node - sizeU + 1]);
          }
        }
        if (i > 0) {
          offer(i, j, node, nearest[node - 1]);
        }
      }
      for (int i = sizeU - 2; i >= 0; i--) {
        offer(i, j, row + i, nearest[row + i + 1]);
      }
    }
  }

  private void sweepUp() {
    int sizeU = grid.sizeU();
    int sizeV = grid.sizeV();
    for (int j = sizeV - 1; j >= 0; j--) {
      int row = j * sizeU;
      for (int i = sizeU - 1; i >= 0; i--) {
        int node = row + i;
        if (j + 1 < sizeV) {
          offer(i, j, node, nearest[node + sizeU]);
          if (i > 0) {
            offer(i, j, node, nearest[node + sizeU - 1]);
          }
          if (i + 1 < sizeU) {
            offer(i, j, node, nearest[node + sizeU + 1]);
          }
        }
        if (i + 1 < sizeU) {
          offer(i, j, node, nearest[node + 1]);
        }
      }
      for (int i = 1; i < sizeU; i++) {
        offer(i, j, row + i, nearest[row + i - 1]);
      }
    }
  }

  private void offer(int i, int j, int node, int edge) {
    if (edge == NONE || edge == nearest[node]) {
      return;
    }
    int e = 4 * edge;
    double du = edges[e + 2] - edges[e];
    double dv = edges[e + 3] - edges[e + 1];
    double pu = i - edges[e];
    double pv = j - edges[e + 1];
    double length = du * du + dv * dv;
    double t = length > 0 ? Math.max(0, Math.min(1, (pu * du + pv * dv) / length)) : 0;
    double qu = pu - t * du;
    double qv = pv - t * dv;
    float distance = (float) (qu * qu + qv * qv);
    if (distance < squared[node]) {
      squared[node] = distance;
      nearest[node] = edge;
    }
  }

  /** Distance from a node to the border, mm. */
  public double distanceMm(int node) {
    return Math.sqrt(squared[node]) * grid.spacingMm();
  }

  /** Loop to which the nearest edge belongs. */
  public int loop(int node) {
    return loopOfEdge[nearest[node]];
  }
}
