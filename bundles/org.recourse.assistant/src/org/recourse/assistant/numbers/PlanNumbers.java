/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.numbers;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.recourse.assistant.protocols.ProtocolNumbers;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.risk.RiskAssessment;

/**
 * Every number derived from one revision of a plan. Immutable and thread-safe.
 *
 * @param snapshot what the numbers were computed from
 * @param planDose physical dose of the assessed plan; empty if it has no usable dose
 * @param structures structures of the assessed plan, in the order of the file
 * @param goals goals in the order of the case
 * @param courses ledger of courses in the order of the case
 * @param risks risk models in the order of the catalogue
 * @param findings everything missing or doubtful, a sentence each
 * @param ledger what each structure received in the plan, before and altogether
 * @param protocols the protocols chosen for the case, judged
 */
public record PlanNumbers(
    PlanSnapshot snapshot,
    Optional<PlanDose> planDose,
    List<StructureNumbers> structures,
    List<GoalNumbers> goals,
    List<CourseNumbers> courses,
    List<RiskAssessment> risks,
    List<Finding> findings,
    LedgerNumbers ledger,
    List<ProtocolNumbers> protocols) {

  /**
   * Physical dose of a plan with all edits applied.
   *
   * @param doseGy dose of all fractions, Gy
   * @param frameUid frame of reference of the grid
   */
  public record PlanDose(DoseGrid doseGy, String frameUid) {
    public PlanDose {
      Objects.requireNonNull(doseGy, "doseGy");
      Objects.requireNonNull(frameUid, "frameUid");
    }
  }

  public PlanNumbers {
    Objects.requireNonNull(snapshot, "snapshot");
    Objects.requireNonNull(planDose, "planDose");
    structures = List.copyOf(structures);
    goals = List.copyOf(goals);
    courses = List.copyOf(courses);
    risks = List.copyOf(risks);
    findings = List.copyOf(findings);
    Objects.requireNonNull(ledger, "ledger");
    protocols = List.copyOf(protocols);
  }

  /** Makes numbers without the doses of the ledger and without protocols. */
  public PlanNumbers(
      PlanSnapshot snapshot,
      Optional<PlanDose> planDose,
      List<StructureNumbers> structures,
      List<GoalNumbers> goals,
      List<CourseNumbers> courses,
      List<RiskAssessment> risks,
      List<Finding> findings) {
    this(
        snapshot,
        planDose,
        structures,
        goals,
        courses,
        risks,
        findings,
        LedgerNumbers.EMPTY,
        List.of());
  }

  /** Returns the numbers with the protocols judged, and what they leave in the ledger. */
  PlanNumbers with(List<ProtocolNumbers> judged) {
    var numbers =
        new PlanNumbers(
            snapshot, planDose, structures, goals, courses, risks, findings, ledger, judged);
    PrescriptionState planned =
        snapshot.assessedPlan().map(PlanState::prescription).orElse(PrescriptionState.UNKNOWN);
    List<OrganLimit> limits = numbers.organLimits();
    return new PlanNumbers(
        snapshot,
        planDose,
        structures,
        goals,
        courses,
        risks,
        findings,
        ledger.with(row -> row.with(RemainingBudget.of(row, limits, planned))),
        judged);
  }

  /**
   * Returns the limits on cumulative EQD2 of organs that the goals of the case and its protocols
   * set; each leaves a remaining dose.
   */
  public List<OrganLimit> organLimits() {
    return OrganLimits.of(this);
  }

  /** Returns the revision of the plan the numbers belong to. */
  public long revision() {
    return snapshot.revision();
  }

  /** Returns the first structure with this name as in the file or after TG-263, any case. */
  public Optional<StructureNumbers> structure(String name) {
    return structures.stream().filter(s -> s.structure().isNamed(name)).findFirst();
  }
}
