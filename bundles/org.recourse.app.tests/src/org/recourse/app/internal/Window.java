/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.app.internal;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.recourse.testing.Waiting;
import org.recourse.ui.project.CaseProjects;
import org.recourse.ui.session.CaseSession;
import org.recourse.ui.widget.PaintedText;

/** Finds widgets by their id and sends them the events of a user. UI thread only. */
final class Window {

  /** Key of the data that names a widget. */
  static final String ID = "org.recourse.id";

  private static final String AS_MADE = "case.recourse.as-made";

  private final Display display;

  Window(Display display) {
    this.display = display;
  }

  /** Dispatches events until the condition holds; fails after a long time. */
  void waitUntil(String what, BooleanSupplier condition) {
    Waiting.until(what, display::readAndDispatch, condition);
  }

  /** Returns the page of the workbench, also while no window of it is active. */
  static IWorkbenchPage page() {
    IWorkbench workbench = PlatformUI.getWorkbench();
    IWorkbenchWindow active = workbench.getActiveWorkbenchWindow();
    return active == null // SWT: none is active
        ? workbench.getWorkbenchWindows()[0].getActivePage()
        : active.getActivePage();
  }

  /** Returns the case in the active editor, once it is read. */
  static Optional<CaseSession> session() {
    return Optional.ofNullable(page())
        .map(IWorkbenchPage::getActiveEditor)
        .map(editor -> Adapters.adapt(editor, CaseSession.class));
  }

  /**
   * Leaves the bundled case open as it was made, whatever another story did with it before. The
   * product opens it by itself when it starts.
   */
  void openBundledCase() throws IOException, CoreException {
    waitUntil("the case opens", () -> session().isPresent());
    IFile file = session().orElseThrow().file();
    Path asMade = ResourcesPlugin.getWorkspace().getRoot().getLocation().toPath().resolve(AS_MADE);
    if (Files.notExists(asMade)) { // this is the first story
      Files.copy(file.getLocation().toPath(), asMade);
      return;
    }
    page().closeAllEditors(false);
    Files.copy(asMade, file.getLocation().toPath(), StandardCopyOption.REPLACE_EXISTING);
    file.refreshLocal(IResource.DEPTH_ZERO, null); // the platform takes null for "no progress"
    CaseProjects.openEditor(page(), file);
    waitUntil("the case opens again", () -> session().isPresent());
  }

  <W extends Control> W control(Class<W> type, String id) {
    waitUntil(id + " is there", () -> optional(type, id).isPresent());
    return optional(type, id).orElseThrow();
  }

  private <W extends Control> Optional<W> optional(Class<W> type, String id) {
    return controls(c -> type.isInstance(c) && id.equals(c.getData(ID))).stream()
        .findFirst()
        .map(type::cast);
  }

  List<Control> controls(Predicate<Control> wanted) {
    List<Control> found = new ArrayList<>();
    for (Shell shell : display.getShells()) {
      collect(shell, wanted, found);
    }
    return found;
  }

  private static void collect(Control control, Predicate<Control> wanted, List<Control> found) {
    if (wanted.test(control)) {
      found.add(control);
    }
    if (control instanceof Composite composite) {
      Arrays.stream(composite.getChildren()).forEach(child -> collect(child, wanted, found));
    }
  }

  /** Chooses a page of a tab folder by the text of its tab. */
  void chooseTab(String text) {
    waitUntil("tab " + text, () -> tab(text).isPresent());
    CTabItem item = tab(text).orElseThrow();
    item.getParent().setSelection(item);
    item.getParent().notifyListeners(SWT.Selection, of(item));
  }

  private Optional<CTabItem> tab(String text) {
    return controls(CTabFolder.class::isInstance).stream()
        .flatMap(folder -> Arrays.stream(((CTabFolder) folder).getItems()))
        .filter(item -> text.equals(item.getText()))
        .findFirst();
  }

  /** Brings a view to the top of its stack. */
  void show(String viewId) {
    try {
      page().showView(viewId);
    } catch (PartInitException e) {
      fail(viewId + " cannot be shown", e);
    }
  }

  /** Presses a button; a toggle changes its state first, as under a finger. */
  void press(Button button) {
    if ((button.getStyle() & (SWT.TOGGLE | SWT.CHECK)) != 0) {
      button.setSelection(!button.getSelection());
    }
    button.notifyListeners(SWT.Selection, new Event());
  }

