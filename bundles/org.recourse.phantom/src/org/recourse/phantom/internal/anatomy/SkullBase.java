/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.internal.anatomy;

import org.recourse.grid.geometry.Vector3;
import org.recourse.phantom.solid.Box;
import org.recourse.phantom.solid.Solid;

/**
 * Everything above the floor of the three cranial fossae: domed over the orbits, hollow under the
 * temporal lobes and high between them, lowest behind the clivus.
 *
 * @param shiftMm how far the floor is moved up
 */
record SkullBase(double shiftMm) implements Solid {

  private static final double REACH_MM = 200;

  @Override
  public double fieldMm(double xMm, double yMm, double zMm) {
    double lateralMm = Math.sqrt(xMm * xMm + 9) - 45; // 0 in the middle of a temporal lobe
    double orbitMm = Math.sqrt(xMm * xMm + 9) - 25; // 0 over the middle of an orbit
    double frontZMm = 36 - 0.006 * orbitMm * orbitMm + 0.15 * (yMm + 60);
    double middleZMm = 10 + 0.007 * lateralMm * lateralMm;
    double backZMm = -22;
    double behindOrbit = step((yMm + 30) / 3);
    double behindClivus = step((yMm - 25) / 3);
    double floorZMm =
        frontZMm
            + (middleZMm - frontZMm) * behindOrbit
            + (backZMm - middleZMm) * behindOrbit * behindClivus;
    return 0.8 * (floorZMm + shiftMm - zMm); // the floor is sloped: shorten to a distance
  }

  @Override
  public Box bounds() {
    return Box.around(Vector3.ZERO, REACH_MM, REACH_MM, REACH_MM);
  }

  private static double step(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
