/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.model.validate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recourse.model.Course;
import org.recourse.model.CourseKind;
import org.recourse.model.DicomReference;
import org.recourse.model.PatientCase;
import org.recourse.model.TypedDose;
import org.recourse.model.samples.SampleCases;
import org.recourse.model.validate.CaseProblem.Severity;

class CaseValidatorTest extends ValidatedCase {

  @Test
  void aSoundCaseHasNoProblem() {
    assertEquals(List.of(), validator.validate(sample));
  }

  @Test
  void validatingChangesNothing() {
    validator.validate(sample);

    assertTrue(EcoreUtil.equals(SampleCases.reirradiation(), sample));
  }

  @Test
  void aCaseNeedsAPatient() {
    sample.setPatient(null);

    assertOnly(Severity.ERROR, sample, MODEL.getPatientCase_Patient(), "no patient");
  }

  @Test
  void aPatientNeedsAnId() {
    sample.getPatient().setPatientId(" ");

    assertOnly(Severity.WARNING, sample.getPatient(), MODEL.getPatient_PatientId(), "no ID");
  }

  @ParameterizedTest
  @CsvSource({"0, ERROR", "-3, ERROR", "NaN, ERROR", "25, WARNING"})
  void alphaBetaMustBePossible(double alphaBetaGy, Severity severity) {
    structures.get(2).setAlphaBetaGy(alphaBetaGy);

    assertOnly(severity, structures.get(2), MODEL.getStructure_AlphaBetaGy(), "Structure \"左颞叶\"");
  }

  @Test
  void namesMayNotOccurTwice() {
    structures.get(2).setName("brainSTEM ");

    assertOnly(
        Severity.WARNING,
        structures.get(2),
        MODEL.getStructure_Name(),
        "ROI 3 and ROI 2 are both named \"brainSTEM\"");
  }

  @Test
  void roiNumbersMayNotOccurTwice() {
    structures.get(2).setRoiNumber(2);

    assertOnly(
        Severity.ERROR, structures.get(2), MODEL.getStructure_RoiNumber(), "same ROI number 2");
  }

  @Test
  void aPreviousCourseEndsBeforeThePlannedOneStarts() {
    first.setEndDate("2024-03-01");

    assertOnly(
        Severity.ERROR, first, MODEL.getCourse_EndDate(), "Previous course \"First course\"");
  }

  @Test
  void aPreviousCourseStartsBeforeThePlannedOneStarts() {
    first.setStartDate("2024-05-01");
    first.setEndDate(null);

    assertOnly(Severity.ERROR, first, MODEL.getCourse_StartDate(), "starts on 2024-05-01");
  }

  @Test
  void anUnknownIntervalNamesTheDayThatIsMissing() {
    first.setEndDate(null);

    assertOnly(
        Severity.WARNING, first, MODEL.getCourse_EndDate(), "Enter the last day of course \"First");
  }

  @Test
  void anUnknownStartOfThePlannedCourseIsSaidThere() {
    planned.setStartDate(null);
    sample.getCourses().remove(paper);

    assertOnly(
        Severity.WARNING, planned, MODEL.getCourse_StartDate(), "Enter the first day of course");
  }

  @Test
  void aDateMustBeADate() {
    planned.setEndDate("31.12.2024");

    assertOnly(Severity.ERROR, planned, MODEL.getCourse_EndDate(), "Write year-month-day");
  }

  @Test
  void aCourseEndsAfterItStarts() {
    first.setStartDate("2019-03-01");

    assertOnly(Severity.ERROR, first, MODEL.getCourse_EndDate(), "before its first day");
  }

  @Test
  void aPaperCourseNeedsAPrescription() {
    paper.setTypedPrescription(null);

    assertOnly(Severity.ERROR, paper, MODEL.getCourse_TypedPrescription(), "Type total dose");
  }

  @Test
  void aPaperCourseShouldHaveFigures() {
    paper.getTypedDoses().clear();

    assertOnly(Severity.WARNING, paper, MODEL.getCourse_TypedDoses(), "no dose figure");
  }

  @Test
  void aTypedDoseIsComplete() {
    TypedDose typed = paper.getTypedDoses().getFirst();
    typed.setDoseGy(-1);
    assertOnly(Severity.ERROR, typed, MODEL.getTypedDose_DoseGy(), "0 Gy or more");
    typed.unsetDoseGy();
    assertOnly(Severity.WARNING, typed, MODEL.getTypedDose_DoseGy(), "has no number");
  }

