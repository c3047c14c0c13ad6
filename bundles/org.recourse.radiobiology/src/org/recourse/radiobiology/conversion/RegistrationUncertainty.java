/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiobiology.conversion;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.recourse.grid.geometry.Vector3;

/**
 * How far a course may lie from where its registration puts it. Immutable.
 *
 * <p>An unknown uncertainty counts as {@value #UNKNOWN_COUNTS_AS_MM} mm and never as zero; only a
 * course in the same frame of reference, which needs no registration, has none.
 *
 * @param semiAxesMm semi-axes of the ellipsoid in which a point may lie, along the patient axes of
 *     the frame in which courses are summed
 * @param basis where it comes from
 */
public record RegistrationUncertainty(Vector3 semiAxesMm, Basis basis) {

  /** What an unknown uncertainty counts as. */
  public static final double UNKNOWN_COUNTS_AS_MM = 3;

  private static final double[] SHELLS = {0.5, 1};
  private static final int NEIGHBOURHOOD = 27;

  /** Where the radius comes from. */
  public enum Basis {
    /** Both grids lie in the same frame of reference, so there is no registration. */
    SAME_FRAME(""),
    /** Stated by the registration, or by several with different sources. */
    STATED(""),
    /** Typed by a user. */
    TYPED("typed"),
    /** From the quality check of the registration. */
    QUALITY_ASSURANCE("from quality check"),
    /** Spread of an ensemble of registrations. */
    ENSEMBLE("from an ensemble"),
    /** Nobody stated it. */
    ASSUMED("assumed (not stated)");

    private final String words;

    Basis(String words) {
      this.words = words;
    }
  }

  /** No registration is involved. */
  public static final RegistrationUncertainty SAME_FRAME =
      new RegistrationUncertainty(0, Basis.SAME_FRAME);

  /** Nobody stated the uncertainty. */
  public static final RegistrationUncertainty UNKNOWN =
      new RegistrationUncertainty(UNKNOWN_COUNTS_AS_MM, Basis.ASSUMED);

  public RegistrationUncertainty {
    double least = Math.min(semiAxesMm.x(), Math.min(semiAxesMm.y(), semiAxesMm.z()));
    if (!(least >= 0 && semiAxesMm.norm() < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("semi-axes must be finite and >= 0 mm: " + semiAxesMm);
    }
    if (semiAxesMm.norm() == 0 && basis != Basis.SAME_FRAME) {
      throw new IllegalArgumentException("a registration has an uncertainty above 0 mm");
    }
  }

  /** The same in every direction. */
  public RegistrationUncertainty(double mm, Basis basis) {
    this(new Vector3(mm, mm, mm), basis);
  }

  /** Returns the largest semi-axis, the radius of a sphere. */
  public double mm() {
    return Math.max(semiAxesMm.x(), Math.max(semiAxesMm.y(), semiAxesMm.z()));
  }

  /** Tells whether the radius is the same in every direction. */
  public boolean isSphere() {
    return semiAxesMm.equals(new Vector3(mm(), mm(), mm()));
  }

  /**
   * Takes what a registration states. Nothing, zero, a negative number and NaN all count as
   * unknown: no registration is exact.
   */
  public static RegistrationUncertainty ofStated(OptionalDouble statedMm) {
    return ofStated(statedMm, List.of(), Basis.STATED);
  }

  /**
   * Takes what a registration states, with its source.
   *
   * @param axesMm semi-axes along x, y and z; used if they are three usable numbers
   * @param source where it comes from, if it is usable
   */
  public static RegistrationUncertainty ofStated(
      OptionalDouble statedMm, List<Double> axesMm, Basis source) {
    boolean ellipsoid =
        axesMm.size() == 3
            && axesMm.stream().allMatch(a -> a >= 0 && a < Double.POSITIVE_INFINITY)
            && axesMm.stream().anyMatch(a -> a > 0);
    if (ellipsoid) {
      return new RegistrationUncertainty(
          new Vector3(axesMm.get(0), axesMm.get(1), axesMm.get(2)), source);
    }
    boolean usable =
        statedMm.isPresent()
            && statedMm.getAsDouble() > 0
            && statedMm.getAsDouble() < Double.POSITIVE_INFINITY;
    return usable ? new RegistrationUncertainty(statedMm.getAsDouble(), source) : UNKNOWN;
  }

  /** Returns the uncertainty of this registration followed by another: semi-axes add. */
  public RegistrationUncertainty plus(RegistrationUncertainty next) {
    if (basis == Basis.SAME_FRAME) {
      return next;
    }
    if (next.basis == Basis.SAME_FRAME) {
      return this;
    }
    boolean assumed = basis == Basis.ASSUMED || next.basis == Basis.ASSUMED;
    Basis common = basis == next.basis ? basis : Basis.STATED;
    return new RegistrationUncertainty(
        semiAxesMm.plus(next.semiAxesMm), assumed ? Basis.ASSUMED : common);
  }

  /**
   * Returns where a worst case is searched: in 26 directions, at half the size of the ellipsoid and
   * on its surface; none without uncertainty.
   */
  public List<Vector3> searchOffsetsMm() {
    List<Vector3> offsets = new ArrayList<>();
    for (int i = 0; i < NEIGHBOURHOOD && mm() > 0; i++) {
      var direction = new Vector3(i % 3 - 1, i / 3 % 3 - 1, i / 9 - 1);
      double length = direction.norm();
      if (length > 0) {
        for (double shell : SHELLS) {
          offsets.add(
              new Vector3(
                  direction.x() * (shell * semiAxesMm.x() / length),
                  direction.y() * (shell * semiAxesMm.y() / length),
                  direction.z() * (shell * semiAxesMm.z() / length)));
        }
      }
    }
    return offsets;
  }

  /** Returns the radius, or the three semi-axes, and where it comes from in words. */
  public String text() {
    if (basis == Basis.SAME_FRAME) {
      return "same frame of reference";
    }
    String mm =
        isSphere()
            ? String.format(Locale.ROOT, "%.1f mm", mm())
            : String.format(
                Locale.ROOT,
                "%.1f x %.1f x %.1f mm",
                semiAxesMm.x(),
                semiAxesMm.y(),
                semiAxesMm.z());
    return basis.words.isEmpty() ? mm : mm + ", " + basis.words;
  }
}
