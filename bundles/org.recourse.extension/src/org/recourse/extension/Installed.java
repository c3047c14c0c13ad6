/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.extension;

import java.util.List;
import java.util.stream.Stream;
import org.recourse.grid.finding.Finding;

/**
 * What was installed when a point was read. Immutable.
 *
 * @param items what could be made, in a fixed order
 * @param findings mistakes of vendors
 */
public record Installed<T>(List<T> items, List<Finding> findings) {

  public Installed {
    items = List.copyOf(items);
    findings = List.copyOf(findings);
  }

  /** The mistakes found here, then others found later. */
  public List<Finding> findingsAnd(List<Finding> later) {
    return Stream.concat(findings.stream(), later.stream()).toList();
  }
}