  @Test
  void aCourseWithoutPlanIsNoticed() {
    first.getPlans().clear();

    assertOnly(Severity.WARNING, first, MODEL.getCourse_Plans(), "has no plan");
  }

  @Test
  void onlyOneCourseIsPlanned() {
    first.setKind(CourseKind.PLANNED);

    assertOnly(Severity.WARNING, first, MODEL.getCourse_Kind(), "Mark delivered courses");
  }

  @ParameterizedTest(name = "entry {0} = {1}")
  @CsvSource({
    "0, 1.01, not rigid", // stretched
    "0, -1, not rigid", // mirrored
    "1, 0.1, not rigid", // sheared
    "12, 0.5, last row",
    "3, NaN, no complete matrix"
  })
  void aRegistrationIsRigid(int entry, double value, String words) {
    registration.getMatrix().set(entry, value);

    assertOnly(Severity.ERROR, registration, MODEL.getRegistration_Matrix(), words);
  }

  @Test
  void aRotationIsRigidAlsoWithRoundedNumbersAndNegativeZero() {
    List<Double> turned =
        List.of(
            0.7071, -0.7071, 0.0, 12.5, 0.7071, 0.7071, 0.0, 3.0, 0.0, 0.0, 1.0, -7.0, -0.0, 0.0,
            -0.0, 1.0);
    registration.getMatrix().clear();
    registration.getMatrix().addAll(turned);

    assertEquals(List.of(), validator.validate(sample));
  }

  @Test
  void aMatrixHasSixteenNumbers() {
    registration.getMatrix().removeLast();

    assertOnly(Severity.ERROR, registration, MODEL.getRegistration_Matrix(), "15 numbers");
  }

  @Test
  void anUnknownUncertaintyIsWorthKnowing() {
    registration.unsetUncertaintyMm();

    assertOnly(Severity.INFO, registration, MODEL.getRegistration_UncertaintyMm(), "3 mm");
  }

  @ParameterizedTest
  @CsvSource({"../other/1.dcm", "/etc/passwd", "C:/x.dcm", "dicom\\1.dcm", "dicom/.."})
  void aFileLiesInTheCaseFolder(String path) {
    DicomReference reference = plan.getReference();
    reference.setRelativePath(path);

    assertOnly(
        Severity.ERROR, reference, MODEL.getDicomReference_RelativePath(), "not lie in the case");
  }

  @Test
  void aGoalAsksForAStructureOfTheCase() {
    sample.getGoals().getFirst().setStructureName("Chiasm");

    assertOnly(
        Severity.WARNING,
        sample.getGoals().getFirst(),
        MODEL.getClinicalGoal_StructureName(),
        "cannot be judged");
  }

  @Test
  void everySentenceIsASentence() {
    PatientCase empty = MAKE.createPatientCase();
    empty.setPatient(MAKE.createPatient());
    empty.getFramesOfReference().add(MAKE.createFrameOfReference());
    empty.getImageSeries().add(MAKE.createImageSeries());
    empty.getStructureSets().add(MAKE.createStructureSet());
    empty.getStructureSets().getFirst().getStructures().add(MAKE.createStructure());
    empty.getStructureSets().getFirst().setReference(MAKE.createDicomReference());
    empty.getRegistrations().add(MAKE.createRegistration());
    empty.getGoals().add(MAKE.createClinicalGoal());
    Course course = MAKE.createCourse();
    course.getPlans().add(MAKE.createPlan());
    course.getPlans().getFirst().setPrescription(MAKE.createPrescription());
    course.getPlans().getFirst().getBeams().add(MAKE.createBeam());
    course.getPlans().getFirst().getDoses().add(MAKE.createDoseDistribution());
    course.getTypedDoses().add(MAKE.createTypedDose());
    empty.getCourses().add(course);

    List<CaseProblem> problems = validator.validate(empty);

    assertFalse(problems.isEmpty());
    for (CaseProblem problem : problems) {
      assertTrue(
          problem.sentence().matches("(?s)[A-Z0-9].*\\.") && !problem.sentence().contains("null"),
          problem.sentence());
    }
  }
}
