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
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ReportingSheetsTest {

  private static final StudyFacts FACTS =
      new StudyFacts(true, true, true, true, false, true, true, true, true, true);

  /** The weights of METRICS add up to 1 (doi:10.1186/s13244-023-01572-w, table 1). */
  @Test
  void metricsWeighsOneInAll() {
    ReportingSheet sheet = ReportingSheets.metrics(FACTS);

    assertEquals(30, sheet.items().size());
    assertEquals(1, sheet.items().stream().mapToDouble(ReportingSheet.Item::weight).sum(), 1e-9);
    assertTrue(sheet.score() < sheet.reachableScore());
  }

  /** The greatest radiomics quality score is 36 (doi:10.1038/nrclinonc.2017.141). */
  @Test
  void radiomicsQualityReaches36() {
    ReportingSheet sheet = ReportingSheets.radiomicsQuality(FACTS);

    assertEquals(16, sheet.items().size());
    assertEquals(36, sheet.reachableScore(), 0);
  }

  @Test
  void tripodHas27Items() {
    assertEquals(27, ReportingSheets.tripodAi(FACTS).items().size());
  }
}
