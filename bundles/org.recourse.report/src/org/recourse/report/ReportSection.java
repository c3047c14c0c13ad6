/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.report;

import java.util.List;

/**
 * A part of a report under a heading. Immutable.
 *
 * @param title heading
 * @param blocks in the order in which they are read
 */
public record ReportSection(String title, List<ReportBlock> blocks) {

  public ReportSection {
    blocks = List.copyOf(blocks);
    if (title.isBlank()) {
      throw new IllegalArgumentException("a section needs a title");
    }
  }
}
