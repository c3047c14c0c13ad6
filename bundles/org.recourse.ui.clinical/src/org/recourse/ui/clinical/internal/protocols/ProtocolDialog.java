/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.clinical.internal.protocols;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.CheckboxTableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.recourse.assistant.protocols.ProtocolCatalogue;
import org.recourse.assistant.protocols.ProtocolTemplate;
import org.recourse.ui.widget.SwtMetrics;
import org.recourse.ui.widget.TableColumns;
import org.recourse.ui.widget.WidgetId;

/** Chooses the protocols a plan is judged by, among those installed. UI thread only. */
public final class ProtocolDialog extends TitleAreaDialog {

  private static final int WIDTH_CHARACTERS = 96;
  private static final int DETAIL_LINES = 12;

  private final ProtocolCatalogue catalogue;
  private final List<String> before;
  private List<String> chosen;
  private CheckboxTableViewer viewer;
  private Text details;

  /**
   * Makes the dialog.
   *
   * @param chosen ids of the protocols that are chosen now
   */
  public ProtocolDialog(Shell parent, ProtocolCatalogue catalogue, List<String> chosen) {
    super(parent);
    this.catalogue = catalogue;
    before = List.copyOf(chosen);
    this.chosen = before;
    setShellStyle(getShellStyle() | SWT.RESIZE);
  }

  /** Ids of the protocols that were chosen. */
  public List<String> chosen() {
    return chosen;
  }

  @Override
  protected void configureShell(Shell shell) {
    super.configureShell(shell);
    shell.setText("Protocols");
  }

  @Override
  protected Control createDialogArea(Composite parent) {
    setTitle("Judge the plan by");
    setMessage("Draft limits, from sources that were not read, are shown and never judged.");
    Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
    area.setLayout(new GridLayout());
    area.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    viewer = CheckboxTableViewer.newCheckList(area, SWT.BORDER | SWT.FULL_SELECTION | SWT.SINGLE);
    WidgetId.mark(viewer.getTable(), "protocols.table");
    viewer.getTable().setHeaderVisible(true);
    viewer.setContentProvider(ArrayContentProvider.getInstance());
    var columns = new TableColumns<>(viewer, ProtocolTemplate.class);
    columns.text("Protocol", 44, ProtocolTemplate::title);
    columns.text("Goals", 22, ProtocolText::counts);
    columns.text("From", 24, ProtocolTemplate::contributor);
    int character = SwtMetrics.averageCharacterWidth(area);
    var tableData = new GridData(SWT.FILL, SWT.FILL, true, true);
    tableData.widthHint = WIDTH_CHARACTERS * character;
    tableData.heightHint =
        viewer.getTable().getHeaderHeight()
            + (catalogue.protocols().size() + 1) * viewer.getTable().getItemHeight();
    viewer.getTable().setLayoutData(tableData);
    details =
        WidgetId.mark(
            new Text(area, SWT.BORDER | SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL),
            "protocols.details");
    var detailData = new GridData(SWT.FILL, SWT.FILL, true, true);
    detailData.heightHint = DETAIL_LINES * details.getLineHeight();
    detailData.widthHint = WIDTH_CHARACTERS * character;
    details.setLayoutData(detailData);
    viewer.addSelectionChangedListener(e -> showDetails());
    viewer.setInput(catalogue.protocols());
    viewer.setCheckedElements(
        catalogue.protocols().stream().filter(p -> before.contains(p.id())).toArray());
    TableColumns.fit(viewer.getTable());
    return area;
  }

  private void showDetails() {
    Optional.ofNullable(viewer.getStructuredSelection().getFirstElement())
        .map(ProtocolTemplate.class::cast)
        .ifPresent(protocol -> details.setText(ProtocolText.whole(protocol)));
  }

  /** What is not installed stays chosen: another machine may have it. */
  @Override
  protected void okPressed() {
    List<String> ids = new ArrayList<>(before);
    ids.removeIf(id -> catalogue.protocol(id).isPresent());
    Arrays.stream(viewer.getCheckedElements())
        .map(ProtocolTemplate.class::cast)
        .map(ProtocolTemplate::id)
        .forEach(ids::add);
    chosen = List.copyOf(ids);
    super.okPressed();
  }
}
