/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.risk;

import java.util.Objects;

/**
 * A source. Immutable.
 *
 * @param citation authors, journal, year, and what was taken from it
 * @param locator DOI or address; empty if none is known
 * @param evidence how the numbers were taken from it
 */
public record Literature(String citation, String locator, Evidence evidence) {

  public Literature {
    Objects.requireNonNull(locator, "locator");
    Objects.requireNonNull(evidence, "evidence");
    if (citation.isBlank()) {
      throw new IllegalArgumentException("a source needs a citation");
    }
  }
}
