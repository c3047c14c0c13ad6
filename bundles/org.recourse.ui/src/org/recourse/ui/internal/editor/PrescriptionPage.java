/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.internal.editor;

import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;
import org.eclipse.emf.common.command.Command;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.recourse.model.EditKeeps;
import org.recourse.model.ModelFactory;
import org.recourse.model.ModelPackage;
import org.recourse.model.Plan;
import org.recourse.model.Prescription;
import org.recourse.model.course.CourseDoses;
import org.recourse.model.edit.CaseEditing;
import org.recourse.model.edit.PlanEdits;
import org.recourse.ui.editor.ModelRefresh;
import org.recourse.ui.editor.PlanPage;
import org.recourse.ui.internal.session.AssessedPlan;
import org.recourse.ui.session.CaseSession;
import org.recourse.ui.widget.NumberField;
import org.recourse.ui.widget.NumberRule;
import org.recourse.ui.widget.Texts;
import org.recourse.ui.widget.WidgetId;

/** Page with the prescription and the normalisation of the assessed plan. UI thread only. */
final class PrescriptionPage implements PlanPage {

  private static final double LARGEST_DOSE_GY = 200;
  private static final int MOST_FRACTIONS = 100;

  private final CaseSession session;
  private final ModelRefresh model;
  private final Composite page;
  private final Label heading;
  private final Label note;
  private final Button enter;
  private final NumberField totalDose;
  private final NumberField fractions;
  private final NumberField dosePerFraction;
  private final NumberField fractionsPerDay;
  private final NumberField hoursBetween;
  private final NumberField normalisation;
  private final Combo keeps;

