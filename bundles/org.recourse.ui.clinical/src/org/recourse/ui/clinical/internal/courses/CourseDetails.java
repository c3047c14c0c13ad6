/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.clinical.internal.courses;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eclipse.emf.common.command.Command;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.recourse.model.Course;
import org.recourse.model.CourseSource;
import org.recourse.model.EditKeeps;
import org.recourse.model.Prescription;
import org.recourse.model.course.CourseTimes;
import org.recourse.model.edit.CourseEdits;
import org.recourse.model.edit.PlanEdits;
import org.recourse.ui.editor.ModelRefresh;
import org.recourse.ui.session.CaseSession;
import org.recourse.ui.widget.NumberField;
import org.recourse.ui.widget.NumberRule;
import org.recourse.ui.widget.TextField;

/** Label, dates and, for a paper course, prescription and typed figures. UI thread only. */
final class CourseDetails {

  private final CaseSession session;
  private final ModelRefresh model;
  private final TextField label;
  private final TextField site;
  private final TextField start;
  private final TextField end;
  private final NumberField totalDose;
  private final NumberField fractions;
  private final TypedDoses typedDoses;
  private Optional<Course> shown = Optional.empty();

  CourseDetails(Composite parent, CaseSession session, ModelRefresh model) {
    this.session = session;
    this.model = model;
    Composite area = new Composite(parent, SWT.NONE);
    area.setLayout(new GridLayout(2, true));
    Composite fields = new Composite(area, SWT.NONE);
    fields.setLayout(new GridLayout(3, false));
    fields.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    label = text(fields, "courseLabel", "Course", "", this::setLabel);
    site = text(fields, "courseSite", "Site", "unknown", this::setSite);
    start = date(fields, "courseStart", "First day", typed -> setDates(typed, true));
    end = date(fields, "courseEnd", "Last day", typed -> setDates(typed, false));
    totalDose =
        new NumberField(
            fields,
            new NumberField.Description(
                "courseTotalDose", "Total dose", NumberRule.positive(200, "Gy"), 1),
            this::setTotalDose);
    fractions =
        new NumberField(
            fields,
            new NumberField.Description(
                "courseFractions", "Fractions", NumberRule.count(1, 100), 0),
            this::setFractions);
    typedDoses = new TypedDoses(area, session, model);
    show(Optional.empty());
  }

  private TextField text(
      Composite parent,
      String id,
      String name,
      String hint,
      java.util.function.Consumer<String> whenCommitted) {
    return new TextField(
        parent,
        new TextField.Description(id, name, hint, typed -> Optional.empty()),
        whenCommitted);
  }

  private TextField date(
      Composite parent, String id, String name, java.util.function.Consumer<String> whenCommitted) {
    return new TextField(
        parent,
        new TextField.Description(id, name, "yyyy-mm-dd", CourseDetails::dateComplaint),
        whenCommitted);
  }

  private static Optional<String> dateComplaint(String typed) {
    return typed.isBlank() || CourseTimes.date(typed).isPresent()
        ? Optional.empty()
        : Optional.of("Enter a date as yyyy-mm-dd, such as 2023-02-27, or nothing if unknown.");
  }

  void show(Optional<Course> course) {
    shown = course;
    boolean isPaper = course.filter(c -> c.getSource() == CourseSource.PAPER).isPresent();
    for (TextField field : List.of(label, site, start, end)) {
      field.setEnabled(course.isPresent());
    }
    label.show(course.map(Course::getLabel).orElse(""));
    site.show(course.map(Course::getSite).orElse(""));
    start.show(course.map(Course::getStartDate).orElse(""));
    end.show(course.map(Course::getEndDate).orElse(""));
    String why = isPaper ? "" : "The prescription of a DICOM course stands in its plan.";
    totalDose.setEnabled(isPaper, why);
    fractions.setEnabled(isPaper, why);
    Optional<Prescription> typed = typedPrescription();
    totalDose.show(
        typed
            .filter(Prescription::isSetTotalDoseGy)
            .map(p -> OptionalDouble.of(p.getTotalDoseGy()))
            .orElse(OptionalDouble.empty()));
    fractions.show(
        typed
            .filter(Prescription::isSetFractionCount)
            .map(p -> OptionalDouble.of(p.getFractionCount()))
            .orElse(OptionalDouble.empty()));
    typedDoses.show(course.filter(c -> isPaper));
  }

  private Optional<Prescription> typedPrescription() {
    return shown.map(Course::getTypedPrescription);
  }

  private void edit(java.util.function.Function<Course, Command> command) {
    shown.map(command).ifPresent(model::execute);
  }

  private void setLabel(String typed) {
    edit(course -> CourseEdits.setLabel(session.editingDomain(), course, typed));
  }

  private void setSite(String typed) {
    edit(course -> CourseEdits.setSite(session.editingDomain(), course, typed));
  }

  private void setDates(String typed, boolean isStart) {
    Optional<LocalDate> date = CourseTimes.date(typed);
    edit(
        course ->
            CourseEdits.setDates(
                session.editingDomain(),
                course,
                isStart ? date : CourseTimes.startDate(course),
                isStart ? CourseTimes.endDate(course) : date));
  }

  private void setTotalDose(double doseGy) {
    typedPrescription()
        .ifPresent(
            typed -> model.execute(PlanEdits.setTotalDose(session.editingDomain(), typed, doseGy)));
  }

  /** Total dose and fractions of a paper record are both read from it, so neither follows. */
  private void setFractions(double count) {
    typedPrescription()
        .ifPresent(
            typed ->
                model.execute(
                    PlanEdits.setFractionCount(
                        session.editingDomain(), typed, (int) count, EditKeeps.TOTAL_DOSE)));
  }
}
