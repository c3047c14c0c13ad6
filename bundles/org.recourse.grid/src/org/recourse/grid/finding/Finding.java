/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.grid.finding;

import java.util.Objects;

/**
 * One reservation about a result. Immutable.
 *
 * @param severity how much it matters
 * @param text a sentence that says what is the matter, what follows from it and what to do
 * @param affected the object it is about, such as a file with its tag, or a structure; may be empty
 */
public record Finding(Severity severity, String text, String affected) {

  /** How much a finding matters. */
  public enum Severity {
    /** Worth knowing; the result stands. */
    INFO,
    /** The result is usable with care. */
    WARNING,
    /** Something is missing from the result or must not be used. */
    ERROR
  }

  public Finding {
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(affected, "affected");
    if (text.isBlank()) {
      throw new IllegalArgumentException("a finding needs a sentence");
    }
  }

  public static Finding info(String text, String affected) {
    return new Finding(Severity.INFO, text, affected);
  }

  public static Finding warning(String text, String affected) {
    return new Finding(Severity.WARNING, text, affected);
  }

  public static Finding error(String text, String affected) {
    return new Finding(Severity.ERROR, text, affected);
  }
}
