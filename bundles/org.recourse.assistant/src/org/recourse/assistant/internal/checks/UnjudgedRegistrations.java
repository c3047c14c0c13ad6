/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.internal.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.assistant.check.PlanCheck;
import org.recourse.assistant.numbers.LedgerNumbers;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.grid.finding.Finding;
import org.recourse.radiobiology.conversion.RegistrationUncertainty;

/**
 * Names earlier courses that are in the sums through a registration whose uncertainty nobody
 * stated. Stateless.
 */
public final class UnjudgedRegistrations implements PlanCheck {

  @Override
  public List<Finding> check(PlanNumbers numbers, IProgressMonitor monitor) {
    List<Finding> findings = new ArrayList<>();
    for (LedgerNumbers.Column column : numbers.ledger().columns()) {
      if (column.uncertainty().basis() == RegistrationUncertainty.Basis.ASSUMED) {
        findings.add(
            Finding.warning(
                String.format(
                    Locale.ROOT,
                    "The course is in the sums through a registration without quality report;"
                        + " %.1f mm are assumed. Judge it in Registrations.",
                    column.uncertainty().mm()),
                column.label()));
      }
    }
    return findings;
  }
}
