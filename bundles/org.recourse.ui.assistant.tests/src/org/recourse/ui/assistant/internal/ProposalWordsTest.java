/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.assistant.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.recourse.tuning.proposal.TargetCoverage;

class ProposalWordsTest {

  private static TargetCoverage target(double prescribedGy, double d95Percent, double coldest) {
    return new TargetCoverage(
        "PTVnx", false, prescribedGy, d95Percent, 97.04, OptionalDouble.of(coldest));
  }

  @Test
  void aTargetIsShownAsItWasAndAsItIs() {
    assertEquals(
        "PTVnx of 60.0 Gy: D95 100.0 → 98.0 % (−1.2 Gy), D98 97.0 %, coldest 95.0 → 94.0 %",
        ProposalWords.coverage(Optional.of(target(60, 100, 95)), target(60, 98, 94)));
  }

  /** The same percent of less: only the change in Gy tells. */
  @Test
  void anotherPrescriptionIsNamed() {
    assertEquals(
        "PTVnx of 60.0 → 57.6 Gy: D95 100.0 % (−2.4 Gy), D98 97.0 %, coldest 95.0 %",
        ProposalWords.coverage(Optional.of(target(60, 100, 95)), target(57.6, 100, 95)));
  }

  @Test
  void aTargetThatHadNothingBeforeHasNoChange() {
    assertEquals(
        "PTVnx of 60.0 Gy: D95 98.0 %, D98 97.0 %, coldest 94.0 %",
        ProposalWords.coverage(Optional.empty(), target(60, 98, 94)));
  }

  @Test
  void tumourControlIsShownBeforeAndAfter() {
    assertEquals(
        Optional.of("Tumour control (model) 0.91 → 0.90 (−0.008)"),
        ProposalWords.tumourControl(OptionalDouble.of(0.912), OptionalDouble.of(0.904)));
    assertEquals(
        Optional.empty(),
        ProposalWords.tumourControl(OptionalDouble.empty(), OptionalDouble.of(0.904)));
  }

  @Test
  void linesDoNotBreakANumberApart() {
    assertEquals(
        "T1 + dose 0.28\u00a0→\u00a00.15\u00a0[−0.18,\u00a0+0.06], D95 98.0\u00a0%",
        ProposalWords.unbroken("T1 + dose 0.28 → 0.15 [−0.18, +0.06], D95 98.0 %"));
  }
}
