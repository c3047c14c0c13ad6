/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.internal.imports;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.recourse.model.Course;
import org.recourse.model.DoseDistribution;
import org.recourse.model.FrameOfReference;
import org.recourse.model.ImageRole;
import org.recourse.model.ImageSeries;
import org.recourse.model.PatientCase;
import org.recourse.model.Plan;
import org.recourse.model.StructureSet;
import org.recourse.model.course.RegistrationForm;

/** Names everything that does not lie in the frame of reference of the planning CT. */
final class FrameCheck {

  private final ImportContext context;
  private final Set<FrameOfReference> reachable = new HashSet<>();

  FrameCheck(ImportContext context) {
    this.context = context;
  }

  void run() {
    PatientCase patientCase = context.patientCase();
    Optional<ImageSeries> planning =
        patientCase.getImageSeries().stream()
            .filter(series -> series.getRole() == ImageRole.PLANNING_CT)
            .findFirst();
    if (planning.isEmpty()) {
      return;
    }
    FrameOfReference frame = planning.get().getFrameOfReference();
    collectReachable(patientCase, frame);
    for (ImageSeries series : patientCase.getImageSeries()) {
      report("Series '" + series.getDescription() + "'", series.getFrameOfReference(), frame);
    }
    for (StructureSet set : patientCase.getStructureSets()) {
      report("Structure set '" + set.getLabel() + "'", set.getFrameOfReference(), frame);
    }
    for (Course course : patientCase.getCourses()) {
      for (Plan plan : course.getPlans()) {
        for (DoseDistribution dose : plan.getDoses()) {
          report("A dose of plan '" + plan.getLabel() + "'", dose.getFrameOfReference(), frame);
        }
      }
    }
  }

  private void collectReachable(PatientCase patientCase, FrameOfReference start) {
    reachable.add(start);
    boolean grew = true;
    while (grew) {
      grew = false;
      for (var registration : patientCase.getRegistrations()) {
        if (!RegistrationForm.isDeformable(registration)
            && reachable.contains(registration.getFrom())
                != reachable.contains(registration.getTo())) {
          reachable.add(registration.getFrom());
          reachable.add(registration.getTo());
          grew = true;
        }
      }
    }
  }

  private void report(String what, FrameOfReference frame, FrameOfReference planning) {
    if (frame == null || frame == planning) {
      return;
    }
    String text =
        what + " lies in frame of reference " + frame.getUid() + ", not in that of the planning CT";
    if (reachable.contains(frame)) {
      context.findings().info(text + "; a registration joins them.", frame.getUid());
    } else {
      context
          .findings()
          .warning(
              text
                  + ", and no registration joins them. It cannot be shown or summed with the plan"
                  + " until one is imported or typed.",
              frame.getUid());
    }
  }
}
