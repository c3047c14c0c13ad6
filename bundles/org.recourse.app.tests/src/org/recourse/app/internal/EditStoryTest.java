/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;

/**
 * The edit story on the bundled case, as a user does it: the case opens by itself, an edit changes
 * dose and risk in the right direction, undo brings the old numbers back exactly, save and reopen
 * keep the edit.
 */
class EditStoryTest {

  private static final String STATISTICS = "org.recourse.ui.views.statistics.table";
  private static final String RISK = "risks.block";
  private static final String INTERVAL = "risks.registration";
  private static final String LYMAN = "Lyman";
  private static final int MEAN_COLUMN = 2;
  private static final int RISK_COLUMN = 1;

  private final Window window = new Window(PlatformUI.getWorkbench().getDisplay());

  @Test
  void editUndoSaveAndReopen() throws Exception {
    window.openBundledCase();
    waitForNumbers();
    assertFalse(editor().isDirty(), "a case just opened is clean");
    var statistics = statistics();
    var risks = risks();
    double risk = lymanRisk();

    editABeam();
    assertTrue(editor().isDirty());
    assertTrue(meanDoseGy("PTVnx") < meanOf(statistics, "PTVnx"), "less weight, less dose");
    assertTrue(lymanRisk() < risk, "less dose, less risk: " + lymanRisk() + " < " + risk);

    undo();
    assertEquals(statistics, statistics());
    assertEquals(risks, risks());
    assertFalse(editor().isDirty(), "undo back to the file is clean");

    editTheFractions(risk);
    save();
    reopen();

    window.chooseTab("Prescription");
    assertEquals("20", window.control(Text.class, "fractions").getText());
    assertEquals("60.0", window.control(Text.class, "totalDose").getText());
    assertFalse(editor().isDirty());
  }

  private void editABeam() {
    long revision = revision();
    window.chooseTab("Beams");
    Table beams = window.control(Table.class, "beams.table");
    window.typeInCell(beams, 0, "Weight", "0.50");
    window.waitUntil("numbers after the weight", () -> isCurrentAfter(revision));
    long weighted = revision();
    double meanGy = meanDoseGy("PTVnx");
    window.check(beams, 1, false);
    window.waitUntil("numbers after switching off", () -> isCurrentAfter(weighted));
    assertTrue(meanDoseGy("PTVnx") < meanGy, "a beam that is off gives no dose");
  }

  private void undo() {
    for (int edit = 0; edit < 2; edit++) {
      long revision = revision();
      window.chooseMenu("Edit", "Undo");
      window.waitUntil("numbers after undo", () -> isCurrentAfter(revision));
    }
  }

  /** The same dose in fewer fractions: the physical dose stays, the risk of late injury rises. */
  private void editTheFractions(double risk) {
    long revision = revision();
    var before = statistics();
    window.chooseTab("Prescription");
    window.pressWhenItOpens("keepTotalDose");
    window.type("fractions", "20");
    window.waitUntil("numbers after the fractions", () -> isCurrentAfter(revision));
    assertEquals(meanOf(before, "PTVnx"), meanDoseGy("PTVnx"));
    assertTrue(lymanRisk() > risk, "larger fractions, more risk");
  }

  private void save() {
    assertTrue(editor().isDirty());
    window.chooseMenu("File", "Save");
    window.waitUntil("saved", () -> !editor().isDirty());
  }

  private void reopen() {
    window.chooseMenu("File", "Close");
    window.waitUntil("closed", () -> Window.page().getActiveEditor() == null);
    Tree explorer = window.control(Tree.class, "explorer.tree");
    window.waitUntil("the case is listed", () -> explorer.getItemCount() > 0);
    explorer.setSelection(explorer.getItem(0));
    Event doubleClick = new Event();
    doubleClick.item = explorer.getItem(0);
    explorer.notifyListeners(SWT.Selection, doubleClick);
    explorer.notifyListeners(SWT.DefaultSelection, doubleClick);
    waitForNumbers();
  }

  private void waitForNumbers() {
    window.waitUntil("the case opens", () -> Window.session().isPresent());
    window.show("org.recourse.ui.views.dvh"); // what is read must be seen
    window.show("org.recourse.ui.views.statistics");
    window.show("org.recourse.ui.views.risks");
    window.waitUntil(
        "numbers are current",
        () -> isCurrentAfter(Long.MIN_VALUE) && !statistics().isEmpty() && !risks().isEmpty());
  }

  /** Views that nobody sees wait until they are shown. */
  private boolean isCurrentAfter(long revision) {
    List<Control> holders =
        window.controls(c -> c.getData("org.recourse.revision") != null && c.isVisible());
    return holders.size() >= 3
        && holders.stream()
            .allMatch(
                c ->
                    Boolean.FALSE.equals(c.getData("org.recourse.stale"))
                        && (Long) c.getData("org.recourse.revision") > revision);
  }

  /** Of the case itself: views that nobody sees may still hold one of a case closed before. */
  private static long revision() {
    return Window.session().orElseThrow().planWatch().revision();
  }

  private List<List<String>> statistics() {
    return Window.rows(window.control(Table.class, STATISTICS));
  }

  /** Without the intervals of the registration, which come seconds after the numbers. */
  private List<List<String>> risks() {
    return window.controls(c -> RISK.equals(c.getData(Window.ID))).stream()
        .map(block -> Window.labels((Composite) block, INTERVAL))
        .toList();
  }

  private double meanDoseGy(String structure) {
    return meanOf(statistics(), structure);
  }

  private static double meanOf(List<List<String>> rows, String structure) {
    return rows.stream()
        .filter(row -> row.get(0).equals(structure))
        .mapToDouble(row -> Double.parseDouble(row.get(MEAN_COLUMN)))
        .findFirst()
        .orElseThrow();
  }

  private double lymanRisk() {
    String text =
        risks().stream()
            .filter(row -> row.get(0).contains(LYMAN))
            .map(row -> row.get(RISK_COLUMN))
            .findFirst()
            .orElseThrow();
    return Double.parseDouble(text.replaceAll("^[^0-9]*([0-9.]+).*$", "$1"));
  }

  private static IEditorPart editor() {
    return Window.page().getActiveEditor();
  }
}
