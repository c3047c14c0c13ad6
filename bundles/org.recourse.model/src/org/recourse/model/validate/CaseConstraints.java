/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.model.validate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.common.util.DiagnosticChain;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EDataType;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EValidator;
import org.recourse.model.Beam;
import org.recourse.model.ClinicalGoal;
import org.recourse.model.Course;
import org.recourse.model.CourseKind;
import org.recourse.model.DicomReference;
import org.recourse.model.DoseDistribution;
import org.recourse.model.FrameOfReference;
import org.recourse.model.ImageSeries;
import org.recourse.model.ModelPackage;
import org.recourse.model.Patient;
import org.recourse.model.PatientCase;
import org.recourse.model.Plan;
import org.recourse.model.Prescription;
import org.recourse.model.Registration;
import org.recourse.model.Structure;
import org.recourse.model.StructureSet;
import org.recourse.model.TypedDose;
import org.recourse.model.course.CourseTimes;
import org.recourse.model.util.ModelSwitch;

/**
 * The constraints of the model as an EMF validator: takes each object to the rules of its class.
 */
final class CaseConstraints implements EValidator {

  private static final ModelPackage MODEL = ModelPackage.eINSTANCE;

  @Override
  public boolean validate(
      EObject object, DiagnosticChain diagnostics, Map<Object, Object> context) {
    return validate(object.eClass(), object, diagnostics, context);
  }

  @Override
  public boolean validate(
      EClass type, EObject object, DiagnosticChain diagnostics, Map<Object, Object> context) {
    new Rules(new Problems(diagnostics)).doSwitch(object);
    return true; // what was found is in the diagnostics
  }

  @Override
  public boolean validate(
      EDataType type, Object value, DiagnosticChain diagnostics, Map<Object, Object> context) {
    return true; // data types have no constraints of their own
  }

  /** One run over one object. */
  private static final class Rules extends ModelSwitch<Boolean> {

    private final Problems problems;

    Rules(Problems problems) {
      this.problems = problems;
    }

    @Override
    public Boolean casePatientCase(PatientCase patientCase) {
      if (patientCase.getPatient() == null) {
        problems.error(
            patientCase,
            MODEL.getPatientCase_Patient(),
            "The case has no patient: nothing in it can be assigned to a person. Enter the"
                + " patient.");
      }
      checkFrames(patientCase);
      checkPlannedCourses(patientCase);
      return true;
    }

    private void checkFrames(PatientCase patientCase) {
      var byUid = new HashMap<String, FrameOfReference>();
      for (FrameOfReference frame : patientCase.getFramesOfReference()) {
        if (Words.isBlank(frame.getUid())) {
          problems.error(
              frame,
              MODEL.getFrameOfReference_Uid(),
              Words.first(Words.frame(frame))
                  + " has no UID: what is given in it cannot be brought together with anything."
                  + " Import the DICOM files again.");
        } else if (byUid.putIfAbsent(frame.getUid(), frame) != null) {
          problems.error(
              frame,
              MODEL.getFrameOfReference_Uid(),
              "Two frames of reference have the UID "
                  + frame.getUid()
                  + ": objects that belong together look as if they did not. Import the DICOM"
                  + " files again.");
        }
      }
    }

    private void checkPlannedCourses(PatientCase patientCase) {
      List<Course> planned =
          patientCase.getCourses().stream()
              .filter(course -> course.getKind() == CourseKind.PLANNED)
              .toList();
      for (Course second : planned.subList(Math.min(1, planned.size()), planned.size())) {
        problems.warning(
            second,
            MODEL.getCourse_Kind(),
            Words.first(Words.course(second))
                + " is planned, and so is "
                + Words.course(planned.getFirst())
                + ", which is the one that is assessed. Mark delivered courses as previous.");
      }
    }

    @Override
    public Boolean casePatient(Patient patient) {
      if (Words.isBlank(patient.getPatientId())) {
        problems.warning(
            patient,
            MODEL.getPatient_PatientId(),
            "The patient has no ID: reports can be mistaken for those of another person. Enter the"
                + " patient ID.");
      }
      if (!Words.isBlank(patient.getBirthDate())
          && CourseTimes.date(patient.getBirthDate()).isEmpty()) {
        problems.error(
            patient,
            MODEL.getPatient_BirthDate(),
            CourseRules.notDate("The birth date", patient.getBirthDate())
                + " The age is treated as unknown.");
      }
      return true;
    }

    @Override
    public Boolean caseCourse(Course course) {
      new CourseRules(problems).check(course);
      return true;
    }

    @Override
    public Boolean caseTypedDose(TypedDose typedDose) {
      new CourseRules(problems).check(typedDose);
      return true;
    }

    @Override
    public Boolean casePlan(Plan plan) {
      new PlanRules(problems).check(plan);
      return true;
    }

    @Override
    public Boolean casePrescription(Prescription prescription) {
      new PrescriptionRules(problems).check(prescription);
      return true;
    }

    @Override
    public Boolean caseBeam(Beam beam) {
      new PlanRules(problems).check(beam);
      return true;
    }

    @Override
    public Boolean caseDoseDistribution(DoseDistribution dose) {
      new DoseRules(problems).check(dose);
      return true;
    }

    @Override
    public Boolean caseStructureSet(StructureSet structureSet) {
      new ImageRules(problems).check(structureSet);
      return true;
    }

    @Override
    public Boolean caseStructure(Structure structure) {
      new ImageRules(problems).check(structure);
      return true;
    }

    @Override
    public Boolean caseImageSeries(ImageSeries series) {
      new ImageRules(problems).check(series);
      return true;
    }

    @Override
    public Boolean caseDicomReference(DicomReference reference) {
      new ImageRules(problems).check(reference);
      return true;
    }

    @Override
    public Boolean caseRegistration(Registration registration) {
      new RegistrationRules(problems).check(registration);
      return true;
    }

    @Override
    public Boolean caseClinicalGoal(ClinicalGoal goal) {
      new GoalRules(problems).check(goal);
      return true;
    }
  }
}
