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
import java.util.Map;
import java.util.function.Supplier;
import org.recourse.grid.finding.Finding;
import org.recourse.radiobiology.conversion.Tissue;
import org.recourse.risk.RiskAssessment;
import org.recourse.risk.RiskResult;
import org.recourse.risk.StructureDose;
import org.recourse.risk.VoxelAttribution;

/**
 * Derived numbers kept from edit to edit, by the parts of the case they depend on: what an edit
 * does not touch is taken from here. A few snapshots back, so that undo costs nothing. Thread-safe.
 */
final class KeptNumbers {

  /** The plan, the edit under way, and one step back. */
  private static final int SNAPSHOTS_KEPT = 3;

  /**
   * A number with what was found while it was computed.
   *
   * @param value the number
   * @param findings said again wherever it is used again
   */
  record Kept<V>(V value, List<Finding> findings) {
    Kept {
      findings = List.copyOf(findings);
    }
  }

  /** Names a histogram that several risk models may ask for. */
  record DoseQuestion(StructureState structure, Tissue tissue) {}

  /**
   * Histograms with the sums they were taken of.
   *
   * @param numbers of the structures
   * @param sums cumulative EQD2 by tissue
   * @param doses answers to risk models
   */
  record Histograms(
      List<StructureNumbers> numbers,
      Map<Tissue, Eqd2Sum> sums,
      Map<DoseQuestion, StructureDose> doses) {}

  private final Recent<List<Object>, Kept<PlanDoseSum.Result>> doses = new Recent<>(SNAPSHOTS_KEPT);
  private final Recent<List<Object>, Kept<Histograms>> histograms = new Recent<>(SNAPSHOTS_KEPT);
  private final Recent<List<Object>, Kept<LedgerNumbers>> ledgers = new Recent<>(SNAPSHOTS_KEPT);
  private final Recent<List<Object>, Kept<List<RiskAssessment>>> closedForms =
      new Recent<>(SNAPSHOTS_KEPT);
  private final Recent<List<Object>, Kept<List<RiskAssessment>>> networks =
      new Recent<>(SNAPSHOTS_KEPT);
  private final Recent<List<Object>, RiskGradient> gradients = new Recent<>(SNAPSHOTS_KEPT);

  Kept<PlanDoseSum.Result> dose(
      PlanSnapshot snapshot, Supplier<Kept<PlanDoseSum.Result>> computation) {
    return doses.get(
        DerivedNumber.DOSE.key(snapshot), computation, kept -> kept.value().dose().isPresent());
  }

  Kept<Histograms> histograms(PlanSnapshot snapshot, Supplier<Kept<Histograms>> computation) {
    return histograms.get(DerivedNumber.HISTOGRAMS.key(snapshot), computation);
  }

  Kept<LedgerNumbers> ledger(PlanSnapshot snapshot, Supplier<Kept<LedgerNumbers>> computation) {
    return ledgers.get(DerivedNumber.LEDGER.key(snapshot), computation);
  }

  Kept<List<RiskAssessment>> closedForms(
      PlanSnapshot snapshot, Supplier<Kept<List<RiskAssessment>>> computation) {
    return closedForms.get(
        DerivedNumber.CLOSED_FORM_RISKS.key(snapshot), computation, KeptNumbers::allAnswered);
  }

  Kept<List<RiskAssessment>> networks(
      PlanSnapshot snapshot, Supplier<Kept<List<RiskAssessment>>> computation) {
    return networks.get(
        DerivedNumber.NETWORK_RISKS.key(snapshot), computation, KeptNumbers::allAnswered);
  }

  RiskGradient gradient(PlanSnapshot snapshot, Supplier<RiskGradient> computation) {
    return gradients.get(
        DerivedNumber.GRADIENTS.key(snapshot),
        computation,
        kept -> kept.attribution() instanceof VoxelAttribution.Attributed);
  }

  /** What failed may succeed the next time. */
  private static boolean allAnswered(Kept<List<RiskAssessment>> risks) {
    return risks.value().stream().noneMatch(risk -> risk.result() instanceof RiskResult.Failed);
  }

  /** Forgets everything, as after a change outside of the case: a model or a file came or went. */
  void clear() {
    doses.clear();
    histograms.clear();
    ledgers.clear();
    closedForms.clear();
    networks.clear();
    gradients.clear();
  }
}
