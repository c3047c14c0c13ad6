/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.truth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.recourse.assistant.numbers.GoalNumbers;
import org.recourse.assistant.numbers.GoalOutcome;
import org.recourse.assistant.numbers.LedgerNumbers;
import org.recourse.assistant.numbers.OrganLimit;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.dosimetry.dvh.Dvh;
import org.recourse.model.StructureType;
import org.recourse.tuning.check.CheckLimits;

/**
 * Looks for what an accepted plan must not do, from its numbers alone: a second reading of the
 * checks that shares no code with them. Stateless.
 */
final class Violations {

  private Violations() {}

  static List<String> of(PlanNumbers before, PlanNumbers after, CheckLimits limits) {
    List<String> found = new ArrayList<>();
    found.addAll(ofTargets(after, limits));
    for (GoalNumbers goal : after.goals()) {
      boolean missed =
          goal.outcome() instanceof GoalOutcome.Judged judged
              && judged.verdict() == GoalOutcome.Verdict.FAIL;
      require(!missed, goal.goal().structureName() + " " + goal.goal().metric(), found);
    }
    organs(before, after, limits, found);
    return found;
  }

  /** Finds fault with the coverage of the targets only. */
  static List<String> ofTargets(PlanNumbers after, CheckLimits limits) {
    List<String> found = new ArrayList<>();
    double prescribedGy =
        after.snapshot().assessedPlan().orElseThrow().prescription().totalDoseGy().orElseThrow();
    Dvh planning = dvh(after, CohortCase.PLANNING);
    Dvh gross = dvh(after, CohortCase.GROSS);
    require(
        planning.doseAtVolumePercentGy(95) >= limits.ptvD95Percent() / 100 * prescribedGy,
        "PTV D95",
        found);
    require(
        gross.doseAtVolumePercentGy(98) >= limits.gtvD98Percent() / 100 * prescribedGy,
        "GTV D98",
        found);
    double warmCm3 = gross.coveredVolumeCm3() - limits.gtvMinimumVolumeCm3();
    require(
        gross.doseAtVolumeCm3Gy(warmCm3) >= limits.gtvMinimumPercent() / 100 * prescribedGy,
        "GTV coldest 0.03 cm3",
        found);
    return found;
  }

  private static void organs(
      PlanNumbers before, PlanNumbers after, CheckLimits limits, List<String> found) {
    List<String> limited =
        after.organLimits().stream().filter(l -> !l.isDraft()).map(OrganLimit::organ).toList();
    for (LedgerNumbers.Row row : after.ledger().rows()) {
      Optional<LedgerNumbers.Row> then = before.ledger().row(row.structure().name());
      if (row.structure().type() == StructureType.ORGAN
          && !limited.contains(row.structure().name())
          && row.cumulative().isPresent()
          && then.isPresent()
          && then.get().cumulative().isPresent()) {
        double rise = nearMaximum(row) - nearMaximum(then.get());
        require(rise <= limits.organRiseEqd2Gy(), row.structure().name() + " D0.1cc", found);
      }
    }
  }

  private static double nearMaximum(LedgerNumbers.Row row) {
    LedgerNumbers.Figures figures = row.cumulative().orElseThrow();
    return figures.d01ccEqd2Gy().orElse(figures.maxEqd2Gy());
  }

  private static Dvh dvh(PlanNumbers numbers, String structure) {
    return numbers.structure(structure).orElseThrow().physicalDvh().orElseThrow();
  }

  private static void require(boolean holds, String what, List<String> found) {
    if (!holds) {
      found.add(what);
    }
  }
}
