/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.registration.uncertainty;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.recourse.grid.geometry.Vector3;

/**
 * How far anatomy may lie from where a registration puts it. The ellipsoid is the worst case; the
 * sampled distribution is normal with half a semi-axis as standard deviation, cut off at the
 * ellipsoid.
 *
 * @param semiAxesMm of the ellipsoid, along the patient axes; finite and not negative
 * @param source where the numbers come from
 */
public record RegistrationUncertainty(Vector3 semiAxesMm, Source source) {

  private static final int DIRECTIONS = 96;
  private static final double GOLDEN_ANGLE_RAD = Math.PI * (3 - Math.sqrt(5));

  /** Where an uncertainty comes from. */
  public enum Source {
    TYPED,
    QUALITY_ASSURANCE,
    ENSEMBLE
  }

  public RegistrationUncertainty {
    Objects.requireNonNull(source, "source");
    double least = Math.min(semiAxesMm.x(), Math.min(semiAxesMm.y(), semiAxesMm.z()));
    if (!(least >= 0 && Double.isFinite(semiAxesMm.norm()))) {
      throw new IllegalArgumentException("semi-axes must be finite and >= 0 mm: " + semiAxesMm);
    }
  }

  /** The same in every direction, as in "within 3 mm". */
  public static RegistrationUncertainty sphere(double radiusMm, Source source) {
    return new RegistrationUncertainty(new Vector3(radiusMm, radiusMm, radiusMm), source);
  }

  /** Twice the standard deviation of an ensemble's shifts at one point; at least two shifts. */
  public static RegistrationUncertainty ofEnsemble(List<Vector3> shiftsMm) {
    if (shiftsMm.size() < 2) {
      throw new IllegalArgumentException("an ensemble has at least two: " + shiftsMm.size());
    }
    double n = shiftsMm.size();
    Vector3 mean = Vector3.ZERO;
    for (Vector3 shift : shiftsMm) {
      mean = mean.plus(shift.times(1 / n));
    }
    double xx = 0;
    double yy = 0;
    double zz = 0;
    for (Vector3 shift : shiftsMm) {
      Vector3 d = shift.minus(mean);
      xx += d.x() * d.x() / (n - 1);
      yy += d.y() * d.y() / (n - 1);
      zz += d.z() * d.z() / (n - 1);
    }
    return new RegistrationUncertainty(
        new Vector3(2 * Math.sqrt(xx), 2 * Math.sqrt(yy), 2 * Math.sqrt(zz)), Source.ENSEMBLE);
  }

  /**
   * Returns shifts that fill the ellipsoid: the centre, the ends of the axes, and a spiral of
   * directions on the surface and on inner shells no further apart than {@code shellMm}.
   */
  public List<Vector3> shiftsMm(double shellMm) {
    double longest = Math.max(semiAxesMm.x(), Math.max(semiAxesMm.y(), semiAxesMm.z()));
    var shifts = new ArrayList<Vector3>(List.of(Vector3.ZERO));
    if (longest == 0) {
      return shifts;
    }
    int shells = Math.max(1, (int) Math.ceil(longest / shellMm));
    for (int shell = 1; shell <= shells; shell++) {
      double scale = (double) shell / shells;
      for (int sign = -1; sign <= 1; sign += 2) {
        shifts.add(new Vector3(sign * scale * semiAxesMm.x(), 0, 0));
        shifts.add(new Vector3(0, sign * scale * semiAxesMm.y(), 0));
        shifts.add(new Vector3(0, 0, sign * scale * semiAxesMm.z()));
      }
      int directions = Math.max(12, (int) (DIRECTIONS * scale * scale));
      for (int i = 0; i < directions; i++) {
        double z = 1 - (2 * i + 1.0) / directions;
        double r = Math.sqrt(1 - z * z) * scale;
        double angle = i * GOLDEN_ANGLE_RAD;
        shifts.add(
            new Vector3(
                r * Math.cos(angle) * semiAxesMm.x(),
                r * Math.sin(angle) * semiAxesMm.y(),
                z * scale * semiAxesMm.z()));
      }
    }
    return shifts;
  }

  /**
   * Returns shifts drawn from the normal distribution whose standard deviation is half a semi-axis;
   * one beyond the ellipsoid is drawn again, so that a sample is never worse than the worst case.
   * The same every time for the same seed.
   */
  public List<Vector3> drawnMm(int samples, long seed) {
    var random = new Random(seed);
    var drawn = new ArrayList<Vector3>(samples);
    while (drawn.size() < samples) {
      var inAxes =
          new Vector3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian())
              .times(0.5);
      if (inAxes.norm() <= 1) {
        drawn.add(
            new Vector3(
                inAxes.x() * semiAxesMm.x(),
                inAxes.y() * semiAxesMm.y(),
                inAxes.z() * semiAxesMm.z()));
      }
    }
    return drawn;
  }
}
