/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.actions.ActionFactory;
import org.recourse.ui.internal.dvh.DvhCsv;
import org.recourse.ui.internal.dvh.ExportJob;
import org.recourse.ui.widget.StaleRows;
import org.recourse.ui.widget.TableColumns;
import org.recourse.ui.widget.TableText;
import org.recourse.ui.widget.WidgetId;

/** A view of numbers that is one sortable table, which can be copied as tab-separated text. */
public abstract class TableView<R> extends NumbersView {

  private TableViewer viewer;
  private StaleRows stale;

  protected abstract Class<R> rowType();

  protected abstract void addColumns(TableViewer table);

  @Override
  protected Control createContent(Composite parent) {
    return createTable(parent).getTable();
  }

  protected final TableViewer createTable(Composite parent) {
    viewer = new TableViewer(parent, SWT.FULL_SELECTION | SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL);
    stale = new StaleRows(viewer.getTable());
    WidgetId.mark(viewer.getTable(), getSite().getId() + ".table");
    viewer.getTable().setHeaderVisible(true);
    viewer.setContentProvider(ArrayContentProvider.getInstance());
    ColumnViewerToolTipSupport.enableFor(viewer);
    addColumns(viewer);
    addMenu();
    return viewer;
  }

  private void addMenu() {
    Action copy = action("Copy table as text", () -> TableText.copyAsTsv(viewer.getTable()));
    copy.setActionDefinitionId(ActionFactory.COPY.getCommandId());
    copy.setToolTipText("Copies the whole table, tab-separated, with its heads (Ctrl+C)");
    getViewSite().getActionBars().setGlobalActionHandler(ActionFactory.COPY.getId(), copy);
    Action export = action("Export CSV...", this::exportCsv);
    var menu = new MenuManager();
    List<Action> all = new ArrayList<>(rowActions());
    all.add(copy);
    all.add(export);
    for (Action action : all) {
      menu.add(action);
      getViewSite().getActionBars().getMenuManager().add(action);
    }
    viewer.getTable().setMenu(menu.createContextMenu(viewer.getTable()));
  }

  /** What else the menu offers, before copy and export. */
  protected List<Action> rowActions() {
    return List.of();
  }

  protected static Action action(String text, Runnable effect) {
    return new Action(text) {
      @Override
      public void run() {
        effect.run();
      }
    };
  }

  private void exportCsv() {
    String text = "# " + DvhCsv.NOTICE + "\n# " + titleText() + "\n";
    ExportJob.askForFile(getSite().getShell(), getPartName().toLowerCase(Locale.ROOT), "csv")
        .map(file -> ExportJob.text(file, text + TableText.csv(viewer.getTable())))
        .ifPresent(ExportJob::schedule);
  }

  protected final void showRows(List<R> rows) {
    viewer.setInput(rows);
    TableColumns.fit(viewer.getTable());
    stale.rowsChanged();
  }

  protected final TableViewer viewer() {
    return viewer;
  }

  protected final Optional<R> selectedRow() {
    return Optional.ofNullable(viewer.getStructuredSelection().getFirstElement())
        .map(rowType()::cast);
  }

  @Override
  protected void clear() {
    viewer.setInput(List.of());
  }

  @Override
  protected void setStale(boolean nowStale) {
    stale.setStale(nowStale);
  }
}
