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
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.grid.finding.Finding;

/** Makes changes of one kind that may lower a risk; the search judges them. */
public interface ProposalSource {

  /** The kind of change it makes. */
  ProposalKind kind();

  /** Takes what a source finds, at once: the search judges it while the source goes on. */
  interface Outlet {

    /** A change that may lower a risk. */
    void found(Candidate candidate);

    /** Why there is none, or a reservation. */
    void finding(Finding finding);
  }

  /**
   * Makes changes.
   *
   * @param before numbers of the plan as it is
   * @param modelIds models whose numbers are to fall
   * @param settings what is searched for
   * @param outlet takes changes and reservations on this thread
   * @param monitor progress and cancellation
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled; what
   *     was found before counts
   */
  void search(
      PlanNumbers before,
      List<String> modelIds,
      SearchSettings settings,
      Outlet outlet,
      IProgressMonitor monitor);
}
