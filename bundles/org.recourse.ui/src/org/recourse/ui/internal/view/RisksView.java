/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.internal.view;

import java.util.Comparator;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.risk.RiskAssessment;
import org.recourse.ui.internal.widget.TableColumns;
import org.recourse.ui.internal.widget.ToolTipText;
import org.recourse.ui.internal.widget.WidgetId;
import org.recourse.ui.session.CaseSession;

/** The risk models with value, interval and reasons, or the sentence why one does not apply. */
public final class RisksView extends TableView<RiskAssessment> {

  /** Id in the plugin.xml. */
  public static final String ID = "org.recourse.ui.views.risks";

  private Text details;
  private String selectedModel = "";

  @Override
  Class<RiskAssessment> rowType() {
    return RiskAssessment.class;
  }

  @Override
  Control createContent(Composite parent) {
    SashForm area = new SashForm(parent, SWT.VERTICAL);
    TableViewer table = createTable(area);
    details = new Text(area, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL);
    WidgetId.mark(details, "risks.details");
    details.setMessage("Select a model to see what it is made of.");
    area.setWeights(2, 3);
    table.addSelectionChangedListener(e -> showSelected());
    return area;
  }

  @Override
  void addColumns(TableViewer table) {
    var columns = new TableColumns<>(table, RiskAssessment.class);
    columns
        .text("Model", 18, row -> row.model().title())
        .setLabelProvider(
            new ColumnLabelProvider() {
              @Override
              public String getText(Object row) {
                return ((RiskAssessment) row).model().title();
              }

              @Override
              public String getToolTipText(Object row) {
                RiskAssessment assessment = (RiskAssessment) row;
                return ToolTipText.of(
                    assessment.model().title() + "\n" + RiskText.sources(assessment));
              }
            });
    columns.number("Value", 14, RiskText::value, Comparator.comparing(RiskText::value));
    columns.number(
        "95 % interval", 14, RiskText::interval, Comparator.comparing(RiskText::interval));
    columns.text("Plan", 12, RiskText::planDependence);
    columns.text("Why", 60, RiskText::why);
  }

  @Override
  void showNumbers(CaseSession session, PlanNumbers numbers) {
    setTitleText("Published risk models: research only, not for clinical decisions");
    showRows(numbers.risks());
    numbers.risks().stream()
        .filter(row -> row.model().id().equals(selectedModel))
        .findFirst()
        .or(() -> numbers.risks().stream().findFirst()) // so that the details are never empty
        .ifPresent(row -> viewer().setSelection(new StructuredSelection(row)));
    showSelected();
  }

  private void showSelected() {
    selectedRow().ifPresent(row -> selectedModel = row.model().id());
    String text = selectedRow().map(RiskText::details).orElse("");
    if (!details.getText().equals(text)) {
      details.setText(text);
    }
  }

  @Override
  void setStale(boolean stale) {
    super.setStale(stale);
    details.setForeground(viewer().getTable().getForeground());
  }

  @Override
  void clear() {
    super.clear();
    details.setText("");
  }
}
