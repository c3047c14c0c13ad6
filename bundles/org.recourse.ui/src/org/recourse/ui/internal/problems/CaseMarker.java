/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.internal.problems;

import java.util.Map;
import org.eclipse.core.resources.IMarker;
import org.eclipse.emf.ecore.EObject;
import org.recourse.grid.finding.Finding;
import org.recourse.model.Beam;
import org.recourse.model.Course;
import org.recourse.model.Plan;
import org.recourse.model.Prescription;
import org.recourse.model.Registration;
import org.recourse.model.Structure;
import org.recourse.model.TypedDose;
import org.recourse.model.validate.CaseProblem;

/**
 * One problem marker to be. Immutable.
 *
 * @param severity a severity of {@link IMarker}
 * @param message the sentence
 * @param location the affected object, in words
 * @param page title of the editor page that leads to the place; empty if there is none
 */
record CaseMarker(int severity, String message, String location, String page) {

  /** Marker type in the plugin.xml. */
  static final String TYPE = "org.recourse.ui.caseProblem";

  /** Attribute with the title of the editor page. */
  static final String PAGE = "org.recourse.ui.page";

  static CaseMarker of(CaseProblem problem) {
    int severity =
        switch (problem.severity()) {
          case INFO -> IMarker.SEVERITY_INFO;
          case WARNING -> IMarker.SEVERITY_WARNING;
          case ERROR -> IMarker.SEVERITY_ERROR;
        };
    String place = pageOf(problem.object());
    return new CaseMarker(severity, problem.sentence(), place.isEmpty() ? "Case" : place, place);
  }

  static CaseMarker of(Finding finding) {
    int severity =
        switch (finding.severity()) {
          case INFO -> IMarker.SEVERITY_INFO;
          case WARNING -> IMarker.SEVERITY_WARNING;
          case ERROR -> IMarker.SEVERITY_ERROR;
        };
    return new CaseMarker(severity, finding.text(), finding.affected(), "");
  }

  private static String pageOf(EObject object) {
    for (EObject at = object; at != null; at = at.eContainer()) {
      String page =
          switch (at) {
            case Beam beam -> "Beams";
            case Structure structure -> "Structures";
            case Plan plan -> "Prescription";
            case Prescription prescription when prescription.eContainer() instanceof Plan ->
                "Prescription";
            case TypedDose dose -> "Courses";
            case Course course -> "Courses";
            case Registration registration -> "Registrations";
            default -> ""; // an open set of model classes: the container decides
          };
      if (!page.isEmpty()) {
        return page;
      }
    }
    return "";
  }

  Map<String, Object> attributes() {
    return Map.of(
        IMarker.SEVERITY,
        severity,
        IMarker.MESSAGE,
        message,
        IMarker.LOCATION,
        location,
        PAGE,
        page);
  }
}
