/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.model.validate;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;
import org.recourse.model.FrameOfReference;
import org.recourse.model.PatientCase;
import org.recourse.model.Registration;
import org.recourse.model.course.RegistrationForm;

/** Which frames of reference the registrations of a case connect, in either direction. */
final class FrameConnections {

  private FrameConnections() {}

  static boolean connects(PatientCase patientCase, FrameOfReference from, FrameOfReference to) {
    Set<FrameOfReference> reached = new HashSet<>(Set.of(from));
    var open = new ArrayDeque<FrameOfReference>(reached);
    while (!open.isEmpty()) {
      FrameOfReference frame = open.remove();
      if (frame == to) {
        return true;
      }
      for (Registration registration : patientCase.getRegistrations()) {
        FrameOfReference next =
            registration.getFrom() == frame ? registration.getTo() : registration.getFrom();
        boolean touches =
            (registration.getFrom() == frame || registration.getTo() == frame)
                && (registration.isCarriesDose() || !RegistrationForm.isDeformable(registration));
        if (touches && next != null && reached.add(next)) {
          open.add(next);
        }
      }
    }
    return false;
  }
}
