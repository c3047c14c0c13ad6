/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.check;

import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.annotation.versioning.ProviderType;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.grid.finding.Finding;

/**
 * The installed plan checks. An OSGi service; in plain Java use {@link ContributedPlanChecks}.
 * Thread-safe. A check that fails never takes the others down: its failure is a finding that names
 * the contributing bundle.
 */
@ProviderType
public interface PlanCheckCatalogue {

  /** Returns the checks in a fixed order, without loading their code. */
  List<PlanCheckContribution> checks();

  /**
   * Makes every check.
   *
   * @return findings of the checks and mistakes of their contributions
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  List<Finding> check(PlanNumbers numbers, IProgressMonitor monitor);
}
