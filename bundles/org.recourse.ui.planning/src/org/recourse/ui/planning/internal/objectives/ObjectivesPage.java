/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.planning.internal.objectives;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.eclipse.core.runtime.Status;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.statushandlers.StatusManager;
import org.recourse.planning.json.PlanningFileException;
import org.recourse.ui.editor.ModelRefresh;
import org.recourse.ui.editor.NumbersListener;
import org.recourse.ui.editor.PlanPage;
import org.recourse.ui.planning.internal.charts.ObjectiveChart;
import org.recourse.ui.planning.internal.charts.PlanDvhChart;
import org.recourse.ui.planning.internal.optimise.PlanningSessions;
import org.recourse.ui.planning.internal.optimise.ValuesJob;
import org.recourse.ui.planning.internal.plans.PlanBar;
import org.recourse.ui.planning.internal.plans.PlanningState;
import org.recourse.ui.session.CaseSession;
import org.recourse.ui.widget.NumberField;
import org.recourse.ui.widget.NumberRule;
import org.recourse.ui.widget.StaleLine;
import org.recourse.ui.widget.TextField;
import org.recourse.ui.widget.WidgetId;

/**
 * Page with the objectives of the plan in work, what it makes of them, and the optimiser. UI thread
 * only.
 */
public final class ObjectivesPage implements PlanPage {

  private static final int[] TABLE_AND_CHARTS = {50, 50};
  private static final int[] DVH_AND_PATH = {65, 35};
  private static final int MOST_FRACTIONS = 100;

  private final ModelRefresh model;
  private final ObjectiveEditing editing;
  private final Judging judging;
  private final Optimising optimising;
  private final Composite page;
  private final WishTable table;
  private final NumberField fractions;
  private final TextField targets;
  private final Label status;
  private final StaleLine stale;
  private final OptimisePanel panel;

  ObjectivesPage(
      Composite parent, CaseSession session, PlanningState state, PlanningSessions sessions) {
    model = new ModelRefresh(session);
    editing = new ObjectiveEditing(session);
    page = WidgetId.mark(new Composite(parent, SWT.NONE), "objectives");
    page.setLayout(new GridLayout());
    new PlanBar(page, session).control().setLayoutData(OptimisePanel.fill());
    Composite buttons = addButtons();
    Composite fields = row(13);
    fractions =
        new NumberField(
            fields,
            new NumberField.Description(
                "objectives.fractions", "Fractions", NumberRule.count(1, MOST_FRACTIONS), 0),
            value -> editing.change("Set Fractions", w -> w.withFractionCount((int) value)));
    targets =
        new TextField(
            fields,
            new TextField.Description(
                "objectives.targets", "Targets", "names, with commas", this::complaintOfTargets),
            text -> editing.change("Set Targets", w -> w.withTargets(names(text))));
    panel = new OptimisePanel(buttons, fields, new Buttons(), gridMm -> refresh());
    status = WidgetId.mark(new Label(page, SWT.WRAP), "objectives.status");
    status.setLayoutData(OptimisePanel.fill());
    var parts = new SashForm(page, SWT.VERTICAL);
    parts.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    var tablePart = new Composite(parts, SWT.NONE);
    var layout = new GridLayout();
    layout.marginWidth = 0;
    layout.marginHeight = 0;
    layout.verticalSpacing = 1;
    tablePart.setLayout(layout);
    table =
        new WishTable(
            tablePart,
            editing::structures,
            editing::alphaBetaGy,
            (index, wish) -> editing.change("Change Objective", w -> w.with(index, wish)));
    table.viewer().getTable().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    stale = new StaleLine(tablePart);
    var charts = new SashForm(parts, SWT.HORIZONTAL);
    var dvh = new PlanDvhChart(charts, "objectives.dvh");
    var path = new ObjectiveChart(charts, "objectives.path");
    charts.setWeights(DVH_AND_PATH);
    parts.setWeights(TABLE_AND_CHARTS);
    judging = new Judging(session, sessions, page, this::judged);
    optimising =
        new Optimising(
            session,
            state,
            sessions,
            new Optimising.Shown(page, dvh, path, this::say),
            this::optimised);
    model.keep(page, this::refresh);
    NumbersListener.keep(session, page, numbers -> refresh());
    page.addDisposeListener(e -> optimising.cancel());
    page.addListener(SWT.Show, e -> refreshSoon()); // nothing is judged while it is hidden
    refresh();
  }

  /** What the buttons of the optimiser do. */
  private final class Buttons implements OptimisePanel.Listener {
    @Override
    public void optimiseAsked() {
      say("Preparing the patient and the doses of the beamlets.");
      editing
          .wishes()
          .ifPresent(
              wishes ->
                  optimising.start(wishes, panel.gridMm(), panel.beamletMm(), panel.iterations()));
      enable();
    }

    @Override
    public void cancelAsked() {
      optimising.cancel();
      say("Cancelling; the best plan so far is kept.");
    }
  }

  private Composite row(int columns) {
    var row = new Composite(page, SWT.NONE);
    row.setLayoutData(OptimisePanel.fill());
    var layout = new GridLayout(columns, false);
    layout.marginWidth = 0;
    layout.marginHeight = 0;
    row.setLayout(layout);
    return row;
  }

