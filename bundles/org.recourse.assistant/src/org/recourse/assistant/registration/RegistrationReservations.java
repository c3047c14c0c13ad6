/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.registration;

import java.util.List;
import java.util.Optional;
import org.recourse.grid.finding.Finding;
import org.recourse.model.Registration;
import org.recourse.model.RegistrationSource;
import org.recourse.model.course.RegistrationForm;

/**
 * What has to be said about a registration of the case wherever dose is carried by it. A computed
 * one is kept by the case only after its quality check, whose report lies beside it; an imported or
 * a typed one has had none here. Stateless.
 */
public final class RegistrationReservations {

  private RegistrationReservations() {}

  /** Returns the reservations under which dose may be carried by a registration. */
  public static List<Finding> whenUsed(Registration registration) {
    return registration.getSource() == RegistrationSource.COMPUTED
        ? List.of()
        : List.of(
            Finding.warning(
                "Dose is used through a registration without quality assurance ("
                    + (registration.getSource() == RegistrationSource.DICOM ? "imported" : "typed")
                    + "). Check it on the page Align images, or with the command register.",
                label(registration)));
  }

  /**
   * Returns why a deformable registration carries no dose; empty if it does, and for rigid ones.
   */
  public static Optional<Finding> whyNotUsed(Registration registration) {
    if (!RegistrationForm.isDeformable(registration)) {
      return Optional.empty();
    }
    if (!registration.isCarriesDose()) {
      return Optional.of(
          Finding.info(
              "The deformable registration is set aside: dose comes through a rigid registration."
                  + " Use it on the page Registrations.",
              label(registration)));
    }
    String path = registration.getReference().getRelativePath();
    return path == null || path.isBlank() // EMF: may be unset
        ? Optional.of(
            Finding.warning(
                "The deformable registration has no file and is not used. Import it again.",
                label(registration)))
        : Optional.empty();
  }

  private static String label(Registration registration) {
    String label = registration.getLabel();
    return label == null || label.isBlank() ? "Registration" : label; // EMF: may be unset
  }
}