  PrescriptionPage(Composite parent, CaseSession session) {
    this.session = session;
    model = new ModelRefresh(session);
    page = WidgetId.mark(new Composite(parent, SWT.NONE), "prescription");
    page.setLayout(new GridLayout(3, false));
    heading = wide(new Label(page, SWT.WRAP));
    NumberRule gray = NumberRule.positive(LARGEST_DOSE_GY, "Gy");
    totalDose = field("totalDose", "Total dose", gray, 1, this::setTotalDose);
    NumberRule count = NumberRule.count(1, MOST_FRACTIONS);
    fractions = field("fractions", "Fractions", count, 0, this::setFractions);
    dosePerFraction =
        field("dosePerFraction", "Dose per fraction", gray, 2, this::setDosePerFraction);
    keeps = keepsChoice();
    fractionsPerDay =
        field("fractionsPerDay", "Fractions per day", NumberRule.count(1, 4), 0, this::setPerDay);
    NumberRule hours = NumberRule.positive(24, "h");
    hoursBetween = field("hoursBetween", "Hours between fractions", hours, 1, this::setHours);
    NumberRule percent = NumberRule.positive(1000, "%");
    normalisation = field("normalisation", "Normalisation", percent, 1, this::setNormalisation);
    enter = new Button(page, SWT.PUSH);
    enter.setText("Enter a prescription");
    WidgetId.mark(enter, "enterPrescription");
    enter.setLayoutData(new GridData(SWT.LEFT, SWT.CENTER, false, false, 3, 1));
    enter.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> enterPrescription()));
    note = wide(new Label(page, SWT.WRAP));
    WidgetId.mark(note, "prescriptionNote");
    model.keep(page, this::refresh);
    refresh();
  }

  private NumberField field(
      String id, String label, NumberRule rule, int decimals, DoubleConsumer whenCommitted) {
    return new NumberField(
        page, new NumberField.Description(id, label, rule, decimals), whenCommitted);
  }

  private static Label wide(Label label) {
    var data = new GridData(SWT.FILL, SWT.CENTER, true, false, 3, 1);
    data.widthHint = 480;
    label.setLayoutData(data);
    return label;
  }

  private Combo keepsChoice() {
    new Label(page, SWT.NONE).setText("An edit of the fractions keeps");
    Combo combo = WidgetId.mark(new Combo(page, SWT.READ_ONLY), "editKeeps");
    combo.setItems("ask each time", "the total dose", "the dose per fraction");
    combo.setLayoutData(new GridData(SWT.LEFT, SWT.CENTER, false, false, 2, 1));
    combo.addSelectionListener(
        SelectionListener.widgetSelectedAdapter(
            e ->
                model.execute(
                    PlanEdits.rememberEditKeeps(
                        session.editingDomain(),
                        prescription(),
                        EditKeeps.values()[combo.getSelectionIndex()]))));
    return combo;
  }

  @Override
  public Control control() {
    return page;
  }

  private Plan plan() {
    return AssessedPlan.of(session.patientCase()).orElseThrow();
  }

  private Prescription prescription() {
    return plan().getPrescription();
  }

  private void refresh() {
    boolean hasPlan = AssessedPlan.of(session.patientCase()).isPresent();
    boolean prescribed = hasPlan && prescription() != null;
    enter.setVisible(hasPlan && !prescribed);
    ((GridData) enter.getLayoutData()).exclude = !enter.getVisible();
    String why = prescribed ? "" : "No prescription is known for this plan.";
    for (NumberField field :
        new NumberField[] {totalDose, fractions, dosePerFraction, fractionsPerDay}) {
      field.setEnabled(prescribed, why);
    }
    keeps.setEnabled(prescribed);
    normalisation.setEnabled(hasPlan, hasPlan ? "100 % is the plan as imported." : why);
    if (prescribed) {
      showPrescription(prescription());
    } else {
      hoursBetween.setEnabled(false, why);
    }
    if (hasPlan) {
      heading.setText("Plan " + Texts.orUnknown(plan().getLabel()));
      normalisation.show(OptionalDouble.of(plan().getNormalisationPercent()));
      note.setText(prescribed ? PrescriptionNote.of(plan()) : why + " EQD2 cannot be computed.");
    } else {
      heading.setText("This case has no plan.");
      note.setText("The dose, if there is one, is shown. Import the plan file to edit it.");
    }
    page.layout(true, true);
  }

  private void showPrescription(Prescription prescription) {
    totalDose.show(
        prescription.isSetTotalDoseGy()
            ? OptionalDouble.of(prescription.getTotalDoseGy())
            : OptionalDouble.empty());
    fractions.show(
        prescription.isSetFractionCount()
            ? OptionalDouble.of(prescription.getFractionCount())
            : OptionalDouble.empty());
    dosePerFraction.show(CourseDoses.dosePerFractionGy(prescription));
    dosePerFraction.setEnabled(
        prescription.isSetFractionCount(),
        prescription.isSetFractionCount() ? "" : "Enter the number of fractions first.");
    keeps.select(prescription.getEditKeeps().ordinal());
    fractionsPerDay.show(OptionalDouble.of(prescription.getFractionsPerDay()));
    boolean severalADay = prescription.getFractionsPerDay() > 1;
    hoursBetween.setEnabled(severalADay, severalADay ? "" : "One fraction a day.");
    hoursBetween.show(
        prescription.isSetHoursBetweenFractions()
            ? OptionalDouble.of(prescription.getHoursBetweenFractions())
            : OptionalDouble.empty());
  }

  private void enterPrescription() {
    model.execute(
        CaseEditing.set(
            session.editingDomain(),
            "Enter Prescription",
            plan(),
            ModelPackage.Literals.PLAN__PRESCRIPTION,
            ModelFactory.eINSTANCE.createPrescription()));
  }

  private void setTotalDose(double doseGy) {
    model.execute(PlanEdits.setTotalDose(session.editingDomain(), prescription(), doseGy));
    refresh();
  }

  private void setDosePerFraction(double doseGy) {
    model.execute(PlanEdits.setDosePerFraction(session.editingDomain(), prescription(), doseGy));
    refresh();
  }

  private void setPerDay(double perDay) {
    model.execute(
        PlanEdits.setFractionsPerDay(session.editingDomain(), prescription(), (int) perDay));
    refresh();
  }

  private void setHours(double hours) {
    model.execute(
        PlanEdits.setHoursBetweenFractions(
            session.editingDomain(), prescription(), OptionalDouble.of(hours)));
    refresh();
  }

  private void setNormalisation(double percent) {
    model.execute(PlanEdits.setNormalisation(session.editingDomain(), plan(), percent));
    refresh();
  }

  private void setFractions(double count) {
    Prescription prescription = prescription();
    boolean nothingToKeep = CourseDoses.dosePerFractionGy(prescription).isEmpty();
    EditKeeps kept = nothingToKeep ? EditKeeps.TOTAL_DOSE : prescription.getEditKeeps();
    switch (kept) {
      case ASK -> askThenSetFractions(prescription, (int) count);
      case TOTAL_DOSE, DOSE_PER_FRACTION ->
          model.execute(fractionCommand(prescription, (int) count, kept));
    }
    refresh();
  }

  private Command fractionCommand(Prescription prescription, int count, EditKeeps kept) {
    return PlanEdits.setFractionCount(session.editingDomain(), prescription, count, kept);
  }

  private void askThenSetFractions(Prescription prescription, int count) {
    var question = new FractionQuestion(page.getShell(), prescription, count);
    question.open();
    if (question.answer().isPresent()) {
      EditKeeps kept = question.answer().get();
      Command edit = fractionCommand(prescription, count, kept);
      model.execute(
          question.remembers()
              ? CaseEditing.compound(
                  edit.getLabel(),
                  edit,
                  PlanEdits.rememberEditKeeps(session.editingDomain(), prescription, kept))
              : edit);
    }
  }
}
