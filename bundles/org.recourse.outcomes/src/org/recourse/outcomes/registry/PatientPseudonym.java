/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.outcomes.registry;

/**
 * Stands for a patient in one registry. The same patient has another pseudonym in another registry.
 *
 * @param text 64 hexadecimal digits
 */
public record PatientPseudonym(String text) {

  public PatientPseudonym {
    if (!text.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("a pseudonym has 64 hexadecimal digits: " + text);
    }
  }
}
