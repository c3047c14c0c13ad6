/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.registration.internal;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.edit.domain.EditingDomain;
import org.recourse.assistant.registration.ImagePair;
import org.recourse.assistant.registration.KeptRegistration;
import org.recourse.model.PatientCase;
import org.recourse.model.Registration;
import org.recourse.model.edit.CaseEditing;
import org.recourse.model.edit.CourseEdits;

/** Puts an accepted registration into the case in place of those it replaces: one undo step. */
final class AcceptCommand {

  private AcceptCommand() {}

  static Command of(
      EditingDomain domain, PatientCase patientCase, ImagePair pair, List<Registration> entries) {
    var edits = new ArrayList<Command>();
    for (Registration before : KeptRegistration.replaced(patientCase, pair)) {
      edits.add(CaseEditing.delete(domain, "Replace", before));
    }
    for (Registration entry : entries) {
      edits.add(CourseEdits.addRegistration(domain, patientCase, entry));
    }
    return CaseEditing.compound("Accept Registration", edits.toArray(Command[]::new));
  }
}
