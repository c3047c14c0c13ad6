/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.beam;

import org.recourse.grid.geometry.Vector3;

/**
 * Where a beam stands in the patient: source, central axis and the axes of the beam-limiting
 * device. Immutable.
 *
 * <p>A point is described by its offset (u, v), mm, on the plane through the isocentre
 * perpendicular to the axis, seen from the source along the ray through the point, and by its
 * distance from the source along the axis.
 *
 * @param isocentreMm patient position
 * @param sourceMm patient position
 * @param axis from the source to the isocentre, length 1
 * @param uAxis x of the beam-limiting device, length 1
 * @param vAxis y of the beam-limiting device, length 1
 * @param sourceAxisDistanceMm distance of source and isocentre
 */
public record BeamFrame(
    Vector3 isocentreMm,
    Vector3 sourceMm,
    Vector3 axis,
    Vector3 uAxis,
    Vector3 vAxis,
    double sourceAxisDistanceMm) {

  /** The frame of a beam; see {@link BeamAngles} for the meaning of the angles. */
  public static BeamFrame of(
      BeamAngles angles,
      PatientPosition position,
      Vector3 isocentreMm,
      double sourceAxisDistanceMm) {
    if (!(sourceAxisDistanceMm > 0 && sourceAxisDistanceMm < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("source-axis distance, mm: " + sourceAxisDistanceMm);
    }
    double gantry = Math.toRadians(angles.gantryDeg());
    double collimator = Math.toRadians(angles.collimatorDeg());
    double[] up = {Math.sin(gantry), 0, Math.cos(gantry)}; // from isocentre to source
    double[] gantryX = {Math.cos(gantry), 0, -Math.sin(gantry)};
    double[] gantryY = {0, 1, 0};
    double[] u = turned(gantryX, gantryY, Math.cos(collimator), Math.sin(collimator));
    double[] v = turned(gantryX, gantryY, -Math.sin(collimator), Math.cos(collimator));
    Vector3 towardsSource = toPatient(up, angles, position);
    Vector3 source =
        new Vector3(
            isocentreMm.x() + sourceAxisDistanceMm * towardsSource.x(),
            isocentreMm.y() + sourceAxisDistanceMm * towardsSource.y(),
            isocentreMm.z() + sourceAxisDistanceMm * towardsSource.z());
    return new BeamFrame(
        isocentreMm,
        source,
        new Vector3(-towardsSource.x(), -towardsSource.y(), -towardsSource.z()),
        toPatient(u, angles, position),
        toPatient(v, angles, position),
        sourceAxisDistanceMm);
  }

  private static double[] turned(double[] x, double[] y, double alongX, double alongY) {
    double[] sum = new double[3];
    for (int k = 0; k < 3; k++) {
      sum[k] = alongX * x[k] + alongY * y[k];
    }
    return sum;
  }

  /** The table turns with the patient, so in the patient the beam turns the other way. */
  private static Vector3 toPatient(double[] fixed, BeamAngles angles, PatientPosition position) {
    double support = Math.toRadians(angles.patientSupportDeg());
    double x = Math.cos(support) * fixed[0] + Math.sin(support) * fixed[1];
    double y = -Math.sin(support) * fixed[0] + Math.cos(support) * fixed[1];
    return position.toPatient(x, y, fixed[2]);
  }

  /** Distance of a point from the source along the axis, mm. */
  public double distanceMm(Vector3 pointMm) {
    return fromSource(pointMm).dot(axis);
  }

  /** Offset of a point's ray on the isocentre plane along {@link #uAxis()}, mm. */
  public double uMm(Vector3 pointMm) {
    return fromSource(pointMm).dot(uAxis) * sourceAxisDistanceMm / distanceMm(pointMm);
  }

  /** Offset of a point's ray on the isocentre plane along {@link #vAxis()}, mm. */
  public double vMm(Vector3 pointMm) {
    return fromSource(pointMm).dot(vAxis) * sourceAxisDistanceMm / distanceMm(pointMm);
  }

  private Vector3 fromSource(Vector3 pointMm) {
    return new Vector3(
        pointMm.x() - sourceMm.x(), pointMm.y() - sourceMm.y(), pointMm.z() - sourceMm.z());
  }
}
