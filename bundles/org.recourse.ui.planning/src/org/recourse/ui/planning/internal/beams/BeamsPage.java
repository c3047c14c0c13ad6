/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.planning.internal.beams;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.recourse.grid.geometry.Vector3;
import org.recourse.model.Beam;
import org.recourse.model.DoseSummation;
import org.recourse.model.Plan;
import org.recourse.model.edit.PlanEdits;
import org.recourse.ui.editor.ModelRefresh;
import org.recourse.ui.editor.PlanPage;
import org.recourse.ui.planning.internal.plans.PlanBar;
import org.recourse.ui.planning.internal.plans.PlanEdit;
import org.recourse.ui.planning.internal.plans.PlanningState;
import org.recourse.ui.planning.internal.plans.PlansOfCase;
import org.recourse.ui.planning.internal.view.BeamEye;
import org.recourse.ui.session.CaseSession;
import org.recourse.ui.widget.WidgetId;

/**
 * Page with the beams of the plan in work: a table to set them up, and what the selected one sees.
 * UI thread only.
 */
public final class BeamsPage implements PlanPage, BeamTable.Listener {

  private static final List<Integer> TEMPLATES = List.of(5, 7, 9);
  private static final int[] TABLE_AND_EYE = {45, 55};

  private final CaseSession session;
  private final PlanningState state;
  private final ModelRefresh model;
  private final PlanEdit edit;
  private final Composite page;
  private final Label note;
  private final BeamTable table;
  private final BeamEye eye;
  private final Button copy;
  private final Button delete;
  private final Button up;
  private final Button down;

  BeamsPage(Composite parent, CaseSession session, PlanningState state) {
    this.session = session;
    this.state = state;
    model = new ModelRefresh(session);
    edit = new PlanEdit(session.editingDomain(), session.patientCase());
    page = WidgetId.mark(new Composite(parent, SWT.NONE), "beams");
    page.setLayout(new GridLayout());
    new PlanBar(page, session).control().setLayoutData(fill());
    Composite buttons = new Composite(page, SWT.NONE);
    buttons.setLayoutData(fill());
    var rowLayout = new RowLayout();
    rowLayout.center = true;
    rowLayout.marginLeft = 0;
    buttons.setLayout(rowLayout);
    button(buttons, "add", "Add", "Adds a beam in the widest gap", this::add);
    copy = button(buttons, "copy", "Copy", "Copies the selected beam", this::copy);
    delete = button(buttons, "delete", "Delete", "Deletes the selected beam", this::delete);
    up = button(buttons, "up", "Up", "Moves the selected beam up", () -> shift(-1));
    down = button(buttons, "down", "Down", "Moves the selected beam down", () -> shift(1));
    addTemplates(buttons);
    addSlicesSwitch(buttons);
    note = WidgetId.mark(new Label(page, SWT.WRAP), "beams.note");
    note.setLayoutData(fill());
    var parts = new SashForm(page, SWT.VERTICAL);
    parts.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    table = new BeamTable(parts, this);
    eye = new BeamEye(parts, session, state);
    parts.setWeights(TABLE_AND_EYE);
    model.keep(page, this::refresh);
    refresh();
  }

  private static GridData fill() {
    return new GridData(SWT.FILL, SWT.CENTER, true, false);
  }

