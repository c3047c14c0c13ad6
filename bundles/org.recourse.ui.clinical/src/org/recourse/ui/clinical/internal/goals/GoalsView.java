/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.clinical.internal.goals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.emf.common.command.Command;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.TableItem;
import org.recourse.assistant.numbers.DerivedNumber;
import org.recourse.assistant.numbers.GoalNumbers;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.ShownNumbers;
import org.recourse.model.ClinicalGoal;
import org.recourse.model.ModelFactory;
import org.recourse.model.edit.CourseEdits;
import org.recourse.model.edit.LedgerEdits;
import org.recourse.ui.clinical.internal.protocols.ProtocolDialog;
import org.recourse.ui.clinical.internal.protocols.ProtocolServices;
import org.recourse.ui.session.CaseSession;
import org.recourse.ui.session.ShownBands;
import org.recourse.ui.session.StructureRows;
import org.recourse.ui.view.TableView;
import org.recourse.ui.widget.FadingLabels;
import org.recourse.ui.widget.TableColumns;

/** The goals of the case and of its protocols: where each stands, by how much, and where. */
public final class GoalsView extends TableView<GoalRow> {

  /** Id in the plugin.xml. */
  public static final String ID = "org.recourse.ui.views.goals";

  private StandingLabels standing;
  private Action unfavourable;

  @Override
  protected Class<GoalRow> rowType() {
    return GoalRow.class;
  }

  @Override
  protected void addColumns(TableViewer table) {
    var columns = new TableColumns<>(table, GoalRow.class);
    standing = new StandingLabels(table.getTable());
    columns.text("Standing", 16, row -> GoalStanding.of(row).text()).setLabelProvider(standing);
    text(columns, "Structure", 14, goal -> goal.goal().structureName());
    text(columns, "Metric", 10, goal -> goal.goal().metric());
    text(columns, "Dose", 14, GoalText::quantity);
    number(columns, "Limit", GoalText::limit, Comparator.comparingDouble(g -> g.goal().limit()));
    TableViewerColumn value =
        columns.number(
            "Value",
            10,
            GoalText::value,
            Comparator.comparingDouble(row -> GoalText.number(row.numbers())));
    columns.toolTip(value, GoalText::value, GoalText::toolTip);
    TableViewerColumn interval =
        columns.number(
            "If displaced",
            14,
            GoalText::interval,
            Comparator.comparingDouble(GoalText::intervalOrder));
    interval.setLabelProvider(
        new FadingLabels<>(
            table.getTable(),
            GoalRow.class,
            GoalText::interval,
            GoalText::intervalToolTip,
            GoalRow::isMovedStale));
    number(columns, "Margin", GoalText::margin, Comparator.comparingDouble(GoalText::marginNumber));
    columns.toolTip(
        columns.text("Goal of", 27, GoalRow::origin), GoalRow::origin, GoalText::toolTip);
    text(columns, "Source, or why not judged", 44, GoalText::sourceOrReason);
  }

  private static void text(
      TableColumns<GoalRow> columns,
      String head,
      int characters,
      Function<GoalNumbers, String> of) {
    Function<GoalRow, String> text = row -> of.apply(row.numbers());
    columns.toolTip(columns.text(head, characters, text), text, GoalText::toolTip);
  }

  private static void number(
      TableColumns<GoalRow> columns,
      String head,
      Function<GoalNumbers, String> of,
      Comparator<GoalNumbers> order) {
    Function<GoalRow, String> text = row -> of.apply(row.numbers());
    TableViewerColumn column =
        columns.number(head, 10, text, Comparator.comparing(GoalRow::numbers, order));
    columns.toolTip(column, text, GoalText::toolTip);
  }

  @Override
  protected Control createContent(Composite parent) {
    Control content = super.createContent(parent);
    viewer().addDoubleClickListener(e -> open());
    return content;
  }

  @Override
  protected List<Action> rowActions() {
    Action protocols = action("Choose protocols...", this::chooseProtocols);
    protocols.setToolTipText("Chooses the protocols the plan is judged by");
    Action add = action("Add goal...", this::add);
    unfavourable =
        new Action("Judge at the unfavourable end", IAction.AS_CHECK_BOX) {
          @Override
          public void run() {
            judgeAtUnfavourableEnd(isChecked());
          }
        };
    unfavourable.setToolTipText(
        "Judges goals on cumulative dose at the end of the interval that is against them, which"
            + " follows from the uncertainty of the registrations; else as registered");
    getViewSite().getActionBars().getToolBarManager().add(unfavourable);
    getViewSite().getActionBars().getToolBarManager().add(protocols);
    getViewSite().getActionBars().getToolBarManager().add(add);
    return List.of(
        action("Go to the voxel that decides", this::jump),
        unfavourable,
        protocols,
        add,
        action("Edit goal...", this::edit),
        action("Remove goal", this::remove));
  }

