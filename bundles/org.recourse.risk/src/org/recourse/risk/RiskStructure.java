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
 * A contoured structure with access to its dose. Immutable.
 *
 * @param name name as in the file
 * @param tg263Name name after TG-263; empty if none was assigned
 * @param kind what it is
 * @param doses computes its cumulative dose when asked
 */
public record RiskStructure(String name, String tg263Name, Kind kind, StructureDoses doses) {

  /** Kind of a structure. */
  public enum Kind {
    /** Organ at risk. */
    ORGAN,
    /** Gross tumour volume. */
    GTV,
    /** Clinical target volume. */
    CTV,
    /** Planning target volume. */
    PTV,
    /** External contour. */
    EXTERNAL,
    /** Help structure. */
    AVOIDANCE,
    /** Anything else. */
    OTHER
  }

  public RiskStructure {
    Objects.requireNonNull(tg263Name, "tg263Name");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(doses, "doses");
    if (name.isBlank()) {
      throw new IllegalArgumentException("a structure needs a name");
    }
  }
}
