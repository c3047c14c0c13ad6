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
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.common.command.Command;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.recourse.assistant.numbers.GoalNumbers;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.model.ClinicalGoal;
import org.recourse.model.ModelFactory;
import org.recourse.model.edit.CourseEdits;
import org.recourse.ui.internal.session.StructureRows;
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
    columns.text("Structure", 14, row -> row.goal().structureName());
    columns.text("Metric", 9, row -> row.goal().metric());
    columns.text("Dose", 15, GoalText::quantity);
    columns.number(
        "Limit", 11, GoalText::limit, Comparator.comparingDouble(row -> row.goal().limit()));
    columns.number("Value", 9, GoalText::value, Comparator.comparingDouble(GoalText::number));
    columns.text("Verdict", 14, GoalText::verdict);
    columns.number(
        "Margin", 9, GoalText::margin, Comparator.comparingDouble(GoalText::marginNumber));
    columns.text("Reason or source", 50, GoalText::reason);
  }

  @Override
  Control createContent(Composite parent) {
    Control content = super.createContent(parent);
    viewer().addDoubleClickListener(e -> edit());
    return content;
  }

  @Override
  List<Action> rowActions() {
    Action add = action("Add goal...", this::add);
    getViewSite().getActionBars().getToolBarManager().add(add);
    return List.of(add, action("Edit goal...", this::edit), action("Remove goal", this::remove));
  }

  private void add() {
    session()
        .ifPresent(
            open -> {
              ClinicalGoal goal = ModelFactory.eINSTANCE.createClinicalGoal();
              var dialog = new GoalDialog(shell(), goal, true, StructureRows.names(open));
              if (dialog.open() == Window.OK) {
                dialog.fill();
                execute(open, CourseEdits.addGoal(open.editingDomain(), open.patientCase(), goal));
              }
            });
  }

  private void edit() {
    session()
        .ifPresent(
            open ->
                selectedGoal(open)
                    .ifPresent(
                        goal -> {
                          List<String> names = StructureRows.names(open);
                          var dialog = new GoalDialog(shell(), goal, false, names);
                          if (dialog.open() == Window.OK) {
                            execute(open, dialog.change(open.editingDomain()));
                          }
                        }));
  }

  private void remove() {
    session()
        .ifPresent(
            open ->
                selectedGoal(open)
                    .ifPresent(
                        goal -> execute(open, CourseEdits.removeGoal(open.editingDomain(), goal))));
  }

  private Shell shell() {
    return viewer().getTable().getShell();
  }

  private static void execute(CaseSession open, Command command) {
    if (command.canExecute()) {
      open.editingDomain().getCommandStack().execute(command);
    }
  }

  /** Numbers are in the order of the case; while they are stale the selected row may be gone. */
  private Optional<ClinicalGoal> selectedGoal(CaseSession open) {
    List<ClinicalGoal> goals = open.patientCase().getGoals();
    return selectedRow()
        .filter(row -> viewer().getInput() instanceof List<?>)
        .map(row -> ((List<?>) viewer().getInput()).indexOf(row))
        .filter(position -> position >= 0 && position < goals.size())
        .map(goals::get)
        .filter(goal -> selectedRow().filter(row -> isOf(row, goal)).isPresent());
  }

  private static boolean isOf(GoalNumbers row, ClinicalGoal goal) {
    return row.goal().structureName().equals(goal.getStructureName())
        && row.goal().metric().equals(goal.getMetric());
  }

  @Override
  void showNumbers(CaseSession session, PlanNumbers numbers) {
    setTitleText(
        numbers.goals().isEmpty()
            ? "This case has no clinical goals yet. Add goal... makes the first one."
            : "Clinical goals; a negative margin misses the limit");
    showRows(numbers.goals());
  }
}
