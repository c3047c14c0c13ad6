/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.clinical.internal.goals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.recourse.assistant.numbers.GoalNumbers;
import org.recourse.assistant.numbers.GoalOutcome;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.model.edit.LedgerEdits;
import org.recourse.ui.clinical.LedgerCase;
import org.recourse.ui.session.CaseSession;
import org.recourse.ui.session.ShownBands;
import org.recourse.ui.session.ShownDose;

class GoalJumpTest {

  private final LedgerCase ledgerCase = new LedgerCase();
  private SliceExecutor executor;
  private CaseSession session;
  private List<GoalRow> rows;

  @BeforeEach
  void judge() {
    executor = SliceExecutor.ofThreads(1);
    session = ledgerCase.session(executor);
    session
        .editingDomain()
        .getCommandStack()
        .execute(
            LedgerEdits.setProtocols(
                session.editingDomain(), session.patientCase(), List.of(LedgerCase.PROTOCOL)));
    rows = GoalRow.of(session.planWatch().latest().orElseThrow());
  }

  @AfterEach
  void close() {
    session.planWatch().close();
    executor.close();
  }

  /** The dose rises along z and the cord ends at 12 mm, so the voxel that decides is there. */
  @Test
  void theCrossHairGoesToTheHottestVoxelAndTheStructureIsSelected() {
    assertTrue(GoalJump.to(rows.getFirst(), session));

    Vector3 at = session.viewing().crossHairMm();
    assertEquals(12, at.z(), 1e-9);
    assertTrue(Math.abs(at.x()) <= 9 && Math.abs(at.y()) <= 7, "inside the cord: " + at);
    assertEquals(Optional.of(ledgerCase.cord()), session.viewing().selectedStructure());
    assertTrue(session.viewing().isVisible(ledgerCase.cord()));
    assertEquals(ShownDose.CUMULATIVE_EQD2, session.viewing().shownDose());
  }

  @Test
  void aGoalWithoutAPlaceLeadsNowhere() {
    GoalNumbers known = rows.getFirst().numbers();
    var nowhere =
        new GoalRow(
            new GoalNumbers(known.goal(), known.outcome()),
            GoalRow.THIS_CASE,
            OptionalInt.of(0),
            Optional.empty(),
            false);

    assertFalse(GoalJump.to(nowhere, session));
    assertEquals(Vector3.ZERO, session.viewing().crossHairMm());
  }

  /** What the paper course adds may break the limit of 120 Gy, and may not. */
  @Test
  void aLimitThatOnlyAnIncompleteSumKeepsIsOpen() {
    GoalRow open = rows.get(1);

    assertEquals(GoalStanding.OPEN, GoalStanding.of(open.numbers()));
    assertTrue(GoalText.reason(open.numbers()).contains("Palliative course"));
  }

  /** The choice belongs to the case, takes effect at once and is undone. */
  @Test
  void goalsAreJudgedAtTheUnfavourableEndWhereTheCaseSaysSo() {
    assertFalse(shown().getFirst().isJudgedAtUnfavourableEnd());
    assertTrue(GoalText.interval(shown().getFirst()).contains(" – "));
    session
        .editingDomain()
        .getCommandStack()
        .execute(
            LedgerEdits.setGoalsAtUnfavourableEnd(
                session.editingDomain(), session.patientCase(), true));

    GoalRow row = shown().getFirst();
    assertTrue(row.isJudgedAtUnfavourableEnd());
    assertFalse(row.isMovedStale());
    assertEquals(
        row.moved().orElseThrow().band().atUnfavourableEnd() == GoalOutcome.Verdict.PASS,
        GoalStanding.of(row) == GoalStanding.PASS);
    session.editingDomain().getCommandStack().undo();
    assertFalse(shown().getFirst().isJudgedAtUnfavourableEnd());
  }

  private List<GoalRow> shown() {
    PlanNumbers numbers = session.planWatch().latest().orElseThrow();
    return GoalRow.of(numbers, ShownBands.of(session, numbers));
  }

  @Test
  void aDraftIsVisibleAndNeverJudged() {
    GoalRow judged = rows.get(0);
    GoalRow draft = rows.get(2);

    assertEquals(GoalStanding.PASS, GoalStanding.of(judged.numbers()));
    assertTrue(GoalText.value(judged).startsWith("≤ "), "what is typed from paper is in it");
    assertEquals(GoalStanding.DRAFT, GoalStanding.of(draft.numbers()), "1 Gy is missed by far");
    assertTrue(draft.numbers().outcome() instanceof GoalOutcome.Shown);
    assertEquals("–", GoalText.margin(draft.numbers()));
    assertEquals(
        "1 ✓ pass   1 ? open, sum incomplete   1 ◇ draft, not judged", GoalText.summary(rows));
    assertTrue(GoalText.toolTip(draft).contains("from a secondary source"));
  }
}
