/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.internal.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTError;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.recourse.model.EditKeeps;
import org.recourse.model.ModelFactory;
import org.recourse.model.PatientCase;
import org.recourse.model.Prescription;
import org.recourse.model.Structure;
import org.recourse.model.StructureType;
import org.recourse.model.edit.CaseEditing;
import org.recourse.ui.session.CaseSession;
import org.recourse.ui.widget.WidgetId;

/** Drives the pages by events of their widgets, on a display but without a workbench. */
class EditorPagesTest {

  private Display display;
  private Shell shell;
  private PatientCase patientCase;
  private CaseSession session;

  @BeforeEach
  void open() {
    display = displayOrSkip();
    shell = new Shell(display);
    shell.open(); // pages that nobody sees do not follow the model
    patientCase = SmallCase.create();
    session = SmallCase.session(patientCase, Path.of("case"));
  }

  private static Display displayOrSkip() {
    try {
      return Display.getDefault();
    } catch (SWTError | UnsatisfiedLinkError e) {
      Assumptions.abort("there is no display: " + e.getMessage());
      throw e; // not reached: abort has thrown
    }
  }

  @AfterEach
  void close() {
    if (shell != null) {
      shell.dispose();
    }
  }

  @Test
  void totalDoseIsEditedAndUndone() {
    new PrescriptionPage(shell, session);

    type("totalDose", "66");

    assertEquals(66, prescription().getTotalDoseGy());
    assertEquals("2.20", text("dosePerFraction").getText());
    assertTrue(CaseEditing.isDirty(session.editingDomain()));

    session.editingDomain().getCommandStack().undo();

    assertEquals(60, prescription().getTotalDoseGy());
    assertEquals("60.0", text("totalDose").getText());
    assertFalse(CaseEditing.isDirty(session.editingDomain()));
  }

  @Test
  void fractionsKeepTheDosePerFractionOnceThatIsChosen() {
    new PrescriptionPage(shell, session);
    Combo keeps = find("editKeeps", Combo.class);
    keeps.select(EditKeeps.DOSE_PER_FRACTION.ordinal());
    keeps.notifyListeners(SWT.Selection, new Event());

    type("fractions", "33");

    assertEquals(33, prescription().getFractionCount());
    assertEquals(66, prescription().getTotalDoseGy());
    assertEquals(EditKeeps.DOSE_PER_FRACTION, prescription().getEditKeeps());
  }

  @Test
  void theFirstEditOfTheFractionsAsksAndRemembers() {
    new PrescriptionPage(shell, session);
    display.asyncExec(() -> press("keepDosePerFraction"));

    type("fractions", "25");

    assertEquals(25, prescription().getFractionCount());
    assertEquals(50, prescription().getTotalDoseGy());
    assertEquals(EditKeeps.DOSE_PER_FRACTION, prescription().getEditKeeps());

    session.editingDomain().getCommandStack().undo();

    assertEquals(30, prescription().getFractionCount());
    assertEquals(60, prescription().getTotalDoseGy());
  }

  @Test
  void aCancelledQuestionChangesNothing() {
    new PrescriptionPage(shell, session);
    display.asyncExec(() -> press("keepCancel"));

    type("fractions", "25");

    assertEquals(30, prescription().getFractionCount());
    assertEquals("30", text("fractions").getText());
    assertFalse(CaseEditing.isDirty(session.editingDomain()));
  }

  /** Presses a button of the dialog that is open. */
  private void press(String id) {
    for (Shell open : display.getShells()) {
      find(open, id).ifPresent(button -> button.notifyListeners(SWT.Selection, new Event()));
    }
  }

  @Test
  void aRefusedTextChangesNothing() {
    new PrescriptionPage(shell, session);

    type("fractions", "2.5");
    type("totalDose", "-1");

    assertEquals(30, prescription().getFractionCount());
    assertEquals(60, prescription().getTotalDoseGy());
    assertFalse(CaseEditing.isDirty(session.editingDomain()));
  }

  private static Event event(Table table, int detail) {
    var event = new Event();
    event.item = table.getItem(detail == SWT.CHECK ? 1 : 0);
    event.detail = detail;
    return event;
  }