  private Composite addButtons() {
    var buttons = new Composite(page, SWT.NONE);
    buttons.setLayoutData(OptimisePanel.fill());
    var layout = new RowLayout();
    layout.marginLeft = 0;
    buttons.setLayout(layout);
    button(buttons, "add", "Add", "Adds an objective", () -> addBehindSelected());
    button(
        buttons,
        "duplicate",
        "Duplicate",
        "Copies the selected row",
        () -> editing.duplicate(table().selected()));
    button(
        buttons,
        "remove",
        "Remove",
        "Removes the selected row",
        () -> editing.remove(table().selected()));
    button(buttons, "up", "Up", "Moves the selected row up", () -> shift(-1));
    button(buttons, "down", "Down", "Moves the selected row down", () -> shift(1));
    button(
        buttons,
        "goals",
        "From Goals",
        "Adds what the prescription and the clinical goals ask for",
        () -> editing.addGoals());
    button(buttons, "import", "Import...", "Reads a file of objectives (JSON)", this::askImport);
    button(buttons, "export", "Export...", "Writes a file of objectives (JSON)", this::askExport);
    return buttons;
  }

  private static void button(
      Composite parent, String id, String text, String toolTip, Runnable action) {
    Button button = WidgetId.mark(new Button(parent, SWT.PUSH), "objectives." + id);
    button.setText(text);
    button.setToolTipText(toolTip);
    button.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> action.run()));
  }

  /** The table, for buttons that are made before it. */
  private WishTable table() {
    return table;
  }

  private void addBehindSelected() {
    int index =
        table().selected().orElse(editing.wishes().map(w -> w.rows().size() - 1).orElse(-1)) + 1;
    editing.add(index);
    table().select(index);
  }

  private void shift(int places) {
    var selected = table().selected();
    editing.shift(selected, places);
    selected.ifPresent(index -> table().select(index + places));
  }

  private Optional<String> complaintOfTargets(String typed) {
    List<String> known = editing.structures();
    return names(typed).stream()
        .filter(name -> !known.contains(name))
        .findFirst()
        .map(name -> "There is no structure " + name + ".");
  }

  private static List<String> names(String typed) {
    return Stream.of(typed.split(",")).map(String::strip).filter(n -> !n.isEmpty()).toList();
  }

  @Override
  public Control control() {
    return page;
  }

  @Override
  public void setFocus() {
    table.viewer().getTable().setFocus();
  }

  /** The page is told that it will be shown before it can be seen. */
  private void refreshSoon() {
    page.getDisplay()
        .asyncExec(
            () -> {
              if (!page.isDisposed()) {
                refresh();
              }
            });
  }

  private void refresh() {
    Optional<WishList> wishes = editing.wishes();
    fractions.show(
        wishes.map(w -> OptionalDouble.of(w.fractionCount())).orElse(OptionalDouble.empty()));
    targets.show(wishes.map(w -> String.join(", ", w.targets())).orElse(""));
    List<Wish> rows = wishes.map(WishList::rows).orElse(List.of());
    if (!rows.isEmpty() && page.isVisible()) {
      judging.ask(wishes.get(), panel.gridMm());
    }
    table.show(rows, judging.valuesOf(wishes));
    stale.setMoving(judging.isBusy());
    if (!optimising.isRunning()) {
      optimising.showPlanInWork(wishes);
      say(sentence(wishes));
    }
    enable();
  }

  private String sentence(Optional<WishList> wishes) {
    if (wishes.isEmpty()) {
      return "The case has no plan. Import one, or its structures with a plan.";
    }
    if (wishes.get().rows().isEmpty()) {
      return "This plan has no objectives yet. Add some, take those of the prescription and the"
          + " goals, or import a file.";
    }
    return judging.complaint().or(optimising::lastSentence).orElse("");
  }

  private void judged(ValuesJob.Judged done) {
    refresh();
  }

  private void optimised(String sentence) {
    refresh();
    say(sentence);
  }

  private void say(String sentence) {
    if (!status.getText().equals(sentence)) {
      status.setText(sentence);
      page.layout(true, true);
    }
  }

  private void enable() {
    panel.enable(optimising.isRunning(), hindrance());
  }

  private Optional<String> hindrance() {
    Optional<WishList> wishes = editing.wishes();
    if (wishes.isEmpty() || wishes.get().rows().isEmpty()) {
      return Optional.of("There are no objectives.");
    }
    return judging.complaint().or(() -> optimising.hindrance());
  }

  private void askImport() {
    var dialog = new FileDialog(page.getShell(), SWT.OPEN);
    dialog.setText("Import objectives");
    dialog.setFilterExtensions(new String[] {"*.json", "*.*"});
    String chosen = dialog.open();
    if (chosen != null) { // SWT: cancelled
      importFrom(Path.of(chosen));
    }
  }

  /** Takes the objectives of a file. */
  void importFrom(Path file) {
    try {
      editing.importFrom(file);
    } catch (IOException | PlanningFileException e) {
      complain(file + " was not read: " + e.getMessage(), e);
    }
  }

  private void askExport() {
    var dialog = new FileDialog(page.getShell(), SWT.SAVE);
    dialog.setText("Export objectives");
    dialog.setFilterExtensions(new String[] {"*.json"});
    dialog.setFileName("objectives.json");
    dialog.setOverwrite(true);
    String chosen = dialog.open();
    if (chosen != null) { // SWT: cancelled
      exportTo(Path.of(chosen));
    }
  }

  /** Writes the objectives. */
  void exportTo(Path file) {
    try {
      editing.exportTo(file);
    } catch (IOException e) {
      complain(file + " was not written: " + e.getMessage(), e);
    }
  }

  private void complain(String sentence, Exception cause) {
    say(sentence);
    if (PlatformUI.isWorkbenchRunning()) { // not in a plain test
      StatusManager.getManager().handle(Status.error(sentence, cause), StatusManager.LOG);
    }
  }
}
