/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.clinical.internal.ledger;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eclipse.emf.common.command.Command;
import org.recourse.assistant.numbers.StructureState;
import org.recourse.model.Registration;
import org.recourse.model.edit.CaseEditing;
import org.recourse.model.edit.LedgerEdits;
import org.recourse.model.edit.PlanEdits;
import org.recourse.radiobiology.ledger.RecoveryTable;
import org.recourse.ui.clinical.internal.protocols.AlphaBetaSources;
import org.recourse.ui.editor.ModelRefresh;
import org.recourse.ui.session.CaseSession;
import org.recourse.ui.session.StructureRows;

/**
 * The edits of the ledger page, each one undo step. A structure that is no longer in the case is
 * left alone. UI thread only.
 */
final class LedgerEditing {

  private final CaseSession session;
  private final ModelRefresh model;

  LedgerEditing(CaseSession session) {
    this.session = session;
    model = new ModelRefresh(session);
  }

  void setAlphaBeta(LedgerLine line, double alphaBetaGy) {
    StructureRows.structure(session, line.structure())
        .ifPresent(
            structure ->
                model.execute(
                    PlanEdits.setAlphaBeta(
                        session.editingDomain(), structure, OptionalDouble.of(alphaBetaGy))));
  }

  void setRepairHalfTime(LedgerLine line, double halfTimeHours) {
    StructureRows.structure(session, line.structure())
        .ifPresent(
            structure ->
                model.execute(
                    LedgerEdits.setRepairHalfTime(
                        session.editingDomain(), structure, OptionalDouble.of(halfTimeHours))));
  }

  void setRepairOvernight(boolean overnight) {
    model.execute(
        LedgerEdits.setRepairOvernight(session.editingDomain(), session.patientCase(), overnight));
  }

  void setRecovery(LedgerLine line, Optional<RecoveryTable> table) {
    StructureRows.structure(session, line.structure())
        .ifPresent(
            structure ->
                model.execute(
                    LedgerEdits.setRecoveryTable(
                        session.editingDomain(), structure, table.map(RecoveryTable::id))));
  }

  void setUncertainty(Registration registration, double uncertaintyMm) {
    model.execute(
        LedgerEdits.setUncertainty(
            session.editingDomain(), registration, OptionalDouble.of(uncertaintyMm)));
  }

  void setProtocols(List<String> ids) {
    model.execute(LedgerEdits.setProtocols(session.editingDomain(), session.patientCase(), ids));
  }

  /** Gives structures without alpha/beta the one of the protocols; returns how many got one. */
  int takeMissingRatios(List<LedgerLine> lines, AlphaBetaSources sources) {
    List<Command> edits =
        lines.stream()
            .map(LedgerLine::structure)
            .filter(structure -> structure.alphaBetaGy().isEmpty())
            .map(structure -> takeRatio(structure, sources))
            .flatMap(Optional::stream)
            .toList();
    model.execute(
        CaseEditing.compound("Take Alpha/Beta of Protocols", edits.toArray(Command[]::new)));
    return edits.size();
  }

  private Optional<Command> takeRatio(StructureState state, AlphaBetaSources sources) {
    return sources
        .offered(state)
        .flatMap(
            offer ->
                StructureRows.structure(session, state)
                    .map(
                        structure ->
                            PlanEdits.takeAlphaBeta(
                                session.editingDomain(),
                                structure,
                                offer.tissue().alphaBeta().gy(),
                                offer.protocol().id())));
  }
}