  @Test
  void aStructureIsHiddenAndGetsItsAlphaBeta() {
    new StructuresPage(shell, session);
    Table table = find("structures.table", Table.class);
    table.setSelection(0);
    table.notifyListeners(SWT.Selection, event(table, SWT.NONE));

    type("alphaBeta", "3");
    table.getItem(1).setChecked(false);
    table.notifyListeners(SWT.Selection, event(table, SWT.CHECK));

    var structures = patientCase.getStructureSets().get(0).getStructures();
    assertEquals(3, structures.get(0).getAlphaBetaGy());
    assertEquals(Optional.of(structures.get(0)), session.viewing().selectedStructure());
    assertFalse(session.viewing().isVisible(structures.get(1)));
  }

  @Test
  void aStructureGetsItsStandardNameAndType() {
    new StructuresPage(shell, session);
    Table table = find("structures.table", Table.class);
    table.setSelection(0);
    table.notifyListeners(SWT.Selection, event(table, SWT.NONE));
    Structure structure = patientCase.getStructureSets().get(0).getStructures().get(0);

    type("tg263", "Optic Nerve left");
    assertNull(structure.getTg263Name(), "blanks are refused");
    type("tg263", "OpticNrv_L");
    Combo chosen = find("structureType", Combo.class);
    chosen.select(chosen.indexOf("avoidance"));
    chosen.notifyListeners(SWT.Selection, new Event());

    assertEquals("OpticNrv_L", structure.getTg263Name());
    assertEquals(StructureType.AVOIDANCE, structure.getType());

    session.editingDomain().getCommandStack().undo();
    session.editingDomain().getCommandStack().undo();

    assertNull(structure.getTg263Name());
    assertEquals(StructureType.ORGAN, structure.getType());
  }

  @Test
  void aRegistrationIsTypedItsUncertaintySetAndAllIsUndone() {
    for (String uid : List.of("1.2.3", "1.2.4")) {
      var frame = ModelFactory.eINSTANCE.createFrameOfReference();
      frame.setUid(uid);
      patientCase.getFramesOfReference().add(frame);
    }
    new RegistrationsPage(shell, session);
    display.asyncExec(
        () -> {
          Control matrix = inAnyShell("registrationMatrix").orElseThrow();
          ((Text) matrix).setText("1 0 0 5  0 1 0 0  0 0 1 0  0 0 0 1");
          press("registrationOk");
        });

    find("addRegistration", Button.class).notifyListeners(SWT.Selection, new Event());
    type("uncertainty", "1.5");

    var registration = patientCase.getRegistrations().get(0);
    assertEquals(5, registration.getMatrix().get(3));
    assertEquals("1.2.4", registration.getFrom().getUid());
    assertEquals(1.5, registration.getUncertaintyMm());

    session.editingDomain().getCommandStack().undo();
    assertFalse(registration.isSetUncertaintyMm());
    session.editingDomain().getCommandStack().undo();
    assertTrue(patientCase.getRegistrations().isEmpty());
  }

  private Optional<Control> inAnyShell(String id) {
    return Arrays.stream(display.getShells())
        .map(open -> find(open, id))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Prescription prescription() {
    return patientCase.getCourses().get(0).getPlans().get(0).getPrescription();
  }

  private void type(String id, String typed) {
    text(id).setText(typed);
    text(id).notifyListeners(SWT.DefaultSelection, new Event());
  }

  private Text text(String id) {
    return find(id, Text.class);
  }

  private <C extends Control> C find(String id, Class<C> type) {
    return find(shell, id).map(type::cast).orElseThrow(() -> new AssertionError("no " + id));
  }

  private static Optional<Control> find(Control from, String id) {
    if (id.equals(from.getData(WidgetId.KEY))) {
      return Optional.of(from);
    }
    return from instanceof Composite parent
        ? Arrays.stream(parent.getChildren())
            .map(child -> find(child, id))
            .flatMap(Optional::stream)
            .findFirst()
        : Optional.empty();
  }
}
