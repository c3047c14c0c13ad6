/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.planning.internal.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.recourse.assistant.numbers.NumbersComputation;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.PlanSnapshot;
import org.recourse.assistant.numbers.PlanState;
import org.recourse.assistant.numbers.StructureNumbers;
import org.recourse.model.Plan;
import org.recourse.model.Structure;
import org.recourse.risk.ContributedRiskCatalogue;
import org.recourse.ui.editor.ModelRefresh;
import org.recourse.ui.editor.PlanPage;
import org.recourse.ui.editor.PlanPages;
import org.recourse.ui.editor.ViewingLink;
import org.recourse.ui.planning.internal.charts.PlanCurve;
import org.recourse.ui.planning.internal.charts.PlanDvhChart;
import org.recourse.ui.planning.internal.plans.PlanningState;
import org.recourse.ui.planning.internal.plans.PlansOfCase;
import org.recourse.ui.session.CaseSession;
import org.recourse.ui.session.StructureRows;
import org.recourse.ui.session.ViewingListener;
import org.recourse.ui.widget.StaleLine;
import org.recourse.ui.widget.WidgetId;

/** Page with two plans side by side. UI thread only. */
public final class ComparePage implements PlanPage {

  private static final int[] CHART_AND_TABLES = {50, 50};
  private static final int[] GOALS_AND_FIGURES = {62, 38};

  private final CaseSession session;
  private final PlanningState state;
  private final ComparedPlans shared;
  private final Composite page;
  private final Display display;
  private final Combo first;
  private final Combo second;
  private final Button onSlices;
  private final Label note;
  private final StaleLine stale;
  private final PlanDvhChart dvh;
  private final ComparedTable goals;
  private final ComparedTable figures;
  private final CompareJob job;
  private List<Plan> plans = List.of();
  private Optional<Plan> chosenFirst = Optional.empty();
  private Optional<Plan> chosenSecond = Optional.empty();
  private Optional<CompareJob.Request> asked = Optional.empty();
  private Optional<CompareJob.Compared> shown = Optional.empty();

