/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.replan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.StructureNumbers;
import org.recourse.dosimetry.dvh.Dvh;
import org.recourse.tuning.proposal.PlanTargets;

/**
 * Makes "coverage kept" true. Bounds of voxels are penalties and leaf sequencing rounds, so a
 * target ends a little colder than it was. All monitor units times one factor give the target that
 * lost most exactly what it had: D95 of the planning target volumes, D98 of the gross tumour
 * volumes. If every target got more than it had, the factor is below 1. The checks of organs see
 * the scaled dose. Stateless.
 *
 * <p>Worked example: D95 falls from 60.0 to 59.4 Gy and D98 from 62.0 to 62.2 Gy; the factor is
 * 60.0 / 59.4 = 1.0101.
 */
final class KeptCoverage {

  private static final double PLANNING_PERCENT = 95;
  private static final double GROSS_PERCENT = 98;

  private KeptCoverage() {}

  /** Returns the factor; empty without a target that has dose before and after. */
  static Optional<Double> factor(PlanNumbers before, PlanNumbers after) {
    return Stream.concat(
            factors(PlanTargets.planning(before), after, PLANNING_PERCENT).stream(),
            factors(PlanTargets.gross(before), after, GROSS_PERCENT).stream())
        .max(Double::compare);
  }

  private static List<Double> factors(
      List<StructureNumbers> targets, PlanNumbers after, double percent) {
    return targets.stream()
        .flatMap(
            target ->
                after
                    .structure(target.structure().name())
                    .flatMap(StructureNumbers::physicalDvh)
                    .flatMap(now -> factor(target.physicalDvh().orElseThrow(), now, percent))
                    .stream())
        .toList();
  }

  static Optional<Double> factor(Dvh before, Dvh after, double percent) {
    double wasGy = before.doseAtVolumePercentGy(percent);
    double isGy = after.doseAtVolumePercentGy(percent);
    return wasGy > 0 && isGy > 0 ? Optional.of(wasGy / isGy) : Optional.empty();
  }
}
