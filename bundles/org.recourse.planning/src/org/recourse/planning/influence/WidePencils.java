/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.influence;

import java.util.Arrays;
import java.util.TreeMap;
import org.recourse.planning.beam.Beamlets;
import org.recourse.planning.machine.PhotonMachine;

/**
 * The wide pencils of one beam. Their spread is so smooth that it is computed on a coarse lattice
 * and interpolated, for every scored voxel and without a cut-off. Immutable.
 *
 * <p>Nodes lie a quarter of the smallest σ apart on the isocentre plane, on three planes of
 * magnification, and reach {@value #REACH_SIGMA} σ of the widest pencil beyond the beamlets (at
 * most to the edge of the grid); beyond them there is no dose. Between nodes the value is
 * trilinear: the error is below 1 % of the dose of these pencils. All pencils share the nodes, so a
 * voxel is placed once. Spread is a product of one function along u and one along v, which makes
 * the way from beamlets to nodes short. From nodes to voxels and back goes {@link LatticeWalk}.
 */
final class WidePencils {

  /** Planes of magnification. */
  static final int PLANES = 3;

  private static final double NODES_PER_SIGMA = 4;
  private static final double REACH_SIGMA = 5;

  final int count;
  final Lattice lattice;
  private final int firstComponent;
  private final double[] primary; // relative fluence of each beamlet
  private final int[] place; // of each beamlet along the lines
  private final int[] placeAcross;
  private final float[][][] along; // component and plane, place, node
  private final float[][][] across; // component and plane, place, node

  /**
   * Where the nodes are. Lines of nodes run along u or v, whichever is nearer to z of the grid.
   *
   * @param lineIsU whether lines run along u
   * @param lineSize nodes of a line
   * @param acrossSize lines of a plane
   * @param firstLine u or v of the first node of a line, mm
   * @param firstAcross v or u of the first line, mm
   * @param stepMm distance of nodes
   * @param firstMagnification of the first plane
   * @param magnificationStep between planes
   */
  record Lattice(
      boolean lineIsU,
      int lineSize,
      int acrossSize,
      double firstLine,
      double firstAcross,
      double stepMm,
      double firstMagnification,
      double magnificationStep) {}

  /**
   * @param firstComponent the first wide pencil of the machine; the others stand behind it
   * @param lineIsU see {@link Lattice}
   * @param range least and greatest u, v and magnification of the scored voxels
   */
  WidePencils(
      PhotonMachine machine,
      int firstComponent,
      Beamlets beamlets,
      boolean lineIsU,
      double[] range) {
    this.firstComponent = firstComponent;
    int beamletCount = beamlets.count();
    count = beamletCount == 0 ? 0 : machine.components().size() - firstComponent;
    primary = new double[beamletCount];
    place = new int[beamletCount];
    placeAcross = new int[beamletCount];
    double[] line = places(beamlets, lineIsU, place);
    double[] other = places(beamlets, !lineIsU, placeAcross);
    for (int j = 0; j < beamletCount; j++) {
      primary[j] = machine.relativeFluence().at(Math.hypot(beamlets.uMm(j), beamlets.vMm(j)));
    }
    lattice = count == 0 ? none(lineIsU) : lattice(machine, beamlets, lineIsU, line, other, range);
    along = new float[count * PLANES][line.length][lattice.lineSize()];
    across = new float[count * PLANES][other.length][lattice.acrossSize()];
    double half = beamlets.sideMm() / 2;
    for (int t = 0; t < along.length; t++) {
      double sigma = machine.components().get(firstComponent + t / PLANES).sigmaMm();
      double magnification =
          lattice.firstMagnification() + t % PLANES * lattice.magnificationStep();
      for (int i = 0; i < line.length; i++) {
        fill(along[t][i], lattice.firstLine() - line[i], half, magnification / sigma);
      }
      for (int i = 0; i < other.length; i++) {
        fill(across[t][i], lattice.firstAcross() - other[i], half, magnification / sigma);
      }
    }
  }

  private static Lattice none(boolean lineIsU) {
    return new Lattice(lineIsU, 0, 0, 0, 0, 1, 1, 1);
  }

  private Lattice lattice(
      PhotonMachine machine,
      Beamlets beamlets,
      boolean lineIsU,
      double[] line,
      double[] other,
      double[] range) {
    double step = machine.components().get(firstComponent).sigmaMm() / NODES_PER_SIGMA;
    double reach =
        REACH_SIGMA * machine.components().getLast().sigmaMm() / Math.max(range[4], 1e-3)
            + beamlets.sideMm();
    int l = lineIsU ? 0 : 2;
    int o = lineIsU ? 2 : 0;
    // a node more than the grid needs, so that voxels on its edge lie within
    double firstLine = Math.max(range[l] - step, line[0] - reach);
    double lastLine = Math.min(range[l + 1] + step, line[line.length - 1] + reach);
    double firstAcross = Math.max(range[o] - step, other[0] - reach);
    double lastAcross = Math.min(range[o + 1] + step, other[other.length - 1] + reach);
    return new Lattice(
        lineIsU,
        nodes(firstLine, lastLine, step),
        nodes(firstAcross, lastAcross, step),
        firstLine,
        firstAcross,
        step,
        range[4],
        Math.max((range[5] - range[4]) / (PLANES - 1), 1e-6));
  }

