/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.internal.dose;

import java.util.List;
import org.recourse.phantom.solid.Box;
import org.recourse.phantom.solid.Solid;

/**
 * What a plan is optimised for. Immutable.
 *
 * @param targets targets, in the anatomy; the first is the one the plan is scaled to, and the doses
 *     fall
 * @param fallOffPerMm share of the dose of a target by which the dose wanted falls with every mm
 *     from it
 * @param leastFraction share of the dose of a target that is accepted far from it, along the beams
 * @param limits limits of organs
 */
public record DoseLimits(
    List<TargetDose> targets, double fallOffPerMm, double leastFraction, List<OrganLimit> limits) {

  /**
   * A target and its dose.
   *
   * @param body the target, in the anatomy
   * @param doseGy dose that 95 % of the target must reach, Gy
   */
  public record TargetDose(Solid body, double doseGy) {

    public TargetDose {
      if (!(doseGy > 0)) {
        throw new IllegalArgumentException("doseGy must be > 0: " + doseGy);
      }
    }
  }

  /**
   * Highest dose wanted anywhere in an organ.
   *
   * @param organ the organ, in the anatomy
   * @param limitGy the dose, Gy
   * @param weight how much a breach counts; the target counts 1 per voxel
   */
  public record OrganLimit(Solid organ, double limitGy, double weight) {}

  public DoseLimits {
    targets = List.copyOf(targets);
    limits = List.copyOf(limits);
    if (targets.isEmpty()) {
      throw new IllegalArgumentException("a plan needs a target");
    }
  }

  /** Returns the box around all targets. */
  Box targetBox() {
    return targets.stream().map(target -> target.body().bounds()).reduce(Box::with).orElseThrow();
  }
}
