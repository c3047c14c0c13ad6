/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.proposal;

import java.util.ArrayList;
import java.util.List;
import org.recourse.tuning.check.ProposalCheck;

/** Every check of a change. Stateless. */
final class PlanChecks {

  private PlanChecks() {}

  static List<ProposalCheck> of(PlanChange change) {
    List<ProposalCheck> checks = new ArrayList<>();
    checks.addAll(TargetChecks.of(change));
    checks.addAll(OrganChecks.of(change));
    checks.addAll(ModelChecks.of(change));
    return checks;
  }
}
