/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.internal.cohort;

import java.util.ArrayList;
import java.util.List;
import org.recourse.grid.geometry.Vector3;
import org.recourse.phantom.cohort.TumourSite;
import org.recourse.phantom.internal.anatomy.HeadAnatomy;
import org.recourse.phantom.internal.image.Grain;
import org.recourse.phantom.solid.Ball;
import org.recourse.phantom.solid.Box;
import org.recourse.phantom.solid.Solid;

/**
 * A recurrent tumour of balls, its target and its parts. Volumes follow the distribution of Liu
 * 2023: median 40.6 cm³, quartiles 23.7 and 70.0, which a logarithmic standard deviation of 0.80
 * gives; cut at 1.2 and 170 cm³ as in Gao 2025. Immutable and thread-safe.
 */
final class TumourShape {

  private static final double MEDIAN_CM3 = 40.6;
  private static final double LOG_DEVIATION = 0.80;
  private static final double LEAST_CM3 = 1.2;
  private static final double MOST_CM3 = 170;
  private static final double COUNTING_STEP = 0.1; // of the radius of the main ball
  private static final double READER_GRAIN_MM = 14;
  private static final double READER_DEVIATION_MM = 1.6;

  private final Solid gross;
  private final Solid target;
  private final Box targetBox;
  private final double volumeCm3;
  private final Solid core;

  TumourShape(SeededRandom random, TumourSite site) {
    double wanted =
        Math.clamp(MEDIAN_CM3 * Math.exp(LOG_DEVIATION * random.normal()), LEAST_CM3, MOST_CM3);
    Vector3 centre = centre(random, site);
    List<double[]> unit = unitBalls(random);
    double scaleMm = Math.cbrt(wanted * 1000 / unitVolume(unit));
    var made = new ArrayList<Ball>();
    for (double[] ball : unit) {
      made.add(
          new Ball(
              centre.plus(new Vector3(ball[0], ball[1], ball[2]).times(scaleMm)),
              ball[3] * scaleMm));
    }
    volumeCm3 = wanted;
    gross = Solid.union(made.toArray(Solid[]::new));
    target = gross.grownBy(HeadAnatomy.PTV_MARGIN_MM);
    targetBox = target.bounds();
    Vector3 inside =
        centre.plus(new Vector3(random.normal(1.5), random.normal(1.5), 0).times(0.15 * scaleMm));
    core = new Ball(inside, 0.35 * scaleMm);
  }

  private static Vector3 centre(SeededRandom random, TumourSite site) {
    double x = 7 * random.normal(1.8);
    double y = 3 * random.normal(1.8);
    double z = 4 * random.normal(1.8);
    return switch (site) {
      case NASOPHARYNX -> new Vector3(x, y, 2 + z);
      case OROPHARYNX -> new Vector3(-26 + 0.4 * x, y, -58 + z);
    };
  }

  /** A ball of radius 1 and three to six smaller ones around it; behind more often than before. */
  private static List<double[]> unitBalls(SeededRandom random) {
    List<double[]> balls = new ArrayList<>();
    balls.add(new double[] {0, 0, 0, 1});
    int count = 3 + random.among(1, 1, 1, 1);
    for (int i = 0; i < count; i++) {
      var direction = new Vector3(random.normal(), 0.3 + random.normal(), random.normal());
      double distance = random.uniform(0.6, 0.95) / Math.max(direction.norm(), 1e-3);
      balls.add(
          new double[] {
            direction.x() * distance,
            direction.y() * distance,
            direction.z() * distance,
            random.uniform(0.4, 0.7)
          });
    }
    return balls;
  }

  private static double unitVolume(List<double[]> balls) {
    double reach = 1.7;
    int steps = (int) Math.round(2 * reach / COUNTING_STEP);
    int count = 0;
    for (int k = 0; k < steps; k++) {
      double z = -reach + (k + 0.5) * COUNTING_STEP;
      for (int j = 0; j < steps; j++) {
        double y = -reach + (j + 0.5) * COUNTING_STEP;
        for (int i = 0; i < steps; i++) {
          count += holds(balls, -reach + (i + 0.5) * COUNTING_STEP, y, z) ? 1 : 0;
        }
      }
    }
    return count * COUNTING_STEP * COUNTING_STEP * COUNTING_STEP;
  }

  private static boolean holds(List<double[]> balls, double x, double y, double z) {
    for (double[] ball : balls) {
      double dx = x - ball[0];
      double dy = y - ball[1];
      double dz = z - ball[2];
      if (dx * dx + dy * dy + dz * dz < ball[3] * ball[3]) {
        return true;
      }
    }
    return false;
  }

  double volumeCm3() {
    return volumeCm3;
  }

  Solid gross() {
    return gross;
  }

  /** PTVnx: rGTV and everything within 3 mm of it. */
  Solid target() {
    return target;
  }

  Box targetBox() {
    return targetBox;
  }

  /** A part of the tumour that takes less contrast agent. */
  Solid core() {
    return core;
  }

  Vector3 centreMm() {
    return targetBox.lowMm().plus(targetBox.highMm()).times(0.5);
  }

  /**
   * Returns W of the hidden mechanism: 0 at the anterior wall, 1 at the posterior wall. It passes
   * over about a quarter of the extent of the target.
   */
  double posteriorShare(double yMm) {
    double halfMm = (targetBox.highMm().y() - targetBox.lowMm().y()) / 2;
    return 1 / (1 + Math.exp(-(yMm - centreMm().y()) / (0.25 * halfMm)));
  }

  /** Returns rGTV as another reader, or the same at another time, draws it. */
  Solid redrawn(long seed) {
    var random = new SeededRandom(seed, 0, SeededRandom.Purpose.TUMOUR);
    return new Redrawn(gross, new Grain(seed), 0.4 * random.normal(2));
  }

  private record Redrawn(Solid body, Grain grain, double offsetMm) implements Solid {

    @Override
    public double fieldMm(double xMm, double yMm, double zMm) {
      return body.fieldMm(xMm, yMm, zMm)
          + offsetMm
          + READER_DEVIATION_MM * grain.smooth(xMm, yMm, zMm, READER_GRAIN_MM);
    }

    @Override
    public Box bounds() {
      return body.bounds().grownBy(READER_DEVIATION_MM + Math.abs(offsetMm));
    }
  }
}
