/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.planning.internal.objectives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recourse.model.DoseSummation;
import org.recourse.model.Plan;
import org.recourse.planning.engine.ContributedDoseEngines;
import org.recourse.planning.json.PlanningFileException;
import org.recourse.planning.wishes.PlanWishes;
import org.recourse.ui.planning.internal.PlanningWindow;
import org.recourse.ui.planning.internal.TankCase;
import org.recourse.ui.planning.internal.optimise.PlanningSessions;
import org.recourse.ui.planning.internal.plans.PlanningState;

/** Drives the page by events of its widgets, on a display but without a workbench. */
class ObjectivesPageTest {

  private static final int STRUCTURE_COLUMN = 0;
  private static final int VALUE_COLUMN = 6;
  private static final int CONTRIBUTION_COLUMN = 7;

  @TempDir private Path folder;

  private PlanningWindow window;
  private Plan imported;
  private PlanningState state;
  private ObjectivesPage page;

  @BeforeEach
  void open() {
    window = new PlanningWindow(folder);
    imported = window.planInWork();
    state = new PlanningState();
    page =
        new ObjectivesPage(
            window.shell(),
            window.session(),
            state,
            new PlanningSessions(ContributedDoseEngines.standard()));
  }

  @AfterEach
  void close() {
    if (window != null) {
      window.close();
    }
  }

  private Table table() {
    return window.widget("objectives.table", Table.class);
  }

  private String status() {
    return window.widget("objectives.status", Label.class).getText();
  }

  private WishList wishes() {
    return WishList.of(window.planInWork()).orElseThrow();
  }

  @Test
  void objectivesAreAddedDuplicatedReorderedAndRemovedWithUndo() {
    window.shell().open();
    assertTrue(status().contains("no objectives yet"), status());
    assertFalse(window.widget("objectives.optimise", Button.class).isEnabled());

    window.press("objectives.goals");
    assertEquals(2, table().getItemCount());
    assertEquals(TankCase.CORD, table().getItem(1).getText(STRUCTURE_COLUMN));
    window.press("objectives.goals"); // what is there is not added again
    assertEquals(2, table().getItemCount());

    window.selectRow("objectives.table", 1);
    window.press("objectives.duplicate");
    window.press("objectives.up");
    window.selectRow("objectives.table", 0);
    window.press("objectives.remove");
    assertEquals(2, table().getItemCount());
    window.type("objectives.fractions", "12");
    window.type("objectives.targets", "PTV, Nowhere"); // refused
    assertEquals(12, wishes().fractionCount());
    assertEquals(1, wishes().targets().size());

    while (window.session().editingDomain().getCommandStack().canUndo()) {
      window.undo();
    }
    assertNull(imported.getObjectives());
    assertEquals(0, table().getItemCount());
  }

  @Test
  void filesGoInAndOut() throws Exception {
    window.press("objectives.goals");
    Path file = folder.resolve("objectives.json");
    page.exportTo(file);
    assertEquals(
        wishes().wishes(), PlanWishes.read(Files.readString(file))); // the command reads it

    Path other = folder.resolve("other.json");
    Files.writeString(other, Files.readString(file).replace("20.0", "22.0"));
    page.importFrom(other);
    assertEquals(22, wishes().rows().get(0).doseGy().orElseThrow());
    window.undo();
    assertEquals(20, wishes().rows().get(0).doseGy().orElseThrow());

    Files.writeString(other, "{}");
    page.importFrom(other);
    assertTrue(status().contains("was not read"), status());
  }

  @Test
  void thePlanInWorkIsJudged() {
    window.shell().open();
    window.session().planWatch().start();
    window.press("objectives.goals");

    window.until(() -> table().getItem(1).getText(VALUE_COLUMN).contains("D2"));

    // 20 Gy everywhere: as wished in the target, 5 Gy above the 15 Gy of the cord
    assertEquals("D98 20.0, D2 20.0 Gy", table().getItem(0).getText(VALUE_COLUMN));
    assertEquals("D2 20.0 Gy", table().getItem(1).getText(VALUE_COLUMN));
    assertEquals("2500.0 (100 %)", table().getItem(1).getText(CONTRIBUTION_COLUMN));
  }

  @Test
  void aPlanIsOptimisedEnteredUndoneAndOptimisedOnFromThere() throws PlanningFileException {
    window.shell().open();
    window.session().planWatch().start();
    window.press("objectives.goals");
    window.type("objectives.iterations", "25");
    window.until(() -> window.widget("objectives.optimise", Button.class).isEnabled());

    window.press("objectives.optimise");
    window.until(() -> window.planInWork() != imported);

    Plan plan = window.planInWork();
    assertEquals("ReCourse", plan.getLabel());
    assertEquals(2, plan.getBeams().size());
    assertEquals(
        2, plan.getDoses().stream().filter(d -> d.getSummation() == DoseSummation.BEAM).count());
    assertEquals(20, plan.getPrescription().getTotalDoseGy());
    assertEquals(wishes(), WishList.read(plan.getObjectives()));
    assertTrue(status().contains("sequencing loss"), status());
    window.until(() -> table().getItem(0).getText(VALUE_COLUMN).contains("D98"));
    assertTrue(window.session().planWatch().latest().orElseThrow().planDose().isPresent());

    window.undo();
    assertSame(imported, window.planInWork());
    window.session().editingDomain().getCommandStack().redo();
    assertSame(plan, window.planInWork());

    page.importFrom(stricter());
    window.until(() -> window.widget("objectives.optimise", Button.class).isEnabled());
    window.press("objectives.optimise");
    window.until(() -> window.planInWork() != plan);
    assertTrue(status().contains("from the plan before"), status());
  }

  private Path stricter() {
    try {
      Path file = folder.resolve("stricter.json");
      return Files.writeString(file, wishes().text().replace("15.0", "12.0"));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void cancellingKeepsTheBestPlanSoFar() {
    window.shell().open();
    window.press("objectives.goals");
    window.type("objectives.iterations", "5000");
    window.until(() -> window.widget("objectives.optimise", Button.class).isEnabled());
    window.press("objectives.optimise");
    window.until(() -> pathPoints() > 0 || window.planInWork() != imported);
    window.press("objectives.cancel");
    window.until(() -> window.planInWork() != imported);

    assertTrue(status().contains("Cancelled") || status().contains("Found"), status());
    assertTrue(state.kept().isPresent());
  }

  private int pathPoints() {
    var chart = window.widget("objectives.path", org.eclipse.swtchart.Chart.class);
    return chart.getSeriesSet().getSeries().length;
  }
}
