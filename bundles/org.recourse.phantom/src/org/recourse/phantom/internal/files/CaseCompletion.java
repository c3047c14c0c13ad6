/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.internal.files;

import java.util.List;
import java.util.function.Predicate;
import org.eclipse.emf.common.util.EList;
import org.recourse.model.AuditEntry;
import org.recourse.model.Course;
import org.recourse.model.CourseKind;
import org.recourse.model.CourseSource;
import org.recourse.model.FrameOfReference;
import org.recourse.model.ImageRole;
import org.recourse.model.ImageSeries;
import org.recourse.model.ModelFactory;
import org.recourse.model.PatientCase;
import org.recourse.model.Plan;
import org.recourse.model.Prescription;
import org.recourse.model.Registration;
import org.recourse.model.Structure;
import org.recourse.model.StructureSet;
import org.recourse.model.TypedDose;
import org.recourse.phantom.internal.anatomy.HeadAnatomy;
import org.recourse.phantom.internal.anatomy.Organ;
import org.recourse.phantom.internal.anatomy.OrganAtlas;

/**
 * Adds to the imported case what DICOM does not say: roles, tissues, dates, goals and the course
 * that is known from paper only. Stateless.
 *
 * <p>The paper course is a boost of 6 Gy in 2 fractions by brachytherapy at another hospital,
 * twelve days after the first course, of which only a letter exists.
 */
public final class CaseCompletion {

  private static final double REGISTRATION_UNCERTAINTY_MM = 1.5;
  private static final String LETTER =
      "SYNTHETIC discharge letter of 2019-05-07: applicator plan, maximum per organ";

  /** Completes the case in place. */
  public void complete(PatientCase patientCase) {
    patientCase.setSynthetic(true);
    patientCase.setTitle("Synthetic re-irradiation of the nasopharynx");
    frames(patientCase);
    roles(patientCase);
    planningFirst(patientCase);
    var atlas = new OrganAtlas(new HeadAnatomy());
    for (StructureSet structureSet : patientCase.getStructureSets()) {
      tissues(structureSet, atlas.planned());
      tissues(structureSet, atlas.firstCourse());
    }
    courses(patientCase);
    patientCase.getGoals().clear();
    patientCase.getGoals().addAll(new GoalList().planned());
    AuditEntry entry = ModelFactory.eINSTANCE.createAuditEntry();
    entry.setTime("2022-08-22T12:00:00Z"); // fixed, so that the case is the same each time
    entry.setUser("ReCourse");
    entry.setAction("generate");
    entry.setText("SYNTHETIC case made by org.recourse.phantom; it describes no real patient.");
    patientCase.getAudit().clear();
    patientCase.getAudit().add(entry);
  }

  private static void frames(PatientCase patientCase) {
    for (CaseFrame frame : CaseFrame.values()) {
      for (FrameOfReference reference : patientCase.getFramesOfReference()) {
        if (frame.uid().equals(reference.getUid())) {
          reference.setLabel(frame.label());
        }
      }
    }
    for (Registration registration : patientCase.getRegistrations()) {
      registration.setUncertaintyMm(REGISTRATION_UNCERTAINTY_MM);
    }
  }

  private static void roles(PatientCase patientCase) {
    for (ImageSeries series : patientCase.getImageSeries()) {
      String description = series.getDescription() == null ? "" : series.getDescription();
      if (series.getModality().equals("MR")) {
        series.setRole(mrRole(description));
      } else {
        boolean planning = CaseFrame.PLANNING.uid().equals(series.getFrameOfReference().getUid());
        series.setRole(planning ? ImageRole.PLANNING_CT : ImageRole.CT);
      }
    }
  }

  /** Brings what belongs to the planned course to the front of the lists. */
  private static void planningFirst(PatientCase patientCase) {
    String planningUid = CaseFrame.PLANNING.uid();
    moveFirst(patientCase.getFramesOfReference(), frame -> frame.getUid().equals(planningUid));
    moveFirst(
        patientCase.getImageSeries(),
        series -> series.getFrameOfReference().getUid().equals(planningUid));
    moveFirst(
        patientCase.getStructureSets(),
        structureSet -> structureSet.getFrameOfReference().getUid().equals(planningUid));
  }