  private static Button button(
      Composite parent, String id, String text, String toolTip, Runnable action) {
    Button button = WidgetId.mark(new Button(parent, SWT.PUSH), "beams." + id);
    button.setText(text);
    button.setToolTipText(toolTip);
    button.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> action.run()));
    return button;
  }

  private void addTemplates(Composite parent) {
    Combo templates = WidgetId.mark(new Combo(parent, SWT.READ_ONLY), "beams.template");
    templates.add("Template");
    TEMPLATES.forEach(count -> templates.add(count + " coplanar, equally spaced"));
    templates.select(0);
    templates.setToolTipText("Replaces all beams by coplanar ones around the middle of the target");
    templates.addSelectionListener(
        SelectionListener.widgetSelectedAdapter(
            e -> {
              int chosen = templates.getSelectionIndex();
              templates.select(0);
              if (chosen > 0) {
                template(TEMPLATES.get(chosen - 1));
              }
            }));
  }

  private void addSlicesSwitch(Composite parent) {
    Button shown = WidgetId.mark(new Button(parent, SWT.CHECK), "beams.onSlices");
    shown.setText("Show on slices");
    shown.setToolTipText("Draws the beams over the slices of the page View");
    shown.setSelection(state.beamsOnSlices());
    shown.addSelectionListener(
        SelectionListener.widgetSelectedAdapter(
            e -> state.showBeamsOnSlices(shown.getSelection())));
    Runnable follow = () -> shown.setSelection(state.beamsOnSlices());
    state.addListener(follow);
    shown.addDisposeListener(e -> state.removeListener(follow));
  }

  @Override
  public Control control() {
    return page;
  }

  @Override
  public void setFocus() {
    table.viewer().getTable().setFocus();
  }

  private Optional<Plan> plan() {
    return PlansOfCase.inWork(session.patientCase());
  }

  private List<Beam> beams() {
    return plan().map(plan -> List.copyOf(plan.getBeams())).orElse(List.of());
  }

  @Override
  public boolean hasBeamDoses() {
    return plan().stream()
        .flatMap(plan -> plan.getDoses().stream())
        .anyMatch(dose -> dose.getSummation() == DoseSummation.BEAM && !dose.isRelative());
  }

  @Override
  public void selected(OptionalInt index) {
    state.selectBeam(index);
    enableButtons();
  }

  @Override
  public void weightTyped(Beam beam, double weight) {
    model.execute(PlanEdits.setBeamWeight(session.editingDomain(), beam, weight));
  }

  @Override
  public void onOffAsked(Beam beam, boolean on) {
    if (hasBeamDoses()) {
      model.execute(PlanEdits.setBeamEnabled(session.editingDomain(), beam, on));
    }
    table.viewer().refresh(); // puts the check mark back where the edit is refused
  }

  @Override
  public void setupTyped(Beam beam, BeamSetup setup) {
    int index = beams().indexOf(beam);
    if (index >= 0) {
      change("Move Beam " + beam.getNumber(), BeamChanges.set(index, setup), index);
    }
  }

  private void change(String label, Consumer<List<Beam>> change, int selectedAfterwards) {
    Optional<Plan> plan = plan();
    if (plan.isPresent()) {
      model.execute(edit.changeBeams(label, plan.get(), change));
      int last = beams().size() - 1;
      state.selectBeam(
          last < 0 ? OptionalInt.empty() : OptionalInt.of(Math.clamp(selectedAfterwards, 0, last)));
      refresh();
    }
  }

  private void add() {
    change("Add Beam", BeamChanges.add(isocentreMm(), energyMv()), beams().size());
  }

  private void copy() {
    state
        .selectedBeam()
        .ifPresent(index -> change("Copy Beam", BeamChanges.copy(index), index + 1));
  }

  private void delete() {
    state
        .selectedBeam()
        .ifPresent(index -> change("Delete Beam", BeamChanges.delete(index), index));
  }

  private void shift(int places) {
    state
        .selectedBeam()
        .ifPresent(
            index -> change("Reorder Beams", BeamChanges.shift(index, places), index + places));
  }

  private void template(int count) {
    change(
        count + " Equally Spaced Beams",
        BeamChanges.equallySpaced(count, isocentreMm(), energyMv()),
        0);
  }

  /** That of the beams as they are, else the middle of the targets. */
  private Optional<Vector3> isocentreMm() {
    return setups()
        .flatMap(setup -> setup.isocentreMm().stream())
        .findFirst()
        .or(() -> plan().flatMap(plan -> TargetMiddle.of(session, plan)));
  }

  private OptionalDouble energyMv() {
    return setups().flatMapToDouble(setup -> setup.energyMv().stream()).findFirst();
  }

  private Stream<BeamSetup> setups() {
    return beams().stream().map(BeamSetup::of);
  }

  private void refresh() {
    List<Beam> beams = beams();
    OptionalInt selected = state.selectedBeam();
    if (selected.isPresent() && selected.getAsInt() >= beams.size()) {
      selected = OptionalInt.empty();
    }
    if (selected.isEmpty() && !beams.isEmpty()) {
      selected = OptionalInt.of(0);
    }
    table.show(beams, selected);
    state.selectBeam(selected);
    note.setText(sentence(beams));
    eye.refresh();
    enableButtons();
    page.layout(true, true);
  }

  private void enableButtons() {
    int index = state.selectedBeam().orElse(-1);
    int count = beams().size();
    copy.setEnabled(index >= 0);
    delete.setEnabled(index >= 0);
    up.setEnabled(index > 0);
    down.setEnabled(index >= 0 && index < count - 1);
  }

  private String sentence(List<Beam> beams) {
    if (plan().isEmpty()) {
      return "The case has no plan. Import one, or its structures with a plan.";
    }
    if (plan().filter(PlansOfCase::isDraft).isPresent()) {
      return beams.isEmpty()
          ? "This plan has no beams. Add one, or take a template."
          : "This plan has no dose yet. Optimise it on the page Objectives.";
    }
    String moving =
        " Moving, adding or deleting a beam starts a new plan; this one stays for comparison.";
    return (hasBeamDoses()
            ? "Weight 1 is the beam as computed. The dose is the sum of the beams that are on,"
                + " each multiplied by its weight."
            : "Only the summed dose of this plan is known, so weights and on/off cannot be edited.")
        + moving;
  }
}
