/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.proposal;

import java.util.Objects;
import java.util.Optional;

/**
 * A change that is to be judged. Immutable.
 *
 * @param kind what it changes
 * @param title a few words for the card
 * @param edit the change as values
 * @param drivenBy model it was made to please; empty where closed forms rank it
 */
public record Candidate(ProposalKind kind, String title, PlanEdit edit, Optional<String> drivenBy) {
  public Candidate {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(edit, "edit");
    Objects.requireNonNull(drivenBy, "drivenBy");
  }
}
