/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.model.edit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.common.command.UnexecutableCommand;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.edit.command.SetCommand;
import org.eclipse.emf.edit.domain.EditingDomain;
import org.recourse.model.ClinicalGoal;
import org.recourse.model.Course;
import org.recourse.model.CourseKind;
import org.recourse.model.CourseSource;
import org.recourse.model.ModelFactory;
import org.recourse.model.ModelPackage;
import org.recourse.model.PatientCase;
import org.recourse.model.Registration;
import org.recourse.model.TypedDose;

/**
 * Edits of courses, typed doses, registrations and goals. Each method returns one undo step that
 * the caller executes; see {@link CaseEditing} for edits that change nothing.
 */
public final class CourseEdits {

  private static final ModelPackage MODEL = ModelPackage.eINSTANCE;
  private static final int MATRIX_ENTRIES = 16;

  private CourseEdits() {}

  /**
   * Returns a previous course that is known from paper only, with an empty prescription to be
   * filled in. It is in no case yet: see {@link #addCourse}.
   */
  public static Course newPaperCourse(String label) {
    Course course = ModelFactory.eINSTANCE.createCourse();
    course.setLabel(label);
    course.setKind(CourseKind.PREVIOUS);
    course.setSource(CourseSource.PAPER);
    course.setTypedPrescription(ModelFactory.eINSTANCE.createPrescription());
    return course;
  }

  /** Adds a course to the case. */
  public static Command addCourse(EditingDomain domain, PatientCase patientCase, Course course) {
    return CaseEditing.add(
        domain, "Add Course", patientCase, MODEL.getPatientCase_Courses(), course);
  }

  /** Takes a course with its plans and doses out of the case; no DICOM file is deleted. */
  public static Command removeCourse(EditingDomain domain, Course course) {
    return CaseEditing.delete(domain, "Remove Course", course);
  }

  /** Renames a course. */
  public static Command setLabel(EditingDomain domain, Course course, String label) {
    return setText(domain, "Rename Course", course, MODEL.getCourse_Label(), label);
  }

  /** Changes the treated site; a blank text makes it unknown. */
  public static Command setSite(EditingDomain domain, Course course, String site) {
    return setText(domain, "Set Site", course, MODEL.getCourse_Site(), site);
  }

  /** Changes the treatment intent; a blank text makes it unknown. */
  public static Command setIntent(EditingDomain domain, Course course, String intent) {
    return setText(domain, "Set Intent", course, MODEL.getCourse_Intent(), intent);
  }

  /** Changes whether a course has been delivered or is being planned. */
  public static Command setKind(EditingDomain domain, Course course, CourseKind kind) {
    return CaseEditing.set(domain, "Set Course Kind", course, MODEL.getCourse_Kind(), kind);
  }

  /** Changes first and last day in one step; empty means unknown. */
  public static Command setDates(
      EditingDomain domain,
      Course course,
      Optional<LocalDate> startDate,
      Optional<LocalDate> endDate) {
    String label = "Set Course Dates";
    String start = startDate.map(LocalDate::toString).orElse("");
    String end = endDate.map(LocalDate::toString).orElse("");
    return CaseEditing.compound(
        label,
        setText(domain, label, course, MODEL.getCourse_StartDate(), start),
        setText(domain, label, course, MODEL.getCourse_EndDate(), end));
  }

  /** Adds a dose figure taken from paper. */
  public static Command addTypedDose(EditingDomain domain, Course course, TypedDose typedDose) {
    return CaseEditing.add(
        domain, "Add Typed Dose", course, MODEL.getCourse_TypedDoses(), typedDose);
  }

  /** Takes a typed dose figure out of its course. */
  public static Command removeTypedDose(EditingDomain domain, TypedDose typedDose) {
    return CaseEditing.delete(domain, "Remove Typed Dose", typedDose);
  }

  /** Adds a registration to the case. */
  public static Command addRegistration(
      EditingDomain domain, PatientCase patientCase, Registration registration) {
    return CaseEditing.add(
        domain,
        "Add Registration",
        patientCase,
        MODEL.getPatientCase_Registrations(),
        registration);
  }

  /**
   * Changes the matrix of a registration.
   *
   * @param matrix row-major 4x4 matrix, millimetres, 16 finite numbers; whether it is rigid is for
   *     the validator to say
   */
  public static Command setMatrix(
      EditingDomain domain, Registration registration, List<Double> matrix) {
    if (matrix.size() != MATRIX_ENTRIES || !matrix.stream().allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("16 finite numbers expected: " + matrix);
    }
    return registration.getMatrix().equals(matrix)
        ? UnexecutableCommand.INSTANCE
        : CaseEditing.compound(
            "Set Registration Matrix",
            SetCommand.create(
                domain, registration, MODEL.getRegistration_Matrix(), List.copyOf(matrix)));
  }

  /** Adds a clinical goal to the case. */
  public static Command addGoal(EditingDomain domain, PatientCase patientCase, ClinicalGoal goal) {
    return CaseEditing.add(domain, "Add Goal", patientCase, MODEL.getPatientCase_Goals(), goal);
  }

  /** Takes a clinical goal out of the case. */
  public static Command removeGoal(EditingDomain domain, ClinicalGoal goal) {
    return CaseEditing.delete(domain, "Remove Goal", goal);
  }

  private static Command setText(
      EditingDomain domain, String label, Course course, EStructuralFeature feature, String text) {
    String stripped = text.strip();
    return stripped.isEmpty()
        ? CaseEditing.unset(domain, label, course, feature)
        : CaseEditing.set(domain, label, course, feature, stripped);
  }
}
