/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.check;

import java.util.Objects;

/**
 * One check of a proposal with what was found. A check that could not be made did not pass.
 *
 * @param id stored in results, so it never changes its meaning
 * @param group what it protects
 * @param passed whether it passed
 * @param text what was found, with numbers
 */
public record ProposalCheck(String id, Group group, boolean passed, String text) {

  /** What a check protects. */
  public enum Group {
    /** The tumour gets its dose. */
    TARGET,
    /** Organs keep their limits over all courses. */
    ORGAN,
    /** The model may be believed. */
    MODEL
  }

  public ProposalCheck {
    Objects.requireNonNull(group, "group");
    if (id.isBlank() || text.isBlank()) {
      throw new IllegalArgumentException("a check has an id and a text: " + id);
    }
  }
}
