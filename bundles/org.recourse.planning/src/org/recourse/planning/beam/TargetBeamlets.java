/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.beam;

import java.util.TreeSet;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.volume.Mask;

/**
 * The beamlets through which a beam sees a target, with a margin for the penumbra. Beamlet centres
 * are whole multiples of the side, one lies on the axis.
 */
public final class TargetBeamlets {

  private TargetBeamlets() {}

  /**
   * @param target voxels to be hit
   * @param sideMm side of a beamlet at the isocentre plane
   * @param marginMm beamlets whose centre is this near, along u and v, to the ray of a target voxel
   *     are taken, at least half a side
   * @throws IllegalArgumentException if the target is empty
   */
  public static Beamlets of(BeamFrame frame, Mask target, double sideMm, double marginMm) {
    if (!(marginMm >= sideMm / 2)) {
      throw new IllegalArgumentException("margin " + marginMm + " mm for a side of " + sideMm);
    }
    GridGeometry geometry = target.geometry();
    var places = new TreeSet<Long>();
    for (int z = 0; z < geometry.sizeZ(); z++) {
      for (int y = 0; y < geometry.sizeY(); y++) {
        for (int x = 0; x < geometry.sizeX(); x++) {
          if (target.contains(x, y, z)) {
            var point = geometry.toPatientMm(x, y, z);
            add(places, frame.uMm(point), frame.vMm(point), sideMm, marginMm);
          }
        }
      }
    }
    if (places.isEmpty()) {
      throw new IllegalArgumentException("the target holds no voxel");
    }
    double[] u = new double[places.size()];
    double[] v = new double[places.size()];
    int next = 0;
    for (long place : places) {
      u[next] = (int) place * sideMm;
      v[next++] = (int) (place >> 32) * sideMm;
    }
    return new Beamlets(sideMm, u, v);
  }

  private static void add(
      TreeSet<Long> places, double u, double v, double sideMm, double marginMm) {
    int firstU = (int) Math.ceil((u - marginMm) / sideMm);
    int lastU = (int) Math.floor((u + marginMm) / sideMm);
    int firstV = (int) Math.ceil((v - marginMm) / sideMm);
    int lastV = (int) Math.floor((v + marginMm) / sideMm);
    for (int j = firstV; j <= lastV; j++) {
      for (int i = firstU; i <= lastU; i++) {
        places.add((long) j << 32 | i & 0xffffffffL);
      }
    }
  }
}