  private static <T> void moveFirst(EList<T> list, Predicate<T> wanted) {
    for (int i = 0; i < list.size(); i++) {
      if (wanted.test(list.get(i))) {
        list.move(0, i);
        return;
      }
    }
  }

  private static ImageRole mrRole(String description) {
    if (description.startsWith(CaseNames.MR_T1_CONTRAST)) {
      return ImageRole.T1C;
    }
    return description.startsWith(CaseNames.MR_T2) ? ImageRole.T2 : ImageRole.T1;
  }

  private static void tissues(StructureSet structureSet, List<Organ> organs) {
    for (Structure structure : structureSet.getStructures()) {
      for (Organ organ : organs) {
        if (organ.name().equals(structure.getName())) {
          structure.setAlphaBetaGy(organ.alphaBetaGy());
          organ.tg263Name().ifPresent(structure::setTg263Name);
        }
      }
    }
  }

  private static void courses(PatientCase patientCase) {
    Course first = courseOf(patientCase, CaseNames.FIRST_LABEL);
    first.setLabel("First course 2019");
    first.setKind(CourseKind.PREVIOUS);
    first.setSource(CourseSource.DICOM);
    first.setStartDate("2019-03-04");
    first.setEndDate("2019-04-17");
    first.setIntent("Curative");
    first.setSite("Nasopharynx and upper neck");
    Course planned = courseOf(patientCase, CaseNames.PLANNED_LABEL);
    planned.setLabel("Re-irradiation 2022");
    planned.setKind(CourseKind.PLANNED);
    planned.setSource(CourseSource.DICOM);
    planned.setStartDate("2022-09-05");
    planned.setEndDate("2022-10-11");
    planned.setIntent("Curative");
    planned.setSite("Nasopharynx");
    patientCase.getCourses().removeAll(List.of(first, planned));
    patientCase.getCourses().addAll(0, List.of(first, boost(), planned));
  }

  private static Course courseOf(PatientCase patientCase, String planLabel) {
    for (Course course : patientCase.getCourses()) {
      for (Plan plan : course.getPlans()) {
        if (planLabel.equals(plan.getLabel())) {
          return course;
        }
      }
    }
    throw new IllegalStateException("the import made no course for plan " + planLabel);
  }

  private static Course boost() {
    Course boost = ModelFactory.eINSTANCE.createCourse();
    boost.setLabel("Boost 2019 (paper)");
    boost.setKind(CourseKind.PREVIOUS);
    boost.setSource(CourseSource.PAPER);
    boost.setStartDate("2019-04-29");
    boost.setEndDate("2019-05-06");
    boost.setIntent("Boost");
    boost.setSite("Nasopharynx");
    Prescription prescription = ModelFactory.eINSTANCE.createPrescription();
    prescription.setTotalDoseGy(6);
    prescription.setFractionCount(2);
    boost.setTypedPrescription(prescription);
    typed(boost, OrganAtlas.MUCOSA, 9.6);
    typed(boost, "SpinalCord", 0.4);
    typed(boost, "Brainstem", 1.1);
    typed(boost, "OpticChiasm", 0.8);
    typed(boost, "Lobe_Temporal_L", 0.9);
    typed(boost, "Lobe_Temporal_R", 1.2);
    typed(boost, "A_Carotid_L", 2.0);
    typed(boost, "A_Carotid_R", 2.6);
    return boost;
  }

  private static void typed(Course course, String structure, double doseGy) {
    TypedDose typed = ModelFactory.eINSTANCE.createTypedDose();
    typed.setStructureName(structure);
    typed.setMetric("Dmax");
    typed.setDoseGy(doseGy);
    typed.setSourceText(LETTER);
    course.getTypedDoses().add(typed);
  }
}
