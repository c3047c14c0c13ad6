/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.planning.internal;

import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTError;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Assumptions;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.model.PatientCase;
import org.recourse.model.Plan;
import org.recourse.testing.Waiting;
import org.recourse.ui.planning.internal.plans.PlansOfCase;
import org.recourse.ui.session.CaseSession;
import org.recourse.ui.widget.WidgetId;

/** A shell with a session of the {@link TankCase}, driven by events of its widgets. */
public final class PlanningWindow implements AutoCloseable {

  private final Shell shell;
  private final SliceExecutor executor;
  private final CaseSession session;

  /** Opens the shell, or skips the test where there is no display. */
  public PlanningWindow(Path folder) {
    shell = new Shell(displayOrSkip());
    shell.setLayout(new FillLayout());
    shell.setSize(1000, 700);
    executor = SliceExecutor.ofThreads(2);
    session = TankCase.session(TankCase.create(), folder, executor);
  }

  private static Display displayOrSkip() {
    try {
      return Display.getDefault();
    } catch (SWTError | UnsatisfiedLinkError e) {
      Assumptions.abort("there is no display: " + e.getMessage());
      throw e; // not reached: abort has thrown
    }
  }

  public Shell shell() {
    return shell;
  }

  public CaseSession session() {
    return session;
  }

  public PatientCase patientCase() {
    return session.patientCase();
  }

  public Plan planInWork() {
    return PlansOfCase.inWork(session.patientCase()).orElseThrow();
  }

  public void undo() {
    session.editingDomain().getCommandStack().undo();
  }

  public void press(String id) {
    widget(id, Control.class).notifyListeners(SWT.Selection, new Event());
  }

  public void choose(String id, int index) {
    Combo combo = widget(id, Combo.class);
    combo.select(index);
    combo.notifyListeners(SWT.Selection, new Event());
  }

  public void type(String id, String typed) {
    Text text = widget(id, Text.class);
    text.setText(typed);
    text.notifyListeners(SWT.DefaultSelection, new Event());
  }

  public void selectRow(String id, int row) {
    Table table = widget(id, Table.class);
    table.setSelection(row);
    var event = new Event();
    event.item = table.getItem(row);
    table.notifyListeners(SWT.Selection, event);
  }

  public <W extends Control> W widget(String id, Class<W> type) {
    Control found = find(shell, id);
    if (found == null) { // SWT: not there
      throw new AssertionError("no " + id);
    }
    return type.cast(found);
  }

  private static Control find(Composite parent, String id) {
    for (Control child : parent.getChildren()) {
      if (id.equals(child.getData(WidgetId.KEY))) {
        return child;
      }
      Control found = child instanceof Composite composite ? find(composite, id) : null;
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** Runs the event loop until something holds. */
  public void until(BooleanSupplier condition) {
    Waiting.until(
        "what the test waits for in the window", shell.getDisplay()::readAndDispatch, condition);
  }

  @Override
  public void close() {
    shell.dispose();
    session.planWatch().close();
    executor.close();
  }
}
