/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.internal.editor;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.CheckboxTableViewer;
import org.eclipse.jface.viewers.ICheckStateProvider;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.recourse.model.Beam;
import org.recourse.model.DoseSummation;
import org.recourse.model.Plan;
import org.recourse.model.edit.PlanEdits;
import org.recourse.ui.editor.ModelRefresh;
import org.recourse.ui.editor.PlanPage;
import org.recourse.ui.internal.session.AssessedPlan;
import org.recourse.ui.session.CaseSession;
import org.recourse.ui.widget.NumberCellEditing;
import org.recourse.ui.widget.NumberField;
import org.recourse.ui.widget.NumberRule;
import org.recourse.ui.widget.NumberText;
import org.recourse.ui.widget.TableColumns;
import org.recourse.ui.widget.Texts;
import org.recourse.ui.widget.WidgetId;

/** Page with the beams of the assessed plan: on or off, and their weights. UI thread only. */
final class BeamsPage implements PlanPage {

  private static final NumberRule WEIGHT = NumberRule.notNegative(10, "");

  private final CaseSession session;
  private final ModelRefresh model;
  private final Composite page;
  private final Label note;
  private final CheckboxTableViewer viewer;
  private final NumberField weight;

  BeamsPage(Composite parent, CaseSession session) {
    this.session = session;
    model = new ModelRefresh(session);
    page = WidgetId.mark(new Composite(parent, SWT.NONE), "beams");
    page.setLayout(new GridLayout(3, false));
    note = new Label(page, SWT.WRAP);
    note.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 3, 1));
    viewer = CheckboxTableViewer.newCheckList(page, SWT.BORDER | SWT.FULL_SELECTION | SWT.SINGLE);
    WidgetId.mark(viewer.getTable(), "beams.table");
    viewer.getTable().setHeaderVisible(true);
    viewer.getTable().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, 3, 1));
    viewer.setContentProvider(ArrayContentProvider.getInstance());
    viewer.setCheckStateProvider(new OnOff());
    addColumns();
    viewer.addCheckStateListener(e -> setEnabled((Beam) e.getElement(), e.getChecked()));
    viewer.addSelectionChangedListener(e -> showSelected());
    weight =
        new NumberField(
            page,
            new NumberField.Description("beamWeight", "Weight of the selected beam", WEIGHT, 2),
            value -> selected().ifPresent(beam -> setWeight(beam, value)));
    model.keep(page, this::refresh);
    refresh();
  }

  /** The check box of a beam says whether it is on. */
  private static final class OnOff implements ICheckStateProvider {
    @Override
    public boolean isChecked(Object beam) {
      return ((Beam) beam).isEnabled();
    }

    @Override
    public boolean isGrayed(Object beam) {
      return false;
    }
  }

  private void addColumns() {
    var columns = new TableColumns<>(viewer, Beam.class);
    columns.number(
        "On  No.", 6, beam -> Integer.toString(beam.getNumber()), byNumber(Beam::getNumber));
    columns.text("Name", 12, beam -> Texts.orUnknown(beam.getName()));
    columns.text("Technique", 6, beam -> BeamText.technique(beam));
    columns.number("Gantry (°)", 8, BeamText::gantryDeg, byNumber(BeamText::firstGantryDeg));
    columns.number("Coll. (°)", 8, BeamText::collimatorDeg, byText(BeamText::collimatorDeg));
    columns.number("Couch (°)", 8, BeamText::couchDeg, byText(BeamText::couchDeg));
    columns.number("Energy (MV)", 8, BeamText::energyMv, byNumber(Beam::getEnergyMv));
    columns.number("MU / fraction", 8, BeamText::monitorUnits, byNumber(Beam::getMonitorUnits));
    TableViewerColumn weights =
        columns.number(
            "Weight",
            8,
            beam -> NumberText.editable(beam.getWeight(), 2),
            byNumber(Beam::getWeight));
    weights.setEditingSupport(
        new NumberCellEditing<>(
            viewer,
            Beam.class,
            new NumberCellEditing.Cell<>(
                WEIGHT, 2, beam -> OptionalDouble.of(beam.getWeight()), this::setWeight),
            beam -> hasBeamDoses()));
    columns.fill();
  }

  private static Comparator<Beam> byNumber(java.util.function.ToDoubleFunction<Beam> value) {
    return Comparator.comparingDouble(value);
  }

  private static Comparator<Beam> byText(java.util.function.Function<Beam, String> value) {
    return Comparator.comparing(value);
  }

  @Override
  public Control control() {
    return page;
  }

  @Override
  public void setFocus() {
    viewer.getTable().setFocus();
  }

  private Optional<Plan> plan() {
    return AssessedPlan.of(session.patientCase());
  }

  private boolean hasBeamDoses() {
    return plan().stream()
        .flatMap(plan -> plan.getDoses().stream())
        .anyMatch(dose -> dose.getSummation() == DoseSummation.BEAM && !dose.isRelative());
  }

  private Optional<Beam> selected() {
    return viewer.getStructuredSelection().getFirstElement() instanceof Beam beam
        ? Optional.of(beam)
        : Optional.empty();
  }

  private void setWeight(Beam beam, double value) {
    model.execute(PlanEdits.setBeamWeight(session.editingDomain(), beam, value));
    showSelected();
  }

  private void setEnabled(Beam beam, boolean enabled) {
    if (hasBeamDoses()) {
      model.execute(PlanEdits.setBeamEnabled(session.editingDomain(), beam, enabled));
    }
    viewer.refresh(); // puts the check mark back where the edit is refused
  }

  private void refresh() {
    List<Beam> beams = plan().map(plan -> List.copyOf(plan.getBeams())).orElse(List.of());
    if (beams.equals(viewer.getInput())) {
      viewer.refresh();
    } else {
      viewer.setInput(beams);
      TableColumns.fit(viewer.getTable());
    }
    note.setText(sentence(beams));
    showSelected();
    page.layout(true, true);
  }

  private String sentence(List<Beam> beams) {
    if (beams.isEmpty()) {
      return "This plan has no beams.";
    }
    return hasBeamDoses()
        ? "Weight 1 is the beam as imported. The dose is the sum of the beams that are on, each"
            + " multiplied by its weight."
        : "Only the summed dose of this plan was imported, so weights and on/off cannot be edited."
            + " Export the dose of each beam from the planning system to edit them here.";
  }

  private void showSelected() {
    boolean editable = hasBeamDoses() && selected().isPresent();
    String why =
        hasBeamDoses() ? "Select a beam in the table." : "There are no doses of single beams.";
    weight.setEnabled(editable, editable ? "" : why);
    weight.show(
        selected().map(beam -> OptionalDouble.of(beam.getWeight())).orElse(OptionalDouble.empty()));
  }
}
