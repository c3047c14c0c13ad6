/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.registration.landmark;

import java.util.List;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.JacobiRotation;
import org.recourse.grid.geometry.Vector3;
import org.recourse.registration.transform.RigidTransform;

/**
 * The rigid transform with the least squared distance of landmarks, in closed form by the unit
 * quaternion of Horn 1987 (doi:10.1364/JOSAA.4.000629): the rotation is the eigenvector with the
 * largest eigenvalue of a symmetric 4 x 4 matrix of the correlations of the points. Kabsch's
 * solution (doi:10.1107/S0567739476001873) is the same; the quaternion can be no reflection.
 */
public final class LandmarkRegistration {

  private static final int LEAST_PAIRS = 3;
  private static final int SWEEPS = 50;

  private LandmarkRegistration() {}

  /**
   * Returns the transform from the fixed to the moving frame.
   *
   * @param pairs at least three, not all on one line
   */
  public static RigidTransform register(List<LandmarkPair> pairs) {
    if (pairs.size() < LEAST_PAIRS) {
      throw new IllegalArgumentException("at least three landmarks are needed: " + pairs.size());
    }
    Vector3 fixedMean = Vector3.ZERO;
    Vector3 movingMean = Vector3.ZERO;
    for (LandmarkPair pair : pairs) {
      fixedMean = fixedMean.plus(pair.fixedMm().times(1.0 / pairs.size()));
      movingMean = movingMean.plus(pair.movingMm().times(1.0 / pairs.size()));
    }
    refuseLine(pairs, fixedMean);
    double[] q = largestEigenvector(quaternionMatrix(pairs, fixedMean, movingMean));
    double w = q[0];
    double x = q[1];
    double y = q[2];
    double z = q[3];
    AffineTransform rotation =
        AffineTransform.ofRows(
            new double[] {
              w * w + x * x - y * y - z * z,
              2 * (x * y - w * z),
              2 * (x * z + w * y),
              0,
              2 * (x * y + w * z),
              w * w - x * x + y * y - z * z,
              2 * (y * z - w * x),
              0,
              2 * (x * z - w * y),
              2 * (y * z + w * x),
              w * w - x * x - y * y + z * z,
              0
            });
    Vector3 shift = movingMean.minus(rotation.apply(fixedMean));
    return RigidTransform.of(AffineTransform.translation(shift).after(rotation), fixedMean);
  }

  private static void refuseLine(List<LandmarkPair> pairs, Vector3 mean) {
    double largest = 0;
    for (LandmarkPair a : pairs) {
      for (LandmarkPair b : pairs) {
        Vector3 p = a.fixedMm().minus(mean);
        largest = Math.max(largest, p.cross(b.fixedMm().minus(mean)).norm());
      }
    }
    if (!(largest > 1)) { // twice the area of a triangle, mm²
      throw new IllegalArgumentException("landmarks lie on one line: no rotation about it");
    }
  }

  private static double[][] quaternionMatrix(
      List<LandmarkPair> pairs, Vector3 fixedMean, Vector3 movingMean) {
    double[][] n = new double[4][4];
    for (LandmarkPair pair : pairs) {
      Vector3 a = pair.fixedMm().minus(fixedMean);
      Vector3 b = pair.movingMm().minus(movingMean);
      Vector3 c = a.cross(b);
      n[0][0] += a.dot(b);
      n[0][1] += c.x();
      n[0][2] += c.y();
      n[0][3] += c.z();
      n[1][1] += a.x() * b.x() - a.y() * b.y() - a.z() * b.z();
      n[1][2] += a.x() * b.y() + a.y() * b.x();
      n[1][3] += a.z() * b.x() + a.x() * b.z();
      n[2][2] += -a.x() * b.x() + a.y() * b.y() - a.z() * b.z();
      n[2][3] += a.y() * b.z() + a.z() * b.y();
      n[3][3] += -a.x() * b.x() - a.y() * b.y() + a.z() * b.z();
    }
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < i; j++) {
        n[i][j] = n[j][i];
      }
    }
    return n;
  }

  /** Cyclic Jacobi rotations; {@code a} is destroyed. */
  private static double[] largestEigenvector(double[][] a) {
    double[][] v = JacobiRotation.unitAxes(4);
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      for (int p = 0; p < 3; p++) {
        for (int q = p + 1; q < 4; q++) {
          if (Math.abs(a[p][q]) > 1e-300) {
            JacobiRotation.apply(a, v, p, q);
          }
        }
      }
    }
    int best = 0;
    for (int i = 1; i < 4; i++) {
      best = a[i][i] > a[best][best] ? i : best;
    }
    return v[best];
  }
}
