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
import org.recourse.planning.beam.Beamlets;
import org.recourse.planning.machine.PhotonMachine;

/**
 * A wide pencil of one beam. Its spread is so smooth that it is computed on a coarse lattice and
 * interpolated, for every scored voxel and without a cut-off. Immutable.
 *
 * <p>Nodes lie a quarter of σ apart on the isocentre plane and on three planes of magnification;
 * between them the value is trilinear, with an error below 1 % of this pencil's dose.
 */
final class BeamScatter {

  private static final int PLANES = 3;
  private static final double NODES_PER_SIGMA = 4;

  final int firstBeamlet;
  final int component;
  private final int beamletCount;
  private final int sizeU;
  private final int sizeV;
  private final double firstU;
  private final double firstV;
  private final double stepMm;
  private final double firstMagnification;
  private final double magnificationStep;
  private final float[][][] alongU; // plane, beamlet, node
  private final float[][][] alongV;

  /**
   * @param range least and greatest u, v and magnification of the scored voxels
   */
  BeamScatter(
      PhotonMachine machine, int component, Beamlets beamlets, int firstBeamlet, double[] range) {
    this.component = component;
    this.firstBeamlet = firstBeamlet;
    beamletCount = beamlets.count();
    double sigma = machine.components().get(component).sigmaMm();
    stepMm = sigma / NODES_PER_SIGMA;
    firstU = range[0];
    firstV = range[2];
    sizeU = (int) Math.ceil((range[1] - range[0]) / stepMm) + 2;
    sizeV = (int) Math.ceil((range[3] - range[2]) / stepMm) + 2;
    firstMagnification = range[4];
    magnificationStep = Math.max((range[5] - range[4]) / (PLANES - 1), 1e-6);
    alongU = new float[PLANES][beamletCount][sizeU];
    alongV = new float[PLANES][beamletCount][sizeV];
    double half = beamlets.sideMm() / 2;
    for (int p = 0; p < PLANES; p++) {
      double inverse = (firstMagnification + p * magnificationStep) / sigma;
      for (int j = 0; j < beamletCount; j++) {
        double u = beamlets.uMm(j);
        double v = beamlets.vMm(j);
        double fluence = machine.relativeFluence().at(Math.hypot(u, v));
        fill(alongU[p][j], firstU - u, half, inverse, fluence);
        fill(alongV[p][j], firstV - v, half, inverse, 1);
      }
    }
  }

  private void fill(float[] nodes, double first, double half, double inverse, double factor) {
    for (int a = 0; a < nodes.length; a++) {
      double at = first + a * stepMm;
      float above = NormalIntegral.at((float) ((at + half) * inverse));
      float below = NormalIntegral.at((float) ((at - half) * inverse));
      nodes[a] = (float) (factor * (above - below));
    }
  }

  int nodeCount() {
    return PLANES * sizeU * sizeV;
  }

  long byteCount() {
    return 4L * PLANES * beamletCount * (sizeU + sizeV);
  }

  /** Values at the nodes for these weights of all beams' beamlets. */
  void toNodes(double[] weight, float[] nodes) {
    Arrays.fill(nodes, 0);
    for (int p = 0; p < PLANES; p++) {
      for (int j = 0; j < beamletCount; j++) {
        float fluence = (float) weight[firstBeamlet + j];
        if (fluence == 0) {
          continue;
        }
        float[] u = alongU[p][j];
        float[] v = alongV[p][j];
        for (int b = 0; b < sizeV; b++) {
          addScaled(u, fluence * v[b], nodes, (p * sizeV + b) * sizeU);
        }
      }
    }
  }

  private static void addScaled(float[] row, float factor, float[] nodes, int at) {
    for (int a = 0; a < row.length; a++) {
      nodes[at + a] += factor * row[a];
    }
  }

  /** The transpose: adds the derivative of each beamlet's weight. */
  void fromNodes(double[] nodes, double[] derivative) {
    for (int p = 0; p < PLANES; p++) {
      for (int j = 0; j < beamletCount; j++) {
        float[] u = alongU[p][j];
        float[] v = alongV[p][j];
        double sum = 0;
        for (int b = 0; b < sizeV; b++) {
          int at = (p * sizeV + b) * sizeU;
          double row = 0;
          for (int a = 0; a < sizeU; a++) {
            row += u[a] * nodes[at + a];
          }
          sum += v[b] * row;
        }
        derivative[firstBeamlet + j] += sum;
      }
    }
  }

  /** The scored voxels of one slab under this pencil. */
  static final class Part {

    final float[] weight; // dose of a wide field, per voxel
    final int[] node; // lowest node of the cell a voxel lies in
    final float[] fractionU;
    final float[] fractionV;
    final float[] fractionM;

    Part(int voxels) {
      weight = new float[voxels];
      node = new int[voxels];
      fractionU = new float[voxels];
      fractionV = new float[voxels];
      fractionM = new float[voxels];
    }
  }

  void place(Part part, int i, double u, double v, double magnification, float weight) {
    double atU = (u - firstU) / stepMm;
    double atV = (v - firstV) / stepMm;
    double atM = (magnification - firstMagnification) / magnificationStep;
    int a = Math.clamp((int) atU, 0, sizeU - 2);
    int b = Math.clamp((int) atV, 0, sizeV - 2);
    int p = Math.clamp((int) atM, 0, PLANES - 2);
    part.weight[i] = weight;
    part.node[i] = (p * sizeV + b) * sizeU + a;
    part.fractionU[i] = (float) (atU - a);
    part.fractionV[i] = (float) (atV - b);
    part.fractionM[i] = (float) (atM - p);
  }

  /** Adds the dose of the nodes to the voxels. */
  void addDose(Part part, int[] voxels, float[] nodes, double[] doseGy) {
    int plane = sizeU * sizeV;
    for (int i = 0; i < voxels.length; i++) {
      int n = part.node[i];
      float fu = part.fractionU[i];
      float fv = part.fractionV[i];
      float near = bilinear(nodes, n, fu, fv);
      float far = bilinear(nodes, n + plane, fu, fv);
      doseGy[voxels[i]] += part.weight[i] * (near + part.fractionM[i] * (far - near));
    }
  }

  private float bilinear(float[] nodes, int n, float fu, float fv) {
    float low = nodes[n] + fu * (nodes[n + 1] - nodes[n]);
    float high = nodes[n + sizeU] + fu * (nodes[n + sizeU + 1] - nodes[n + sizeU]);
    return low + fv * (high - low);
  }

  /** The transpose of {@link #addDose}. */
  void addToNodes(Part part, int[] voxels, double[] doseDerivative, double[] nodes) {
    int plane = sizeU * sizeV;
    for (int i = 0; i < voxels.length; i++) {
      double here = part.weight[i] * doseDerivative[voxels[i]];
      if (here != 0) {
        spread(
            nodes,
            part.node[i],
            part.fractionU[i],
            part.fractionV[i],
            here * (1 - part.fractionM[i]));
        spread(
            nodes,
            part.node[i] + plane,
            part.fractionU[i],
            part.fractionV[i],
            here * part.fractionM[i]);
      }
    }
  }

  private void spread(double[] nodes, int n, float fu, float fv, double value) {
    double high = value * fv;
    double low = value - high;
    nodes[n] += low * (1 - fu);
    nodes[n + 1] += low * fu;
    nodes[n + sizeU] += high * (1 - fu);
    nodes[n + sizeU + 1] += high * fu;
  }
}
