/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReaderAgreementTest {

  /** The second reader's feature 2 has noise of three standard deviations: its ICC is near 0.18. */
  @Test
  void dropsWhatDependsOnTheReader() {
    var made = new MadeUpCohort(6, 1, 0);
    PreparedCohort cohort = made.patients(60, 0, 0, 5);

    ReaderAgreement agreement = ReaderAgreement.of(cohort, made.names(), 0.7);

    assertEquals(30, agreement.patientCount());
    assertEquals(
        List.of("T1/original_test_F2", "T1C/original_test_F2", "T2/original_test_F2"),
        agreement.refused());
  }
}
