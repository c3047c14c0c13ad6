/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.influence;

import org.recourse.planning.beam.Beamlets;
import org.recourse.planning.machine.PhotonMachine;

/** Dose of one beamlet in the voxels of a slab. Used by one thread. */
final class BeamletDose {

  private final double cutOffMm;
  private final float u;
  private final float v;
  private final float halfSide;
  private final float fluence;
  private final float[] inverseSigma;

  BeamletDose(
      PhotonMachine machine, int narrowCount, PlannedBeam beam, int beamlet, double cutOffMm) {
    Beamlets beamlets = beam.beamlets();
    this.cutOffMm = cutOffMm;
    u = (float) beamlets.uMm(beamlet);
    v = (float) beamlets.vMm(beamlet);
    halfSide = (float) (beamlets.sideMm() / 2);
    fluence = (float) machine.relativeFluence().at(Math.hypot(u, v));
    inverseSigma = new float[narrowCount];
    for (int c = 0; c < inverseSigma.length; c++) {
      inverseSigma[c] = (float) (1 / machine.components().get(c).sigmaMm());
    }
  }

  void addTo(SlabBuilder builder, SlabGeometry slab) {
    for (int row = 0; row < slab.rowCount; row++) {
      int first = row * slab.rowLength;
      int from = slab.inside.nextSetBit(first);
      if (from < 0 || from >= first + slab.rowLength) {
        continue;
      }
      long within = withinCutOff(slab, row);
      int least = first + (int) (within >> 32);
      int end = first + (int) within; // one past the last
      from = slab.inside.nextSetBit(Math.max(from, least));
      while (from >= 0 && from < end) {
        int to = Math.min(slab.inside.nextClearBit(from), end);
        run(builder, slab, from, to);
        from = slab.inside.nextSetBit(to);
      }
    }
  }

  /**
   * First voxel of a row within the cut-off, and one past the last. On the isocentre plane a voxel
   * is at (U, V) · SAD / Z with U, V, Z linear in x, so (U·SAD − u·Z)² + (V·SAD − v·Z)² ≤
   * cutOff²·Z² bounds x by the roots of a quadratic. Where the row runs so nearly along the ray
   * that the quadratic opens downwards the whole row is taken.
   */
  private long withinCutOff(SlabGeometry slab, int row) {
    double distance = slab.sourceAxisDistanceMm;
    double[] start = slab.rowStart[row];
    double[] step = slab.rowStep;
    double p0 = start[0] * distance - u * start[2];
    double p1 = step[0] * distance - u * step[2];
    double q0 = start[1] * distance - v * start[2];
    double q1 = step[1] * distance - v * step[2];
    double r0 = cutOffMm * start[2];
    double r1 = cutOffMm * step[2];
    double a = p1 * p1 + q1 * q1 - r1 * r1;
    double halfB = p0 * p1 + q0 * q1 - r0 * r1;
    double c = p0 * p0 + q0 * q0 - r0 * r0;
    if (a <= 0) {
      return slab.rowLength; // from 0
    }
    double root = halfB * halfB - a * c;
    if (root <= 0) {
      return 0; // nothing
    }
    double half = Math.sqrt(root);
    int from = (int) Math.max(0, Math.ceil((-halfB - half) / a));
    int to = (int) Math.min(slab.rowLength, Math.floor((-halfB + half) / a) + 1);
    return from >= to ? 0 : (long) from << 32 | to;
  }

  private void run(SlabBuilder builder, SlabGeometry slab, int from, int to) {
    float[] value = builder.room(to - from);
    int next = builder.valueCount();
    for (int i = from; i < to; i++) {
      float scale = slab.magnification[i];
      float du = (slab.uMm[i] - u) * scale;
      float dv = (slab.vMm[i] - v) * scale;
      float half = halfSide * scale;
      float dose = 0;
      for (int c = 0; c < inverseSigma.length; c++) {
        float inverse = inverseSigma[c];
        float along =
            NormalIntegral.at((du + half) * inverse) - NormalIntegral.at((du - half) * inverse);
        float across =
            NormalIntegral.at((dv + half) * inverse) - NormalIntegral.at((dv - half) * inverse);
        dose += slab.weight[c][i] * along * across;
      }
      value[next++] = fluence * dose;
    }
    builder.addRun(from, to - from);
  }
}
