/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.proposal;

import java.util.List;
import java.util.Objects;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.assistant.numbers.PlanNumbers;

/** Searches for proposals. Thread-safe. */
public final class ProposalSearch {

  private final CaseModels models;

  public ProposalSearch(CaseModels models) {
    this.models = Objects.requireNonNull(models, "models");
  }

  /**
   * Searches for changes of a plan that lower a risk.
   *
   * @param before numbers of the plan as it is
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  public Proposals search(PlanNumbers before, SearchSettings settings, IProgressMonitor monitor) {
    return new Proposals(before, List.of(), List.of(), List.of());
  }
}