  ComparePage(Composite parent, CaseSession session, PlanningState state, ComparedPlans shared) {
    this.session = Objects.requireNonNull(session, "session");
    this.state = Objects.requireNonNull(state, "state");
    this.shared = Objects.requireNonNull(shared, "shared");
    page = WidgetId.mark(new Composite(parent, SWT.NONE), "compare");
    display = page.getDisplay();
    page.setLayout(new GridLayout());
    var row = new Composite(page, SWT.NONE);
    row.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    var rowLayout = new GridLayout(5, false);
    rowLayout.marginWidth = 0;
    rowLayout.marginHeight = 0;
    row.setLayout(rowLayout);
    first = choice(row, "compare.first", "First (solid)");
    second = choice(row, "compare.second", "Second (dashed)");
    onSlices = WidgetId.mark(new Button(row, SWT.PUSH), "compare.onSlices");
    onSlices.setText("Difference on Slices");
    onSlices.setToolTipText("Shows first minus second over the slices of the page View");
    onSlices.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> showOnSlices()));
    note = WidgetId.mark(new Label(page, SWT.WRAP), "compare.note");
    note.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    stale = new StaleLine(page);
    var parts = new SashForm(page, SWT.VERTICAL);
    parts.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    dvh = new PlanDvhChart(parts, "compare.dvh");
    var tables = new SashForm(parts, SWT.HORIZONTAL);
    goals = new ComparedTable(tables, "compare.goals", true);
    figures = new ComparedTable(tables, "compare.figures", false);
    tables.setWeights(GOALS_AND_FIGURES);
    parts.setWeights(CHART_AND_TABLES);
    var computation =
        new NumbersComputation(
            session.openCase().voxels(),
            new ContributedRiskCatalogue(List.of()),
            session.executor());
    job = new CompareJob(computation, this::doneInBackground);
    page.addDisposeListener(e -> job.cancel());
    page.addListener(SWT.Show, e -> refreshSoon()); // nothing is computed while it is hidden
    new ModelRefresh(session).keep(page, this::refresh);
    ViewingLink.keep(session, page, this::viewingChanged);
    refresh();
  }

  private Combo choice(Composite row, String id, String label) {
    new Label(row, SWT.NONE).setText(label);
    Combo combo = WidgetId.mark(new Combo(row, SWT.READ_ONLY), id);
    combo.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    combo.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> chosen()));
    return combo;
  }

  @Override
  public Control control() {
    return page;
  }

  private void chosen() {
    chosenFirst = at(first);
    chosenSecond = at(second);
    refresh();
  }

  private Optional<Plan> at(Combo combo) {
    int index = combo.getSelectionIndex();
    return index < 0 ? Optional.empty() : Optional.of(plans.get(index));
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
    plans =
        PlansOfCase.all(session.patientCase()).stream()
            .filter(plan -> !plan.getDoses().isEmpty())
            .toList();
    Optional<Plan> inWork = PlansOfCase.inWork(session.patientCase()).filter(plans::contains);
    chosenFirst = chosenFirst.filter(plans::contains).or(() -> inWork).or(this::firstPlan);
    chosenSecond = chosenSecond.filter(plans::contains).or(this::another);
    show(first, chosenFirst);
    show(second, chosenSecond);
    if (chosenFirst.isEmpty() || chosenSecond.isEmpty()) {
      say(
          plans.size() < 2
              ? "There are no two plans with a dose. Optimise one on the page Objectives."
              : "Choose the second plan, or optimise one on the page Objectives.");
      onSlices.setEnabled(false);
      return;
    }
    if (page.isVisible()) {
      ask(chosenFirst.get(), chosenSecond.get());
    }
  }

  private Optional<Plan> firstPlan() {
    return plans.stream().findFirst();
  }

  /** The newest alternative beside the first choice. */
  private Optional<Plan> another() {
    List<Plan> planned = PlansOfCase.planned(session.patientCase());
    return plans.reversed().stream()
        .filter(planned::contains)
        .filter(plan -> chosenFirst.filter(one -> one == plan).isEmpty())
        .findFirst();
  }

  private void show(Combo combo, Optional<Plan> chosen) {
    String[] names = plans.stream().map(PlansOfCase::name).toArray(String[]::new);
    if (!java.util.Arrays.equals(names, combo.getItems())) {
      combo.setItems(names);
    }
    combo.select(chosen.map(plans::indexOf).orElse(-1));
  }

  private void ask(Plan some, Plan other) {
    var request =
        new CompareJob.Request(
            PlansOfCase.name(some),
            PlanSnapshot.of(session.patientCase(), some, 0),
            PlansOfCase.name(other),
            PlanSnapshot.of(session.patientCase(), other, 0));
    if (!asked.equals(Optional.of(request))) {
      asked = Optional.of(request);
      stale.setMoving(true);
      job.request(request);
    }
  }

  private void doneInBackground(CompareJob.Compared done) {
    if (!display.isDisposed()) {
      display.asyncExec(
          () -> {
            if (!page.isDisposed() && asked.equals(Optional.of(done.request()))) {
              show(done);
            }
          });
    }
  }

  private void show(CompareJob.Compared done) {
    shown = Optional.of(done);
    stale.setMoving(false);
    goals.show(ComparedRow.goals(done.first(), done.second()));
    figures.show(ComparedRow.figures(done.first(), done.second()));
    showCurves();
    Optional<ComparedPlans.Pair> pair = pair(done);
    pair.ifPresent(doses -> shared.set(session.openCase().voxels(), doses));
    onSlices.setEnabled(pair.isPresent());
    say(
        pair.isPresent()
            ? done.first().goals().isEmpty()
                ? "The case has no goals; the figures of all structures stand on the right."
                : ""
            : "One of the plans has no usable dose; see Findings.");
  }

  private static Optional<ComparedPlans.Pair> pair(CompareJob.Compared done) {
    Optional<PlanNumbers.PlanDose> some = done.first().planDose();
    Optional<PlanNumbers.PlanDose> other = done.second().planDose();
    return some.isPresent() && other.isPresent()
        ? Optional.of(
            new ComparedPlans.Pair(
                label(done.first()), some.get(), label(done.second()), other.get()))
        : Optional.empty();
  }

  private static String label(PlanNumbers numbers) {
    return numbers.snapshot().assessedPlan().map(PlanState::label).orElse("");
  }

  private void viewingChanged(ViewingListener.Aspect aspect) {
    if (aspect == ViewingListener.Aspect.VISIBLE_STRUCTURES) {
      showCurves();
    }
  }

  private void showCurves() {
    if (shown.isEmpty()) {
      return;
    }
    var curves = new ArrayList<PlanCurve>();
    add(curves, shown.get().second(), true);
    add(curves, shown.get().first(), false);
    dvh.show(curves);
  }

  private void add(List<PlanCurve> curves, PlanNumbers numbers, boolean dashed) {
    for (StructureNumbers one : numbers.structures()) {
      Optional<Structure> structure = StructureRows.structure(session, one.structure());
      boolean visible = structure.filter(session.viewing()::isVisible).isPresent();
      if (visible && one.physicalDvh().isPresent()) {
        curves.add(
            PlanCurve.of(
                one.structure().name(),
                structure.get().getColourRgb(),
                dashed,
                one.physicalDvh().get()));
      }
    }
  }

  private void say(String sentence) {
    if (!note.getText().equals(sentence)) {
      note.setText(sentence);
      page.layout(true, true);
    }
  }

  private void showOnSlices() {
    state.viewer().ifPresent(viewer -> viewer.showOverlay(DoseDifferenceOverlay.ID));
    if (PlatformUI.isWorkbenchRunning()) { // not in a plain test
      editor()
          .map(part -> Adapters.adapt(part, PlanPages.class))
          .ifPresent(pages -> pages.showPage("View"));
    }
  }

  private static Optional<IEditorPart> editor() {
    IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
    return Optional.ofNullable(window)
        .map(IWorkbenchWindow::getActivePage)
        .map(active -> active.getActiveEditor());
  }
}
