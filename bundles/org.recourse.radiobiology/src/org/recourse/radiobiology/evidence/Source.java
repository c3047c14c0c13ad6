/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiobiology.evidence;

/**
 * Source of a number. Immutable.
 *
 * @param citation author, year, journal or identifier; not blank
 * @param place page, table or section; empty text if the whole source
 * @param strength what of it was read
 */
public record Source(String citation, String place, SourceStrength strength) {

  public Source {
    java.util.Objects.requireNonNull(place, "place");
    java.util.Objects.requireNonNull(strength, "strength");
    if (citation.isBlank()) {
      throw new IllegalArgumentException("a source has a citation");
    }
  }

  /** Returns the source as one line: citation, place and tag. */
  public String text() {
    return citation + (place.isBlank() ? "" : ", " + place) + " [" + strength.tag() + "]";
  }
}
