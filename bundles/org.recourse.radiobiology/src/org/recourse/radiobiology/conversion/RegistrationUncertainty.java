/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiobiology.conversion;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * How far a course may lie from where its registration puts it. Immutable.
 *
 * <p>An unknown uncertainty counts as {@value #UNKNOWN_COUNTS_AS_MM} mm and never as zero; only a
 * course in the same frame of reference, which needs no registration, has none.
 *
 * @param mm radius of the sphere in which a point may lie
 * @param basis where the radius comes from
 */
public record RegistrationUncertainty(double mm, Basis basis) {

  /** What an unknown uncertainty counts as. */
  public static final double UNKNOWN_COUNTS_AS_MM = 3;

  /** Where the radius comes from. */
  public enum Basis {
    /** Both grids lie in the same frame of reference, so there is no registration. */
    SAME_FRAME,
    /** Stated by the registration. */
    STATED,
    /** Nobody stated it. */
    ASSUMED
  }

  /** No registration is involved. */
  public static final RegistrationUncertainty SAME_FRAME =
      new RegistrationUncertainty(0, Basis.SAME_FRAME);

  /** Nobody stated the uncertainty. */
  public static final RegistrationUncertainty UNKNOWN =
      new RegistrationUncertainty(UNKNOWN_COUNTS_AS_MM, Basis.ASSUMED);

  public RegistrationUncertainty {
    if (!(mm >= 0 && mm < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("mm must be finite and >= 0: " + mm);
    }
    if (mm == 0 && basis != Basis.SAME_FRAME) {
      throw new IllegalArgumentException("a registration has an uncertainty above 0 mm");
    }
  }

  /**
   * Takes what a registration states. Nothing, zero, a negative number and NaN all count as
   * unknown: no registration is exact.
   */
  public static RegistrationUncertainty ofStated(OptionalDouble statedMm) {
    boolean usable =
        statedMm.isPresent()
            && statedMm.getAsDouble() > 0
            && statedMm.getAsDouble() < Double.POSITIVE_INFINITY;
    return usable ? new RegistrationUncertainty(statedMm.getAsDouble(), Basis.STATED) : UNKNOWN;
  }

  /** Returns the uncertainty of this registration followed by another: radii add. */
  public RegistrationUncertainty plus(RegistrationUncertainty next) {
    if (basis == Basis.SAME_FRAME) {
      return next;
    }
    if (next.basis == Basis.SAME_FRAME) {
      return this;
    }
    boolean assumed = basis == Basis.ASSUMED || next.basis == Basis.ASSUMED;
    return new RegistrationUncertainty(mm + next.mm, assumed ? Basis.ASSUMED : Basis.STATED);
  }

  /** Returns the radius and its basis in words. */
  public String text() {
    return switch (basis) {
      case SAME_FRAME -> "same frame of reference";
      case STATED -> String.format(Locale.ROOT, "%.1f mm", mm);
      case ASSUMED -> String.format(Locale.ROOT, "%.1f mm, assumed (not stated)", mm);
    };
  }
}
