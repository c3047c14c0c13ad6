/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.report.content;

import java.util.List;
import java.util.Objects;

/**
 * A proposal that was considered, in words. Immutable.
 *
 * @param title what it changes
 * @param standing accepted, dismissed, offered or refused, as a word
 * @param effects what it would change, each with its unit
 * @param checks the checks, each a sentence with its verdict
 */
public record ConsideredProposal(
    String title, String standing, List<String> effects, List<String> checks) {

  public ConsideredProposal {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(standing, "standing");
    effects = List.copyOf(effects);
    checks = List.copyOf(checks);
  }
}
