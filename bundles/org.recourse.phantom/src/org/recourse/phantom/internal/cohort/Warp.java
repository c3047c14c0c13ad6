/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.internal.cohort;

import org.recourse.grid.geometry.Vector3;
import org.recourse.phantom.solid.Box;
import org.recourse.phantom.solid.Solid;

/**
 * How the anatomy of a patient differs from the base anatomy: sizes along the axes, a small turn
 * and three smooth waves. Immutable and thread-safe.
 */
final class Warp {

  private static final double SIZE_DEVIATION = 0.05;
  private static final double TURN_DEVIATION_DEG = 2.5;
  private static final double WAVE_MM = 1.6;
  private static final int WAVES = 3;
  private static final double SLACK_MM = 4 * WAVE_MM;

  private final double[] matrix; // patient to base, 3 x 3
  private final double[] inverse;
  private final double[][] waves; // wave vector, phase, shift per wave
  private final double meanSize;

  Warp(SeededRandom random) {
    double sx = 1 + SIZE_DEVIATION * random.normal(2);
    double sy = 1 + SIZE_DEVIATION * random.normal(2);
    double sz = 1 + SIZE_DEVIATION * random.normal(2);
    double a = Math.toRadians(TURN_DEVIATION_DEG * random.normal(2));
    double b = Math.toRadians(TURN_DEVIATION_DEG * random.normal(2));
    double cosA = Math.cos(a);
    double sinA = Math.sin(a);
    double cosB = Math.cos(b);
    double sinB = Math.sin(b);
    // Patient = turn about z by a after turn about x by b after sizes.
    double[] forward = {
      cosA * sx,
      -sinA * cosB * sy,
      sinA * sinB * sz,
      sinA * sx,
      cosA * cosB * sy,
      -cosA * sinB * sz,
      0,
      sinB * sy,
      cosB * sz
    };
    inverse = forward;
    matrix =
        new double[] {
          cosA / sx, sinA / sx, 0,
          -sinA * cosB / sy, cosA * cosB / sy, sinB / sy,
          sinA * sinB / sz, -cosA * sinB / sz, cosB / sz
        };
    meanSize = Math.cbrt(sx * sy * sz);
    waves = new double[WAVES][];
    for (int i = 0; i < WAVES; i++) {
      double lengthMm = random.uniform(90, 150);
      var direction = new Vector3(random.normal(), random.normal(), random.normal());
      Vector3 k = direction.times(2 * Math.PI / lengthMm / Math.max(direction.norm(), 1e-3));
      double heightMm = WAVE_MM * random.normal(2);
      var shift = new Vector3(random.normal(), random.normal(), random.normal());
      Vector3 s = shift.times(heightMm / Math.max(shift.norm(), 1e-3));
      waves[i] =
          new double[] {k.x(), k.y(), k.z(), random.uniform(0, 2 * Math.PI), s.x(), s.y(), s.z()};
    }
  }

  /** Writes the place in the base anatomy into {@code base}. */
  void toBase(double xMm, double yMm, double zMm, double[] base) {
    double bx = matrix[0] * xMm + matrix[1] * yMm + matrix[2] * zMm;
    double by = matrix[3] * xMm + matrix[4] * yMm + matrix[5] * zMm;
    double bz = matrix[6] * xMm + matrix[7] * yMm + matrix[8] * zMm;
    for (double[] wave : waves) {
      double height = Math.sin(wave[0] * xMm + wave[1] * yMm + wave[2] * zMm + wave[3]);
      bx += wave[4] * height;
      by += wave[5] * height;
      bz += wave[6] * height;
    }
    base[0] = bx;
    base[1] = by;
    base[2] = bz;
  }

  /** Returns a body of the base anatomy as it lies in the patient. */
  Solid inPatient(Solid base) {
    return new Warped(this, base, boxInPatient(base.bounds()));
  }

  private Box boxInPatient(Box base) {
    Box box = null;
    for (int corner = 0; corner < 8; corner++) {
      double x = (corner & 1) == 0 ? base.lowMm().x() : base.highMm().x();
      double y = (corner & 2) == 0 ? base.lowMm().y() : base.highMm().y();
      double z = (corner & 4) == 0 ? base.lowMm().z() : base.highMm().z();
      var p =
          new Vector3(
              inverse[0] * x + inverse[1] * y + inverse[2] * z,
              inverse[3] * x + inverse[4] * y + inverse[5] * z,
              inverse[6] * x + inverse[7] * y + inverse[8] * z);
      var one = new Box(p, p);
      box = box == null ? one : box.with(one);
    }
    return box.grownBy(SLACK_MM);
  }

  private record Warped(Warp warp, Solid base, Box bounds) implements Solid {

    @Override
    public double fieldMm(double xMm, double yMm, double zMm) {
      double[] p = new double[3];
      warp.toBase(xMm, yMm, zMm, p);
      return base.fieldMm(p[0], p[1], p[2]) * warp.meanSize;
    }
  }
}
