/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.commissioning;

import org.hipparchus.special.Erf;
import org.recourse.planning.machine.DepthCurve;
import org.recourse.planning.machine.PhotonMachine;

/**
 * A square field that falls on flat water at a right angle, in closed form: what {@link
 * org.recourse.planning.influence.PencilBeamEngine} computes on a grid. Immutable.
 *
 * @param sideMm side at the isocentre plane
 * @param sourceAxisDistanceMm distance of source and isocentre
 * @param sourceSurfaceDistanceMm distance of source and water
 * @param relativeFluence over distance from the axis at the isocentre plane
 */
record OpenField(
    double sideMm,
    double sourceAxisDistanceMm,
    double sourceSurfaceDistanceMm,
    DepthCurve relativeFluence) {

  private static final int PARTS = 20; // fluence is constant in each of 20 x 20 squares

  static OpenField of(double sideMm, double sourceSurfaceDistanceMm, PhotonMachine machine) {
    return new OpenField(
        sideMm, machine.sourceAxisDistanceMm(), sourceSurfaceDistanceMm, machine.relativeFluence());
  }

  /** Radiological depth along the ray to a point beside the axis. */
  double pathMm(double depthMm, double besideMm) {
    return depthMm * Math.hypot(1, besideMm / (sourceSurfaceDistanceMm + depthMm));
  }

  /** Part of a pencil's wide-field dose that this field gives, with inverse square. */
  double share(double sigmaMm, double depthMm, double besideMm) {
    double distance = sourceSurfaceDistanceMm + depthMm;
    double magnification = distance / sourceAxisDistanceMm;
    double[] along = parts(sigmaMm, magnification, besideMm);
    double[] across = parts(sigmaMm, magnification, 0);
    double sum = 0;
    for (int i = 0; i < PARTS; i++) {
      for (int j = 0; j < PARTS; j++) {
        double radius = Math.hypot(centre(i), centre(j));
        sum += relativeFluence.at(radius) * along[i] * across[j];
      }
    }
    double sad = sourceAxisDistanceMm;
    return sum * sad * sad / (distance * distance + besideMm * besideMm);
  }

  private double centre(int part) {
    return ((part + 0.5) / PARTS - 0.5) * sideMm;
  }

  private double[] parts(double sigmaMm, double magnification, double besideMm) {
    double[] edge = new double[PARTS + 1];
    for (int i = 0; i <= PARTS; i++) {
      double at = (i / (double) PARTS - 0.5) * sideMm * magnification - besideMm;
      edge[i] = 0.5 * (1 + Erf.erf(at / (sigmaMm * Math.sqrt(2))));
    }
    double[] part = new double[PARTS];
    for (int i = 0; i < PARTS; i++) {
      part[i] = edge[i + 1] - edge[i];
    }
    return part;
  }

  /** Dose per unit fluence, Gy. */
  double doseGy(PhotonMachine machine, double depthMm, double besideMm) {
    double path = pathMm(depthMm, besideMm);
    double sum = 0;
    for (PhotonMachine.Component component : machine.components()) {
      sum += component.weightGy().at(path) * share(component.sigmaMm(), depthMm, besideMm);
    }
    return sum;
  }
}
