/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.proposal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.tuning.check.ProposalCheck;

/**
 * A deliverable change of a plan, with what it does and whether it may be accepted. Immutable. A
 * proposal that failed a check is shown with the reason and is never acceptable.
 *
 * @param id unlike that of any other proposal of the same search
 * @param kind what it changes
 * @param title a few words for the card
 * @param edit the change as values
 * @param drivenBy id of the model it was made to please; empty where a model is blind to such a
 *     change and only EQD2 and closed forms rank it
 * @param risks every model, before and after, in the order of the catalogue
 * @param tcpBefore modelled tumour control before; empty without a gross tumour volume
 * @param tcpAfter modelled tumour control after
 * @param coverageBefore of the targets as the plan is
 * @param coverage of the targets after
 * @param lostCoverageGy by how much D98 of the gross tumour volume falls, Gy; the largest of
 *     several; D95 of the planning target volume without any; 0 if it does not fall
 * @param checks all checks, passed or not
 * @param unconstrainedOrgans critical organs without contour or active limit on cumulative dose
 * @param after every number of the plan with the change made: the preview
 */
public record Proposal(
    String id,
    ProposalKind kind,
    String title,
    PlanEdit edit,
    Optional<String> drivenBy,
    List<RiskChange> risks,
    OptionalDouble tcpBefore,
    OptionalDouble tcpAfter,
    List<TargetCoverage> coverageBefore,
    List<TargetCoverage> coverage,
    double lostCoverageGy,
    List<ProposalCheck> checks,
    List<String> unconstrainedOrgans,
    PlanNumbers after) {

  public Proposal {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(edit, "edit");
    Objects.requireNonNull(drivenBy, "drivenBy");
    Objects.requireNonNull(tcpBefore, "tcpBefore");
    Objects.requireNonNull(tcpAfter, "tcpAfter");
    Objects.requireNonNull(after, "after");
    risks = List.copyOf(risks);
    coverageBefore = List.copyOf(coverageBefore);
    coverage = List.copyOf(coverage);
    checks = List.copyOf(checks);
    unconstrainedOrgans = List.copyOf(unconstrainedOrgans);
  }

  /** Returns whether every check passed, so that it may be accepted. */
  public boolean acceptable() {
    return checks.stream().allMatch(ProposalCheck::passed);
  }

  /** Returns the checks that did not pass: why it may not be accepted. */
  public List<ProposalCheck> failedChecks() {
    return checks.stream().filter(check -> !check.passed()).toList();
  }

  /** Returns the revision of the plan it was made for; it may be accepted for that only. */
  public long revision() {
    return after.revision();
  }

  /** Returns what the model that drives it says; empty if closed forms rank it. */
  public Optional<RiskChange> driver() {
    return drivenBy.flatMap(
        id -> risks.stream().filter(risk -> risk.modelId().equals(id)).findFirst());
  }

  /** Returns the coverage of a target as the plan is; empty if it is not known. */
  public Optional<TargetCoverage> coverageBefore(String structure) {
    return coverageBefore.stream().filter(one -> one.structure().equals(structure)).findFirst();
  }

  /** Returns the change of modelled tumour control, negative if it falls. */
  public OptionalDouble deltaTcp() {
    return tcpBefore.isPresent() && tcpAfter.isPresent()
        ? OptionalDouble.of(tcpAfter.getAsDouble() - tcpBefore.getAsDouble())
        : OptionalDouble.empty();
  }

  /** Returns the change of every closed-form number, by model, in the order of the catalogue. */
  public Map<String, Double> closedFormDeltas() {
    Map<String, Double> deltas = new LinkedHashMap<>();
    for (RiskChange risk : risks) {
      if (risk.closedForm()) {
        risk.delta().ifPresent(delta -> deltas.put(risk.modelId(), delta));
      }
    }
    return deltas;
  }
}
