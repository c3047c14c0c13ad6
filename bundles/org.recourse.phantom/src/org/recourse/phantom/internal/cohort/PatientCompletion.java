/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.internal.cohort;

import java.time.LocalDate;
import org.recourse.model.AuditEntry;
import org.recourse.model.Course;
import org.recourse.model.CourseKind;
import org.recourse.model.CourseSource;
import org.recourse.model.ImageRole;
import org.recourse.model.ImageSeries;
import org.recourse.model.ModelFactory;
import org.recourse.model.PatientCase;
import org.recourse.model.Plan;
import org.recourse.model.Structure;
import org.recourse.model.StructureSet;
import org.recourse.phantom.cohort.SyntheticPatient;
import org.recourse.phantom.internal.anatomy.HeadAnatomy;
import org.recourse.phantom.internal.anatomy.Organ;
import org.recourse.phantom.internal.anatomy.OrganAtlas;

/** Adds to an imported patient of a cohort what DICOM does not say. Stateless. */
public final class PatientCompletion {

  /** Completes the case in place. */
  public void complete(PatientCase patientCase, SyntheticPatient patient, PatientFiles files) {
    patientCase.setSynthetic(true);
    patientCase.setTitle("Synthetic cohort, " + patient.id());
    for (ImageSeries series : patientCase.getImageSeries()) {
      series.setRole(role(series));
    }
    var atlas = new OrganAtlas(new HeadAnatomy());
    for (StructureSet set : patientCase.getStructureSets()) {
      for (Structure structure : set.getStructures()) {
        tissue(structure, atlas);
      }
    }
    Course first = courseOf(patientCase, PatientFiles.FIRST_LABEL);
    complete(first, "First course", CourseKind.PREVIOUS, files.firstDate(), 46);
    Course planned = courseOf(patientCase, PatientFiles.PLANNED_LABEL);
    complete(planned, "Re-irradiation", CourseKind.PLANNED, files.plannedDate().plusDays(14), 42);
    patientCase.getCourses().move(0, first);
    AuditEntry entry = ModelFactory.eINSTANCE.createAuditEntry();
    entry.setTime(files.plannedDate() + "T12:00:00Z"); // fixed, so that the case is the same
    entry.setUser("ReCourse");
    entry.setAction("generate");
    entry.setText("SYNTHETIC patient of a cohort made by org.recourse.phantom; no real patient.");
    patientCase.getAudit().clear();
    patientCase.getAudit().add(entry);
  }

  private static ImageRole role(ImageSeries series) {
    if (series.getModality().equals("CT")) {
      return ImageRole.PLANNING_CT;
    }
    String description = series.getDescription() == null ? "" : series.getDescription();
    if (description.startsWith("T1 contrast")) {
      return ImageRole.T1C;
    }
    return description.startsWith("T2") ? ImageRole.T2 : ImageRole.T1;
  }

  private static void tissue(Structure structure, OrganAtlas atlas) {
    for (Organ organ : atlas.planned()) {
      if (organ.name().equals(structure.getName())) {
        structure.setAlphaBetaGy(organ.alphaBetaGy());
        organ.tg263Name().ifPresent(structure::setTg263Name);
      }
    }
  }

  private static void complete(
      Course course, String label, CourseKind kind, LocalDate start, int days) {
    course.setLabel(label);
    course.setKind(kind);
    course.setSource(CourseSource.DICOM);
    course.setStartDate(start.toString());
    course.setEndDate(start.plusDays(days).toString());
    course.setIntent("Curative");
    course.setSite("Nasopharynx");
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
}
