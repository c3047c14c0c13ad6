/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.model.validate;

import java.util.Objects;
import java.util.Optional;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.recourse.model.Course;
import org.recourse.model.DoseDistribution;
import org.recourse.model.DoseSummation;
import org.recourse.model.FrameOfReference;
import org.recourse.model.ModelPackage;
import org.recourse.model.PatientCase;
import org.recourse.model.Plan;
import org.recourse.model.course.CourseTimes;

/**
 * Rules of dose grids: in gray, of a beam that is there, in a frame that can be reached.
 *
 * @param problems where problems go
 */
record DoseRules(Problems problems) {

  private static final ModelPackage MODEL = ModelPackage.eINSTANCE;

  void check(DoseDistribution dose) {
    String name =
        dose.eContainer() instanceof Plan plan ? "dose of " + Words.plan(plan) : "dose grid";
    if (dose.isRelative()) {
      problems.error(
          dose,
          MODEL.getDoseDistribution_Relative(),
          "A "
              + name
              + " is in relative units: without its value in Gy it is not used. Export the dose in"
              + " Gy and import it again.");
    }
    if (dose.getReference() == null) {
      problems.error(
          dose,
          MODEL.getDoseDistribution_Reference(),
          "A " + name + " has no file, so it cannot be shown. Import the dose again.");
    }
    if (dose.getSummation() == DoseSummation.BEAM && dose.getBeam() == null) {
      problems.warning(
          dose,
          MODEL.getDoseDistribution_Beam(),
          "A "
              + name
              + " is the dose of one beam, but it is not known of which, so it does not follow the"
              + " weight of a beam. Import plan and dose together.");
    }
    if (dose.getSummation() == DoseSummation.OTHER) {
      problems.info(
          dose,
          MODEL.getDoseDistribution_Summation(),
          "A " + name + " is neither a plan nor a beam sum, so it is never added to others.");
    }
    checkFrame(dose, name);
  }

  private void checkFrame(DoseDistribution dose, String name) {
    FrameOfReference frame = dose.getFrameOfReference();
    if (frame == null) {
      problems.error(
          dose,
          MODEL.getDoseDistribution_FrameOfReference(),
          "A "
              + name
              + " has no frame of reference, so its place in the patient is not known. Export the"
              + " dose again with its frame.");
      return;
    }
    if (EcoreUtil.getRootContainer(dose) instanceof PatientCase patientCase) {
      CourseTimes.plannedCourse(patientCase)
          .flatMap(DoseRules::frameOf)
          .filter(target -> !FrameConnections.connects(patientCase, frame, target))
          .ifPresent(target -> reportUnconnected(dose, name, frame, target));
    }
  }

  private void reportUnconnected(
      DoseDistribution dose, String name, FrameOfReference frame, FrameOfReference target) {
    problems.warning(
        dose,
        MODEL.getDoseDistribution_FrameOfReference(),
        "A "
            + name
            + " is in "
            + Words.frame(frame)
            + ", and no registration leads to "
            + Words.frame(target)
            + " of the planned course, so it cannot be added up. Import a registration or type its"
            + " matrix.");
  }

  private static Optional<FrameOfReference> frameOf(Course planned) {
    return planned.getPlans().stream()
        .map(Plan::getFrameOfReference)
        .filter(Objects::nonNull)
        .findFirst();
  }
}
