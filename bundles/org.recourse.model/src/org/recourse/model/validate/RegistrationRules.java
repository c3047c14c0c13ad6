/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.model.validate;

import java.util.List;
import org.recourse.model.ModelPackage;
import org.recourse.model.PatientCase;
import org.recourse.model.Registration;
import org.recourse.model.course.RegistrationForm;

/**
 * Rules of registrations: two frames and a rigid matrix between them.
 *
 * @param problems where problems go
 */
record RegistrationRules(Problems problems) {

  private static final ModelPackage MODEL = ModelPackage.eINSTANCE;
  private static final int SIZE = 4;
  private static final int ENTRIES = 16;

  /** Matrices are exchanged with three to six decimals; over 200 mm this is 0.2 mm. */
  private static final double RIGID_TOLERANCE = 1e-3;

  void check(Registration registration) {
    String name =
        Words.isBlank(registration.getLabel())
            ? "A registration"
            : "Registration \"" + registration.getLabel().strip() + "\"";
    if (registration.getFrom() == null || registration.getTo() == null) {
      problems.error(
          registration,
          registration.getFrom() == null
              ? MODEL.getRegistration_From()
              : MODEL.getRegistration_To(),
          name + " does not name both frames of reference, so it is not used. Choose them.");
    } else if (registration.getFrom() == registration.getTo()) {
      problems.warning(
          registration,
          MODEL.getRegistration_To(),
          name + " leads from a frame of reference to itself, so it is not used. Choose another.");
    } else if (!RegistrationForm.isDeformable(registration)) {
      checkTwin(registration, name);
    }
    if (RegistrationForm.isDeformable(registration)) {
      if (registration.isCarriesDose()) {
        checkUncertainty(registration, name);
      } else {
        problems.info(
            registration,
            MODEL.getRegistration_CarriesDose(),
            name + " is deformable and set aside: dose comes through a rigid registration.");
      }
      return;
    }
    checkMatrix(registration, name);
    checkUncertainty(registration, name);
  }

  private void checkUncertainty(Registration registration, String name) {
    if (!registration.isSetUncertaintyMm()) {
      problems.info(
          registration,
          MODEL.getRegistration_UncertaintyMm(),
          name + " has no stated uncertainty; 3 mm are assumed. Enter it if you know it.");
    } else if (!(registration.getUncertaintyMm() >= 0)) {
      problems.error(
          registration,
          MODEL.getRegistration_UncertaintyMm(),
          name
              + " has the uncertainty "
              + Words.number(registration.getUncertaintyMm())
              + " mm; it is 0 or more. Correct it.");
    }
  }

  private void checkTwin(Registration registration, String name) {
    if (!(registration.eContainer() instanceof PatientCase patientCase)) {
      return;
    }
    List<Registration> all = patientCase.getRegistrations();
    boolean second =
        all.subList(0, all.indexOf(registration)).stream()
            .anyMatch(
                other ->
                    !RegistrationForm.isDeformable(other)
                        && (other.getFrom() == registration.getFrom()
                                && other.getTo() == registration.getTo()
                            || other.getFrom() == registration.getTo()
                                && other.getTo() == registration.getFrom()));
    if (second) {
      problems.warning(
          registration,
          MODEL.getRegistration_To(),
          name
              + " connects two frames of reference that another registration connects already."
              + " Remove the one that should not be used.");
    }
  }

  private void checkMatrix(Registration registration, String name) {
    List<Double> matrix = registration.getMatrix();
    if (matrix.size() != ENTRIES || !matrix.stream().allMatch(Double::isFinite)) {
      problems.error(
          registration,
          MODEL.getRegistration_Matrix(),
          name
              + " has no complete matrix ("
              + matrix.size()
              + " numbers), so it is not used. Type four rows of four numbers.");
    } else if (!isAffine(matrix)) {
      problems.error(
          registration,
          MODEL.getRegistration_Matrix(),
          name + " has a matrix whose last row is not 0 0 0 1, so it is not used. Correct it.");
    } else if (!isRotation(matrix)) {
      problems.error(
          registration,
          MODEL.getRegistration_Matrix(),
          name
              + " has a matrix that is not rigid: it stretches, shears or mirrors, and dose must"
              + " not be moved with it. Correct the matrix.");
    }
  }

  /** Compares numbers and not objects, for which 0 and -0 differ. */
  private static boolean isAffine(List<Double> m) {
    return m.get(12) == 0 && m.get(13) == 0 && m.get(14) == 0 && m.get(15) == 1;
  }

  /** Rotation: the three rows have length 1, stand at right angles, and keep the orientation. */
  private static boolean isRotation(List<Double> m) {
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j <= i; j++) {
        double dot = 0;
        for (int k = 0; k < 3; k++) {
          dot += m.get(i * SIZE + k) * m.get(j * SIZE + k);
        }
        if (!(Math.abs(dot - (i == j ? 1 : 0)) <= RIGID_TOLERANCE)) {
          return false;
        }
      }
    }
    double determinant =
        m.get(0) * (m.get(5) * m.get(10) - m.get(6) * m.get(9))
            - m.get(1) * (m.get(4) * m.get(10) - m.get(6) * m.get(8))
            + m.get(2) * (m.get(4) * m.get(9) - m.get(5) * m.get(8));
    return determinant > 0;
  }
}