  /** Types into a field and presses Enter. */
  void type(String id, String text) {
    Text field = control(Text.class, id);
    field.setFocus();
    field.setText(text);
    field.notifyListeners(SWT.DefaultSelection, new Event());
  }

  /** Clicks into a cell, types into the field that opens there and presses Enter. */
  void typeInCell(Table table, int row, String head, String text) {
    int column =
        IntStream.range(0, table.getColumnCount())
            .filter(i -> table.getColumn(i).getText().equals(head))
            .findFirst()
            .orElseThrow();
    select(table, row);
    Rectangle cell = table.getItem(row).getBounds(column);
    Event click = new Event();
    click.button = 1;
    click.count = 1;
    click.x = cell.x + cell.width / 2;
    click.y = cell.y + cell.height / 2;
    table.notifyListeners(SWT.MouseDown, click);
    waitUntil("a field in the cell " + head, () -> cellField(table).isPresent());
    Text field = cellField(table).orElseThrow();
    field.setText(text);
    field.notifyListeners(SWT.DefaultSelection, new Event());
  }

  private static Optional<Text> cellField(Table table) {
    return Stream.of(table.getChildren())
        .filter(Control::getVisible)
        .filter(Text.class::isInstance)
        .map(Text.class::cast)
        .findFirst();
  }

  /** Presses a button of a dialog that will open while the current event is still handled. */
  void pressWhenItOpens(String buttonId) {
    display.timerExec(
        50,
        () -> {
          Optional<Button> button = optional(Button.class, buttonId);
          if (button.isPresent()) {
            button.get().notifyListeners(SWT.Selection, new Event());
          } else {
            pressWhenItOpens(buttonId);
          }
        });
  }

  void check(Table table, int row, boolean on) {
    TableItem item = table.getItem(row);
    item.setChecked(on);
    Event event = of(item);
    event.detail = SWT.CHECK;
    table.notifyListeners(SWT.Selection, event);
  }

  void select(Table table, int row) {
    table.setSelection(row);
    table.notifyListeners(SWT.Selection, of(table.getItem(row)));
  }

  /** Chooses an entry of the menu bar as soon as it is enabled. */
  void chooseMenu(String menu, String entry) {
    Menu bar =
        Arrays.stream(display.getShells())
            .map(Shell::getMenuBar)
            .filter(Objects::nonNull) // SWT: most shells have none
            .findFirst()
            .orElseGet(() -> fail("no menu bar"));
    Menu opened = item(bar, menu).getMenu();
    waitUntil(menu + " > " + entry + " is enabled", () -> choose(opened, entry));
  }

  private static boolean choose(Menu menu, String entry) {
    menu.notifyListeners(SWT.Show, new Event());
    MenuItem item = item(menu, entry);
    boolean enabled = item.isEnabled();
    if (enabled) {
      item.notifyListeners(SWT.Selection, new Event());
    }
    menu.notifyListeners(SWT.Hide, new Event());
    return enabled;
  }

  private static MenuItem item(Menu menu, String text) {
    return Arrays.stream(menu.getItems())
        .filter(item -> item.getText().replace("&", "").startsWith(text))
        .findFirst()
        .orElseGet(() -> fail("no menu entry " + text));
  }

  /** Returns all rows of a table as text. */
  static List<List<String>> rows(Table table) {
    return Arrays.stream(table.getItems())
        .map(
            item ->
                java.util.stream.IntStream.range(0, table.getColumnCount())
                    .mapToObj(item::getText)
                    .toList())
        .toList();
  }

  /** Returns the texts of the labels in a composite but one, in their order. */
  static List<String> labels(Composite composite, String without) {
    return Arrays.stream(composite.getChildren())
        .filter(child -> child instanceof Label || child instanceof PaintedText)
        .filter(label -> !without.equals(label.getData(ID)))
        .map(Window::text)
        .toList();
  }

  /** Returns the text of a label, whoever paints it. */
  static String text(Control label) {
    return label instanceof PaintedText painted ? painted.getText() : ((Label) label).getText();
  }

  private static Event of(org.eclipse.swt.widgets.Widget item) {
    Event event = new Event();
    event.item = item;
    return event;
  }
}
