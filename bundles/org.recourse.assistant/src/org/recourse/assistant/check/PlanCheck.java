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
import org.osgi.annotation.versioning.ConsumerType;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.grid.finding.Finding;

/**
 * Checks a plan and says what is doubtful.
 *
 * <p>Vendors add a check through the extension point {@code org.recourse.assistant.planChecks}. An
 * implementation has a public constructor without parameters, is stateless and may be called from
 * several threads at once. It reads the numbers it is given and nothing else.
 *
 * @since 1.0
 */
@ConsumerType
public interface PlanCheck {

  /**
   * Checks one revision of a plan.
   *
   * @param numbers all numbers of the revision
   * @param monitor progress and cancellation
   * @return a sentence for each doubt, with what follows and what to do; empty if there is none
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  List<Finding> check(PlanNumbers numbers, IProgressMonitor monitor);
}
