/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosimetry.quality;

import java.util.OptionalDouble;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.dosimetry.dvh.Dvh;
import org.recourse.dosimetry.isodose.Isodose;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;

/**
 * How well a reference isodose fits a target, from four volumes. Immutable.
 *
 * <p>Worked example: a target of 10 cm³ of which 9 cm³ receive the reference dose, 12 cm³ in all
 * and 36 cm³ half of it: RTOG 1.2, Paddick and van't Riet 81/120 = 0.675, gradient index 3.
 *
 * @param targetCm3 volume of the target inside the dose grid, above 0
 * @param coveredTargetCm3 part of the target that receives at least the reference dose
 * @param referenceCm3 volume that receives at least the reference dose, in the whole dose grid
 * @param halfCm3 volume that receives at least half of it
 */
public record Conformity(
    double targetCm3, double coveredTargetCm3, double referenceCm3, double halfCm3) {

  public Conformity {
    if (!(targetCm3 > 0)
        || !(coveredTargetCm3 >= 0 && referenceCm3 >= 0 && halfCm3 >= referenceCm3)) {
      throw new IllegalArgumentException(
          "volumes do not fit: target "
              + targetCm3
              + ", covered "
              + coveredTargetCm3
              + ", reference "
              + referenceCm3
              + ", half "
              + halfCm3);
    }
  }

  /**
   * Measures the volumes.
   *
   * @param target histogram of the target for this dose
   * @param referenceGy reference dose, above 0
   * @param monitor progress and cancellation
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  public static Conformity of(
      Dvh target,
      DoseGrid dose,
      double referenceGy,
      SliceExecutor executor,
      IProgressMonitor monitor) {
    if (!(referenceGy > 0 && referenceGy < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("a reference dose is above 0 Gy: " + referenceGy);
    }
    SubMonitor progress = SubMonitor.convert(monitor, "Conformity", 2);
    double reference = Isodose.volumeCm3(dose, referenceGy, executor, progress.split(1));
    double half = Isodose.volumeCm3(dose, referenceGy / 2, executor, progress.split(1));
    return new Conformity(
        target.coveredVolumeCm3(), target.volumeAtDoseCm3(referenceGy), reference, half);
  }

  /** Reference volume over target volume. Shaw 1993 (RTOG), doi 10.1016/0360-3016(93)90548-A. */
  public double rtog() {
    return referenceCm3 / targetCm3;
  }

  /**
   * Covered part of the target times the part of the reference volume that lies in the target;
   * empty if nothing receives the reference dose. Paddick 2000, doi
   * 10.3171/jns.2000.93.supplement_3.0219.
   */
  public OptionalDouble paddick() {
    return referenceCm3 > 0
        ? OptionalDouble.of(coveredTargetCm3 * coveredTargetCm3 / (targetCm3 * referenceCm3))
        : OptionalDouble.empty();
  }

  /**
   * Conformation number, the same product as Paddick's under its older name. Van't Riet 1997, doi
   * 10.1016/S0360-3016(96)00601-3.
   */
  public OptionalDouble vantRiet() {
    return paddick();
  }

  /**
   * Gradient index: volume of half the reference dose over that of the whole; empty if nothing
   * receives it. Paddick and Lippitz 2006, doi 10.3171/sup.2006.105.7.194.
   */
  public OptionalDouble gradientIndex() {
    return referenceCm3 > 0 ? OptionalDouble.of(halfCm3 / referenceCm3) : OptionalDouble.empty();
  }
}
