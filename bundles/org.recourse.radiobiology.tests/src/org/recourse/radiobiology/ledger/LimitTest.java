/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiobiology.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.recourse.dosimetry.dvh.DoseMetric;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.radiobiology.evidence.Source;
import org.recourse.radiobiology.evidence.SourceStrength;
import org.recourse.radiobiology.fractionation.AlphaBetaRatio;

class LimitTest {

  /** Float doses and the bins of the histogram. */
  private static final double ROUNDING_GY = 0.011;

  private static final Source READ = new Source("Nieder 2006", "", SourceStrength.READ);
  private static final RecoveryConvention.TableRecovery DOI =
      new RecoveryConvention.TableRecovery(RecoveryTables.DOI_2021);

  private static Limit<RecoveryConvention.NoRecovery> limit(double limitGy, Source source) {
    return new Limit<>(
        new DoseMetric.MaximumDose(), limitGy, LedgerFixtures.TWO, RecoveryConvention.NONE, source);
  }

  private static CumulativeDose<RecoveryConvention.NoRecovery> eighty() {
    return LedgerFixtures.sum(
        LedgerFixtures.CORD,
        LedgerFixtures.earlier("First", 30, LedgerFixtures.dose(50, 25)),
        LedgerFixtures.planned(30, 15));
  }

  @Test
  void saysByHowMuchALimitIsKeptOrExceeded() {
    var dvh = eighty().dvh(LedgerFixtures.box()).orElseThrow();

    var kept = assertInstanceOf(Limit.Verdict.Kept.class, limit(85, READ).judge(dvh));
    assertEquals(5, kept.marginBelow(), ROUNDING_GY);
    var exceeded = assertInstanceOf(Limit.Verdict.Exceeded.class, limit(67.75, READ).judge(dvh));
    assertEquals(12.25, exceeded.excess(), ROUNDING_GY);
  }

  @Test
  void aDraftIsNeverJudged() {
    var dvh = eighty().dvh(LedgerFixtures.box()).orElseThrow();
    for (SourceStrength draft :
        new SourceStrength[] {SourceStrength.SECONDARY, SourceStrength.RECALLED}) {
      assertInstanceOf(
          Limit.Verdict.DraftOnly.class, limit(70, new Source("x", "", draft)).judge(dvh));
    }
  }

  @Test
  void limitsAtAnotherAlphaBetaOrTableDoNotCompare() {
    var dvh = eighty().dvh(LedgerFixtures.box()).orElseThrow();
    var other =
        new Limit<>(
            new DoseMetric.MaximumDose(), 70, new AlphaBetaRatio(3), RecoveryConvention.NONE, READ);
    assertInstanceOf(Limit.Verdict.NotComparable.class, other.judge(dvh));

    var discounted =
        LedgerFixtures.recovered(
                RecoveryTables.SLICER_RAD_REIRRADIATION, LedgerFixtures.planned(30, 15))
            .dvh(LedgerFixtures.box())
            .orElseThrow();
    var doi = new Limit<>(new DoseMetric.MaximumDose(), 70, LedgerFixtures.TWO, DOI, READ);
    var verdict = assertInstanceOf(Limit.Verdict.NotComparable.class, doi.judge(discounted));
    assertTrue(verdict.reason().contains("doi2021"), verdict.reason());
  }

  @Test
  void theRemainingDoseMapIsTheInverse() {
    var given =
        LedgerFixtures.sum(
            LedgerFixtures.CORD, LedgerFixtures.earlier("First", 30, LedgerFixtures.dose(30, 15)));
    try (var executor = SliceExecutor.ofThreads(2)) {
      var map =
          RemainingDoseMap.of(
              given, limit(60, READ), 27, Optional.empty(), executor, new NullProgressMonitor());
      assertEquals(1.33333, map.dosePerFraction().doseGyAt(3, 4, 5), 1e-5);
      assertEquals(0, map.usedUpFraction());

      var none =
          RemainingDoseMap.of(
              given, limit(20, READ), 27, Optional.empty(), executor, new NullProgressMonitor());
      assertEquals(0, none.dosePerFraction().doseGyAt(3, 4, 5));
      assertEquals(1, none.usedUpFraction());
      assertThrows(
          IllegalArgumentException.class,
          () ->
              RemainingDoseMap.of(
                  given,
                  limit(60, READ),
                  0,
                  Optional.empty(),
                  executor,
                  new NullProgressMonitor()));
    }
  }
}
