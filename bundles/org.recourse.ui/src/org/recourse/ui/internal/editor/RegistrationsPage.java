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
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.recourse.model.Registration;
import org.recourse.model.course.RegistrationForm;
import org.recourse.model.edit.CaseEditing;
import org.recourse.model.edit.CourseEdits;
import org.recourse.model.edit.LedgerEdits;
import org.recourse.ui.editor.ModelRefresh;
import org.recourse.ui.editor.PlanPage;
import org.recourse.ui.session.CaseSession;
import org.recourse.ui.widget.NumberField;
import org.recourse.ui.widget.NumberRule;
import org.recourse.ui.widget.NumberText;
import org.recourse.ui.widget.TableColumns;
import org.recourse.ui.widget.WidgetId;

/** Page with the registrations between the frames of the courses. UI thread only. */
final class RegistrationsPage implements PlanPage {

  private static final NumberRule UNCERTAINTY = NumberRule.positive(100, "mm");

  private final CaseSession session;
  private final ModelRefresh model;
  private final Composite page;
  private final Label note;
  private final TableViewer viewer;
  private final NumberField uncertainty;
  private final Button carriesDose;
  private final Label matrix;
  private final Button add;
  private final Button remove;

  RegistrationsPage(Composite parent, CaseSession session) {
    this.session = session;
    model = new ModelRefresh(session);
    page = WidgetId.mark(new Composite(parent, SWT.NONE), "registrations");
    page.setLayout(new GridLayout(3, false));
    note = new Label(page, SWT.WRAP);
    note.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 3, 1));
    viewer = new TableViewer(page, SWT.BORDER | SWT.FULL_SELECTION | SWT.SINGLE);
    WidgetId.mark(viewer.getTable(), "registrations.table");
    viewer.getTable().setHeaderVisible(true);
    viewer.getTable().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, 3, 1));
    viewer.setContentProvider(ArrayContentProvider.getInstance());
    addColumns();
    viewer.addSelectionChangedListener(e -> showSelected());
    uncertainty =
        new NumberField(
            page,
            new NumberField.Description(
                "uncertainty", "Uncertainty of the selected one", UNCERTAINTY, 1),
            this::setUncertainty);
    carriesDose = WidgetId.mark(new Button(page, SWT.CHECK), "registrations.carriesDose");
    carriesDose.setText("Dose is carried by this deformation");
    carriesDose.setToolTipText(
        "Otherwise dose comes through a rigid registration between the same frames");
    carriesDose.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 3, 1));
    carriesDose.addSelectionListener(
        SelectionListener.widgetSelectedAdapter(e -> setCarriesDose()));
    matrix = WidgetId.mark(new Label(page, SWT.NONE), "registrations.matrix");
    matrix.setFont(JFaceResources.getTextFont());
    matrix.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 3, 1));
    Composite buttons = new Composite(page, SWT.NONE);
    buttons.setLayout(new GridLayout(2, false));
    buttons.setLayoutData(new GridData(SWT.LEFT, SWT.CENTER, false, false, 3, 1));
    add = button(buttons, "addRegistration", "Type a matrix...", this::addTyped);
    remove = button(buttons, "removeRegistration", "Remove registration", this::removeSelected);
    model.keep(page, this::refresh);
    refresh();
  }

  private void addColumns() {
    var columns = new TableColumns<>(viewer, Registration.class);
    columns.text("From", 20, registration -> RegistrationText.frame(registration.getFrom()));
    columns.text("To", 20, registration -> RegistrationText.frame(registration.getTo()));
    columns.text("Kind", 16, RegistrationText::kind);
    columns.text("Source", 8, RegistrationText::source);
    columns.number(
        "Shift (mm)",
        8,
        registration -> NumberText.fixed(RegistrationText.shiftMm(registration), 1),
        Comparator.comparingDouble(RegistrationText::shiftMm));
    columns.number(
        "Uncertainty (mm)",
        20,
        RegistrationText::uncertainty,
        Comparator.comparing(RegistrationText::uncertainty));
    columns.fill();
  }

  private static Button button(Composite parent, String id, String label, Runnable action) {
    Button button = WidgetId.mark(new Button(parent, SWT.PUSH), id);
    button.setText(label);
    button.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> action.run()));
    return button;
  }

  @Override
  public Control control() {
    return page;
  }

  @Override
  public void setFocus() {
    viewer.getTable().setFocus();
  }

  private Optional<Registration> selected() {
    return viewer.getStructuredSelection().getFirstElement() instanceof Registration registration
        ? Optional.of(registration)
        : Optional.empty();
  }

  private void addTyped() {
    var dialog =
        new RegistrationDialog(page.getShell(), session.patientCase().getFramesOfReference());
    if (dialog.open() == Window.OK) {
      Registration added = dialog.registration();
      model.execute(
          CourseEdits.addRegistration(session.editingDomain(), session.patientCase(), added));
      viewer.setSelection(new StructuredSelection(added), true);
    }
  }

  private void removeSelected() {
    selected()
        .ifPresent(
            registration ->
                model.execute(
                    CaseEditing.delete(
                        session.editingDomain(), "Remove Registration", registration)));
  }

  private void setUncertainty(double uncertaintyMm) {
    selected()
        .ifPresent(
            registration ->
                model.execute(
                    LedgerEdits.setUncertainty(
                        session.editingDomain(), registration, OptionalDouble.of(uncertaintyMm))));
  }

  private void setCarriesDose() {
    boolean wanted = carriesDose.getSelection();
    selected()
        .ifPresent(
            registration ->
                model.execute(
                    LedgerEdits.setCarriesDose(session.editingDomain(), registration, wanted)));
  }

  private void refresh() {
    List<Registration> registrations = List.copyOf(session.patientCase().getRegistrations());
    if (registrations.equals(viewer.getInput())) {
      viewer.refresh();
    } else {
      viewer.setInput(registrations);
      TableColumns.fit(viewer.getTable());
      registrations.stream()
          .findFirst()
          .filter(first -> selected().isEmpty())
          .ifPresent(first -> viewer.setSelection(new StructuredSelection(first)));
    }
    int frames = session.patientCase().getFramesOfReference().size();
    note.setText(sentence(frames, registrations.isEmpty()));
    add.setEnabled(frames > 1);
    showSelected();
    page.layout(true, true);
  }

  private static String sentence(int frames, boolean none) {
    if (frames < 2) {
      return "All images and doses of this case lie in one frame of reference, so no registration"
          + " is needed.";
    }
    return none
        ? "This case has several frames of reference and no registration, so doses of other courses"
            + " cannot be added. Type the matrix that leads from one frame to the other."
        : "A registration takes the dose of one course to the images of another; it serves in both"
            + " directions.";
  }

  private void showSelected() {
    Optional<Registration> chosen = selected();
    uncertainty.setEnabled(
        chosen.isPresent(),
        chosen.isPresent()
            ? "Radius within which the anatomy lies; unknown counts as 3 mm. The intervals of the"
                + " cumulative numbers follow from it."
            : "Select a registration in the table.");
    uncertainty.show(
        chosen
            .filter(Registration::isSetUncertaintyMm)
            .map(registration -> OptionalDouble.of(registration.getUncertaintyMm()))
            .orElse(OptionalDouble.empty()));
    boolean deformable = chosen.filter(RegistrationForm::isDeformable).isPresent();
    carriesDose.setVisible(deformable);
    ((GridData) carriesDose.getLayoutData()).exclude = !deformable;
    carriesDose.setSelection(chosen.filter(Registration::isCarriesDose).isPresent());
    matrix.setText(chosen.map(RegistrationText::matrix).orElse(""));
    remove.setEnabled(chosen.isPresent());
    page.layout(true, true);
  }
}
