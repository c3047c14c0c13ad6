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
import org.eclipse.jface.viewers.TableViewer;
import org.recourse.assistant.numbers.GoalNumbers;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.ui.internal.widget.TableColumns;
import org.recourse.ui.session.CaseSession;

/** The clinical goals: value, limit, verdict and by how much. */
public final class GoalsView extends TableView<GoalNumbers> {

  /** Id in the plugin.xml. */
  public static final String ID = "org.recourse.ui.views.goals";

  @Override
  Class<GoalNumbers> rowType() {
    return GoalNumbers.class;
  }

  @Override
  void addColumns(TableViewer table) {
    var columns = new TableColumns<>(table, GoalNumbers.class);
    columns.text("Structure", 18, row -> row.goal().structureName());
    columns.text("Metric", 9, row -> row.goal().metric());
    columns.text("Dose", 15, GoalText::quantity);
    columns.text("Limit", 16, GoalText::limit);
    columns.number("Value", 12, GoalText::value, Comparator.comparingDouble(GoalText::number));
    columns.text("Verdict", 18, GoalText::verdict);
    columns.number(
        "Margin", 12, GoalText::margin, Comparator.comparingDouble(GoalText::marginNumber));
    columns.text("Reason or source", 50, GoalText::reason);
  }

  @Override
  void showNumbers(CaseSession session, PlanNumbers numbers) {
    setTitleText(
        numbers.goals().isEmpty()
            ? "This case has no clinical goals."
            : "Clinical goals; a negative margin misses the limit");
    showRows(numbers.goals());
  }
}
