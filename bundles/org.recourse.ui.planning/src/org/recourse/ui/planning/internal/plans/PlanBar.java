/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.planning.internal.plans;

import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.recourse.model.Plan;
import org.recourse.ui.editor.ModelRefresh;
import org.recourse.ui.session.CaseSession;
import org.recourse.ui.widget.WidgetId;

/** A row that says which plan is in work, takes another one, and deletes it. UI thread only. */
public final class PlanBar {

  private final CaseSession session;
  private final ModelRefresh model;
  private final PlanEdit edit;
  private final Composite row;
  private final Combo choice;
  private final Button delete;
  private List<Plan> plans = List.of();

  /** Makes the row; it follows the model until it is disposed. */
  public PlanBar(Composite parent, CaseSession session) {
    this.session = session;
    model = new ModelRefresh(session);
    edit = new PlanEdit(session.editingDomain(), session.patientCase());
    row = new Composite(parent, SWT.NONE);
    var layout = new GridLayout(3, false);
    layout.marginWidth = 0;
    layout.marginHeight = 0;
    row.setLayout(layout);
    new Label(row, SWT.NONE).setText("Plan in work");
    choice = WidgetId.mark(new Combo(row, SWT.READ_ONLY), "plan.inWork");
    choice.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    choice.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> chosen()));
    delete = WidgetId.mark(new Button(row, SWT.PUSH), "plan.delete");
    delete.setText("Delete Plan");
    delete.addSelectionListener(
        SelectionListener.widgetSelectedAdapter(
            e -> inWork().ifPresent(plan -> model.execute(edit.delete(plan)))));
    model.keep(row, this::refresh);
    refresh();
  }

  public Composite control() {
    return row;
  }

  private Optional<Plan> inWork() {
    return PlansOfCase.inWork(session.patientCase());
  }

  private void chosen() {
    int index = choice.getSelectionIndex();
    if (index >= 0 && inWork().filter(plan -> plan == plans.get(index)).isEmpty()) {
      model.execute(edit.workOn(plans.get(index)));
    }
  }

  private void refresh() {
    Optional<Plan> inWork = inWork();
    plans = PlansOfCase.planned(session.patientCase());
    if (plans.isEmpty()) {
      plans = inWork.map(List::of).orElse(List.of());
    }
    String[] names = plans.stream().map(PlanBar::name).toArray(String[]::new);
    if (!java.util.Arrays.equals(names, choice.getItems())) {
      choice.setItems(names);
    }
    choice.select(inWork.map(plans::indexOf).orElse(-1));
    choice.setEnabled(plans.size() > 1);
    boolean deletable = inWork.filter(edit::canDelete).isPresent();
    delete.setEnabled(deletable);
    delete.setToolTipText(
        deletable ? "Deletes the plan from the case; its files stay" : "It is the only plan.");
  }

  private static String name(Plan plan) {
    return PlansOfCase.isDraft(plan)
        ? PlansOfCase.name(plan) + " (no dose yet)"
        : PlansOfCase.name(plan);
  }
}
