/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.model.course;

import org.recourse.model.Registration;

/**
 * Tells rigid and deformable registrations of a case apart. A deformable one has no matrix in the
 * model: it is a file of the case, whose map carries dose. Stateless.
 */
public final class RegistrationForm {

  /** Deformable Spatial Registration Storage. */
  public static final String DEFORMABLE_CLASS_UID = "1.2.840.10008.5.1.4.1.1.66.3";

  private RegistrationForm() {}

  /** Returns whether the file of a registration is a deformable one. */
  public static boolean isDeformable(Registration registration) {
    return registration.getReference() != null
        && DEFORMABLE_CLASS_UID.equals(registration.getReference().getSopClassUid());
  }
}
