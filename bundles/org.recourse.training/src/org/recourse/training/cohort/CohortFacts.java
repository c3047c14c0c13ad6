/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.training.cohort;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import org.recourse.inference.model.ValueRange;

/**
 * What the patients say about the domain of a model.
 *
 * @param maximumDoseGy hottest dose in the target
 * @param fractions fractions of the planned course
 * @param dosePerFractionGy prescribed dose a fraction
 */
public record CohortFacts(
    ValueRange maximumDoseGy, ValueRange fractions, ValueRange dosePerFractionGy) {

  /**
   * One patient.
   *
   * @param maximumDoseGy hottest dose in the target
   * @param fractions fractions of the planned course, at least one
   * @param prescribedGy prescribed dose
   */
  public record OfPatient(double maximumDoseGy, int fractions, double prescribedGy) {}

  /** Returns the ranges of patients, rounded outwards to hundredths. */
  public static CohortFacts of(List<OfPatient> patients) {
    return new CohortFacts(
        range(patients.stream().mapToDouble(OfPatient::maximumDoseGy).summaryStatistics()),
        range(patients.stream().mapToDouble(OfPatient::fractions).summaryStatistics()),
        range(
            patients.stream()
                .mapToDouble(one -> one.prescribedGy() / one.fractions())
                .summaryStatistics()));
  }

  private static ValueRange range(DoubleSummaryStatistics values) {
    return new ValueRange(
        Math.floor(values.getMin() * 100) / 100, Math.ceil(values.getMax() * 100) / 100);
  }
}
