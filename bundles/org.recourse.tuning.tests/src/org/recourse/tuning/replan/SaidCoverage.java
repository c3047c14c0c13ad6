/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.replan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.dosimetry.dvh.Dvh;
import org.recourse.tuning.proposal.PlanEdit;
import org.recourse.tuning.proposal.PlanTargets;
import org.recourse.tuning.proposal.Proposal;
import org.recourse.tuning.proposal.ProposalSearch;
import org.recourse.tuning.proposal.TargetCoverage;

/** Asserts that what a card says of coverage is what the plan before and the computed plan have. */
final class SaidCoverage {

  /** Two bins of a histogram: doses scaled to a bound meet it to within those. */
  private static final double HISTOGRAM_GY = 0.02;

  private static final double ROUNDING = 1e-9;

  private SaidCoverage() {}

  static void isThatOfThePlans(Proposal proposal, PlanNumbers before) {
    assertFalse(proposal.coverage().isEmpty());
    double lostGy = 0;
    double nearestGy = Double.POSITIVE_INFINITY;
    for (TargetCoverage is : proposal.coverage()) {
      TargetCoverage was = proposal.coverageBefore(is.structure()).orElseThrow();
      Dvh then = dvh(before, is.structure());
      Dvh now = dvh(proposal.after(), is.structure());
      says(was, then, PlanTargets.prescribedGy(before).orElseThrow());
      says(is, now, PlanTargets.prescribedGy(proposal.after()).orElseThrow());
      double percent = is.gross() ? 98 : 95;
      double fallGy = then.doseAtVolumePercentGy(percent) - now.doseAtVolumePercentGy(percent);
      lostGy = is.gross() ? Math.max(lostGy, fallGy) : lostGy;
      nearestGy = Math.min(nearestGy, -fallGy);
    }
    assertEquals(lostGy, proposal.lostCoverageGy(), ROUNDING);
    double fall = -proposal.driver().orElseThrow().delta().orElseThrow();
    assertEquals(fall / Math.max(0.1, lostGy), ProposalSearch.merit(proposal), ROUNDING);
    if (proposal.title().contains("coverage kept")) { // the target that lost most has what it had
      assertEquals(0, nearestGy, HISTOGRAM_GY, proposal.title());
      assertTrue(proposal.edit().text().contains("all monitor units times"));
    }
    isOfItsBeams((PlanEdit.NewBeamDoses) proposal.edit());
  }

  private static Dvh dvh(PlanNumbers numbers, String structure) {
    return numbers.structure(structure).orElseThrow().physicalDvh().orElseThrow();
  }

  private static void says(TargetCoverage said, Dvh dvh, double prescribedGy) {
    assertEquals(prescribedGy, said.prescribedGy());
    assertEquals(dvh.doseAtVolumePercentGy(95), said.d95Gy(), ROUNDING);
    assertEquals(100 * dvh.doseAtVolumePercentGy(98) / prescribedGy, said.d98Percent(), ROUNDING);
  }

  /** What accepting writes has the monitor units of the doses that were judged. */
  private static void isOfItsBeams(PlanEdit.NewBeamDoses edit) {
    for (int b = 0; b < edit.beams().size(); b++) {
      assertEquals(
          edit.outcome().beams().get(b).monitorUnits(), edit.beams().get(b).monitorUnits());
    }
  }
}
