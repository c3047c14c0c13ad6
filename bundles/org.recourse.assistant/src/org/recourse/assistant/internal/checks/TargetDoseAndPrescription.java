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
import java.util.OptionalDouble;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.assistant.check.PlanCheck;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.PrescriptionState;
import org.recourse.assistant.numbers.StructureNumbers;
import org.recourse.grid.finding.Finding;

/**
 * Compares the dose in the prescribed target with the typed prescription: a dose of one fraction,
 * another plan, or a typing mistake shows here. The tolerance is chosen here. Stateless.
 */
public final class TargetDoseAndPrescription implements PlanCheck {

  static final double TOLERANCE_FRACTION = 0.1;

  private static final double MEDIAN_PERCENT = 50;

  @Override
  public List<Finding> check(PlanNumbers numbers, IProgressMonitor monitor) {
    List<Finding> findings = new ArrayList<>();
    PrescriptionState prescription =
        numbers
            .snapshot()
            .assessedPlan()
            .map(plan -> plan.prescription())
            .orElse(PrescriptionState.UNKNOWN);
    OptionalDouble totalGy = prescription.totalDoseGy();
    if (totalGy.isEmpty() || totalGy.getAsDouble() <= 0 || prescription.targetName().isBlank()) {
      return findings;
    }
    numbers
        .structure(prescription.targetName())
        .flatMap(StructureNumbers::physicalDvh)
        .ifPresent(
            dvh -> {
              double medianGy = dvh.doseAtVolumePercentGy(MEDIAN_PERCENT);
              double off = Math.abs(medianGy / totalGy.getAsDouble() - 1);
              if (off > TOLERANCE_FRACTION) {
                findings.add(
                    Finding.warning(
                        String.format(
                            Locale.ROOT,
                            "The target receives %.1f Gy (D50%%), but %.1f Gy are prescribed. Check"
                                + " prescription, normalisation and which dose was imported.",
                            medianGy,
                            totalGy.getAsDouble()),
                        prescription.targetName()));
              }
            });
    return findings;
  }
}