  /** A goal with a place is gone to; a goal of the case without one is edited. */
  private void open() {
    if (!jump()) {
      edit();
    }
  }

  private boolean jump() {
    boolean there =
        session().flatMap(open -> selectedRow().map(row -> GoalJump.to(row, open))).orElse(false);
    if (there) {
      GoalJump.showSlices(getSite().getPage());
    }
    return there;
  }

  private void judgeAtUnfavourableEnd(boolean wanted) {
    session()
        .ifPresent(
            open ->
                execute(
                    open,
                    LedgerEdits.setGoalsAtUnfavourableEnd(
                        open.editingDomain(), open.patientCase(), wanted)));
  }

  private void chooseProtocols() {
    session()
        .ifPresent(
            open ->
                ProtocolServices.catalogue()
                    .ifPresent(
                        catalogue -> {
                          var dialog =
                              new ProtocolDialog(
                                  shell(),
                                  catalogue,
                                  List.copyOf(open.patientCase().getProtocolIds()));
                          if (dialog.open() == Window.OK) {
                            execute(
                                open,
                                LedgerEdits.setProtocols(
                                    open.editingDomain(), open.patientCase(), dialog.chosen()));
                          }
                        }));
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
        .filter(row -> row.position().isPresent())
        .filter(row -> row.position().getAsInt() < goals.size())
        .filter(row -> isOf(row.numbers(), goals.get(row.position().getAsInt())))
        .map(row -> goals.get(row.position().getAsInt()));
  }

  private static boolean isOf(GoalNumbers numbers, ClinicalGoal goal) {
    return numbers.goal().structureName().equals(goal.getStructureName())
        && numbers.goal().metric().equals(goal.getMetric());
  }

  @Override
  protected Set<DerivedNumber> shows() {
    return Set.of(DerivedNumber.GOALS, DerivedNumber.PROTOCOLS);
  }

  @Override
  protected Set<DerivedNumber> looksAt() {
    return Set.of(DerivedNumber.GOALS, DerivedNumber.PROTOCOLS, DerivedNumber.BANDS);
  }

  @Override
  protected void showNumbers(CaseSession session, ShownNumbers shown) {
    PlanNumbers own = shown.of(DerivedNumber.GOALS).orElseThrow();
    PlanNumbers published = shown.of(DerivedNumber.PROTOCOLS).orElseThrow();
    List<GoalRow> rows = new ArrayList<>();
    GoalRow.of(own, ShownBands.of(session, own)).stream()
        .filter(row -> row.position().isPresent())
        .forEach(rows::add);
    GoalRow.of(published, ShownBands.of(session, published)).stream()
        .filter(row -> row.position().isEmpty())
        .forEach(rows::add);
    unfavourable.setChecked(own.snapshot().goalsAtUnfavourableEnd());
    setTitleText(
        rows.isEmpty()
            ? "No goals yet. Choose protocols... judges the plan by what is published; Add goal..."
                + " makes one of your own."
            : GoalText.summary(rows)
                + (unfavourable.isChecked()
                    ? "   cumulative doses judged at the unfavourable end of their interval"
                    : ""));
    showRows(List.copyOf(rows));
  }

  /** Goals of the case are black before those of protocols, which need the ledger. */
  @Override
  protected void setStale(boolean stale) {
    boolean own = shown().isCurrent(DerivedNumber.GOALS);
    boolean published = shown().isCurrent(DerivedNumber.PROTOCOLS);
    if (standing.setCurrent(own, published)) {
      viewer().refresh(); // before the rows are coloured: it may move them
    }
    for (TableItem item : viewer().getTable().getItems()) {
      boolean current =
          item.getData() instanceof GoalRow row && (row.position().isPresent() ? own : published);
      item.setForeground(
          current
              ? null // SWT: null is the colour of the table
              : item.getDisplay().getSystemColor(SWT.COLOR_WIDGET_DISABLED_FOREGROUND));
    }
  }
}
