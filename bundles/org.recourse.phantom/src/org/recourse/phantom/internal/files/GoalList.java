/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.internal.files;

import java.util.ArrayList;
import java.util.List;
import org.recourse.model.ClinicalGoal;
import org.recourse.model.DoseQuantity;
import org.recourse.model.EvidenceTag;
import org.recourse.model.GoalComparison;
import org.recourse.model.ModelFactory;

/** Clinical goals of the re-irradiation, each with its source. Not thread-safe. */
final class GoalList {

  private static final String QUANTEC_OPTIC =
      "QUANTEC: optic nerve and chiasm below 55 Gy, risk below 3 % (first courses)";
  private static final String QUANTEC_BRAINSTEM =
      "QUANTEC, PMC2899702: whole brainstem 54 Gy (first courses)";
  private static final String NIEDER =
      "Nieder 2006, PubMed 17084560: BED <= 135.5 Gy2 over all courses, interval >= 6 months";
  private static final String NIEDER_COURSE =
      "Nieder 2006, PubMed 17084560: each course <= 98 Gy2 BED";
  private static final String GUAN =
      "Guan 2024, fonc.2024.1394111: TD5 of D1.5cc 65.26 Gy (46.72 to 80.69)";
  private static final String SECONDARY = " (secondary source, to be confirmed)";

  private final List<ClinicalGoal> goals = new ArrayList<>();

  List<ClinicalGoal> planned() {
    add("PTVnx", "D95%", GoalComparison.AT_LEAST, 60, DoseQuantity.PHYSICAL).setTolerance(1);
    last("Prescription of the synthetic plan", EvidenceTag.USER);
    add("PTVnx", "D2%", GoalComparison.AT_MOST, 66, DoseQuantity.PHYSICAL);
    last("110 % of the prescribed dose", EvidenceTag.USER);
    add("SpinalCord", "Dmax", GoalComparison.AT_MOST, 67.75, DoseQuantity.CUMULATIVE_EQD2);
    last(NIEDER, EvidenceTag.READ);
    add("SpinalCord", "Dmax", GoalComparison.AT_MOST, 49, DoseQuantity.PLAN_EQD2);
    last(NIEDER_COURSE, EvidenceTag.READ);
    add("Brainstem", "D0.03cc", GoalComparison.AT_MOST, 54, DoseQuantity.PHYSICAL);
    last(QUANTEC_BRAINSTEM, EvidenceTag.ABSTRACT);
    add("Brainstem", "D0.03cc", GoalComparison.AT_MOST, 100, DoseQuantity.CUMULATIVE_EQD2);
    last("Cumulative EQD2 below 100 Gy" + SECONDARY, EvidenceTag.SECONDARY);
    for (String structure : List.of("OpticChiasm", "OpticNrv_L", "OpticNrv_R")) {
      add(structure, "D0.03cc", GoalComparison.AT_MOST, 55, DoseQuantity.PHYSICAL);
      last(QUANTEC_OPTIC, EvidenceTag.ABSTRACT);
    }
    for (String structure : List.of("Lobe_Temporal_L", "Lobe_Temporal_R")) {
      add(structure, "D1.5cc", GoalComparison.AT_MOST, 65.26, DoseQuantity.CUMULATIVE_EQD2);
      last(GUAN, EvidenceTag.ABSTRACT);
    }
    for (String structure : List.of("A_Carotid_L", "A_Carotid_R")) {
      add(structure, "D0.03cc", GoalComparison.AT_MOST, 120, DoseQuantity.CUMULATIVE_EQD2);
      last("Cumulative EQD2 120 Gy" + SECONDARY, EvidenceTag.SECONDARY);
    }
    add("Bone_Mandible", "D1cc", GoalComparison.AT_MOST, 119, DoseQuantity.CUMULATIVE_EQD2);
    last("Lindvall 2021: D1cc 119 Gy EQD2" + SECONDARY, EvidenceTag.SECONDARY);
    return List.copyOf(goals);
  }

  private ClinicalGoal add(
      String structure,
      String metric,
      GoalComparison comparison,
      double limit,
      DoseQuantity quantity) {
    ClinicalGoal goal = ModelFactory.eINSTANCE.createClinicalGoal();
    goal.setStructureName(structure);
    goal.setMetric(metric);
    goal.setComparison(comparison);
    goal.setLimit(limit);
    goal.setQuantity(quantity);
    goals.add(goal);
    return goal;
  }

  private void last(String source, EvidenceTag evidence) {
    goals.getLast().setSource(source);
    goals.getLast().setEvidence(evidence);
  }
}