  private static int nodes(double from, double to, double step) {
    return Math.max(2, (int) Math.ceil((to - from) / step) + 1);
  }

  /** Different places of the beamlets along one axis, ascending; and which one each has. */
  private static double[] places(Beamlets beamlets, boolean u, int[] place) {
    var sorted = new TreeMap<Double, Integer>();
    for (int j = 0; j < place.length; j++) {
      sorted.put(u ? beamlets.uMm(j) : beamlets.vMm(j), 0);
    }
    double[] places = sorted.keySet().stream().mapToDouble(Double::doubleValue).toArray();
    for (int j = 0; j < place.length; j++) {
      place[j] = Arrays.binarySearch(places, u ? beamlets.uMm(j) : beamlets.vMm(j));
    }
    return places;
  }

  private void fill(float[] nodes, double first, double half, double inverse) {
    for (int a = 0; a < nodes.length; a++) {
      double at = first + a * lattice.stepMm();
      float above = NormalIntegral.at((float) ((at + half) * inverse));
      float below = NormalIntegral.at((float) ((at - half) * inverse));
      nodes[a] = above - below;
    }
  }

  int nodeCount() {
    return count * PLANES * lattice.lineSize() * lattice.acrossSize();
  }

  long byteCount() {
    long bytes = 16L * primary.length;
    for (int t = 0; t < along.length; t++) {
      bytes += 4L * along[t].length * lattice.lineSize();
      bytes += 4L * across[t].length * lattice.acrossSize();
    }
    return bytes;
  }

  /** Writes the weight of each wide pencil in a voxel. */
  void weights(float[][] weightOfComponent, int voxel, float[] wideWeight, int scored) {
    for (int c = 0; c < count; c++) {
      wideWeight[scored * count + c] = weightOfComponent[firstComponent + c][voxel];
    }
  }

  /**
   * Values at the nodes: plane, line, node of the line, pencil.
   *
   * @param first position of this beam's first beamlet
   */
  float[] toNodes(double[] fluence, int first) {
    float[] nodes = new float[nodeCount()];
    for (int t = 0; t < along.length; t++) {
      float[][] line = new float[across[t].length][lattice.lineSize()];
      for (int j = 0; j < primary.length; j++) {
        float weight = (float) (fluence[first + j] * primary[j]);
        if (weight != 0) {
          addScaled(along[t][place[j]], weight, line[placeAcross[j]]);
        }
      }
      float[] sum = new float[lattice.lineSize()];
      for (int a = 0; a < lattice.acrossSize(); a++) {
        Arrays.fill(sum, 0);
        for (int i = 0; i < line.length; i++) {
          addScaled(line[i], across[t][i][a], sum);
        }
        int at = (t % PLANES * lattice.acrossSize() + a) * lattice.lineSize();
        for (int b = 0; b < sum.length; b++) {
          nodes[(at + b) * count + t / PLANES] = sum[b];
        }
      }
    }
    return nodes;
  }

  private static void addScaled(float[] from, float factor, float[] to) {
    for (int a = 0; a < to.length; a++) {
      to[a] += factor * from[a];
    }
  }

  /** The transpose of {@link #toNodes}: adds the derivative of each beamlet's weight. */
  void fromNodes(double[] nodes, double[] derivative, int first) {
    double[] own = new double[lattice.lineSize()];
    for (int t = 0; t < along.length; t++) {
      double[][] line = new double[across[t].length][lattice.lineSize()];
      for (int a = 0; a < lattice.acrossSize(); a++) {
        int at = (t % PLANES * lattice.acrossSize() + a) * lattice.lineSize();
        for (int b = 0; b < own.length; b++) {
          own[b] = nodes[(at + b) * count + t / PLANES];
        }
        for (int i = 0; i < line.length; i++) {
          addScaled(own, across[t][i][a], line[i]);
        }
      }
      for (int j = 0; j < primary.length; j++) {
        derivative[first + j] += primary[j] * product(along[t][place[j]], line[placeAcross[j]]);
      }
    }
  }

  private static void addScaled(double[] from, double factor, double[] to) {
    for (int a = 0; a < to.length; a++) {
      to[a] += factor * from[a];
    }
  }

  private static double product(float[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < b.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
