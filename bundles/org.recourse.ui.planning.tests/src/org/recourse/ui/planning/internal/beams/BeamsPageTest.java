/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.planning.internal.beams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.recourse.model.Beam;
import org.recourse.model.Plan;
import org.recourse.ui.planning.internal.PlanningWindow;
import org.recourse.ui.planning.internal.plans.PlanningState;

/** Drives the page by events of its widgets, on a display but without a workbench. */
class BeamsPageTest {

  private static final int NAME_COLUMN = 1;
  private static final int WEIGHT_COLUMN = 5;

  private PlanningWindow window;
  private Plan imported;
  private BeamsPage page;

  @BeforeEach
  void open() {
    window = new PlanningWindow(Path.of("case"));
    imported = window.planInWork();
    page = new BeamsPage(window.shell(), window.session(), new PlanningState());
  }

  @AfterEach
  void close() {
    if (window != null) {
      window.close();
    }
  }

  private Table table() {
    return window.widget("beams.table", Table.class);
  }

  @Test
  void weightsAndOnOffOfAPlanWithBeamDosesAreEdited() {
    page.weightTyped(imported.getBeams().get(0), 1.2);
    table().getItem(1).setChecked(false);
    var event = new Event();
    event.item = table().getItem(1);
    event.detail = SWT.CHECK;
    table().notifyListeners(SWT.Selection, event);

    assertEquals(1.2, imported.getBeams().get(0).getWeight());
    assertFalse(imported.getBeams().get(1).isEnabled());
    assertEquals("1.20", table().getItem(0).getText(WEIGHT_COLUMN));
    assertSame(imported, window.planInWork());
  }

  @Test
  void withoutBeamDosesTheyCannotBeSwitchedOff() {
    imported.getDoses().clear();
    table().getItem(1).setChecked(false);
    var event = new Event();
    event.item = table().getItem(1);
    event.detail = SWT.CHECK;
    table().notifyListeners(SWT.Selection, event);

    assertTrue(imported.getBeams().get(1).isEnabled());
    assertTrue(table().getItem(1).getChecked());
  }

  @Test
  void movingABeamOfAPlanWithDoseStartsAnotherPlan() {
    Beam second = imported.getBeams().get(1);
    page.setupTyped(second, BeamSetup.of(second).withGantryDeg(100));

    Plan draft = window.planInWork();
    assertEquals(90, second.getControlPoints().get(0).getGantryAngleDeg());
    assertEquals(100, draft.getBeams().get(1).getControlPoints().get(0).getGantryAngleDeg());
    assertTrue(draft.getDoses().isEmpty());
    assertEquals("Plan 1", draft.getLabel());
    assertTrue(
        window.widget("beams.note", Label.class).getText().contains("no dose yet"), "the note");

    Beam moved = draft.getBeams().get(1);
    page.setupTyped(moved, BeamSetup.of(moved).withGantryDeg(110)); // a draft is edited in place
    assertSame(draft, window.planInWork());
    assertEquals(110, moved.getControlPoints().get(0).getGantryAngleDeg());

    window.undo();
    assertEquals(100, moved.getControlPoints().get(0).getGantryAngleDeg());
    window.undo();
    assertSame(imported, window.planInWork());
    assertEquals(1, window.patientCase().getCourses().size());
  }

  @Test
  void beamsAreAddedCopiedReorderedAndDeleted() {
    window.press("beams.add");
    window.press("beams.copy");
    assertEquals(4, table().getItemCount());
    assertEquals("G225 T0 copy", table().getItem(3).getText(NAME_COLUMN));

    window.press("beams.up");
    assertEquals("G225 T0 copy", table().getItem(2).getText(NAME_COLUMN));
    window.press("beams.delete");
    assertEquals(3, window.planInWork().getBeams().size());
    assertEquals(3, window.planInWork().getBeams().get(2).getNumber());

    for (int i = 0; i < 4; i++) {
      window.undo();
    }
    assertSame(imported, window.planInWork());
  }

  @Test
  void aTemplateReplacesAllBeamsInOneStep() {
    window.choose("beams.template", 3);

    assertEquals(9, window.planInWork().getBeams().size());
    assertEquals(0, window.planInWork().getBeams().get(0).getIsocentreMm().get(0));
    window.undo();
    assertEquals(2, window.planInWork().getBeams().size());
  }

  @Test
  void aPlanIsTakenUpAgainAndADraftIsDeleted() {
    window.shell().open();
    window.press("beams.add");
    Plan draft = window.planInWork();
    window.choose("plan.inWork", 0);
    assertSame(imported, window.planInWork());
    window.undo();
    assertSame(draft, window.planInWork());

    assertTrue(window.widget("plan.delete", Button.class).isEnabled());
    window.press("plan.delete");
    assertSame(imported, window.planInWork());
    assertFalse(window.widget("plan.delete", Button.class).isEnabled());
  }

  @Test
  void theSelectedBeamIsDrawn() {
    window.shell().open();
    window.selectRow("beams.table", 1);

    window.until(
        () -> window.widget("beams.eyeTitle", Label.class).getText().contains("gantry 90.0°"));
  }
}
