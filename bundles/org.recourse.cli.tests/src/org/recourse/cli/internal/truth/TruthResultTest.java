/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.truth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TruthResultTest {

  private static TruthRecord record(String group, boolean inDomain, double before, double after) {
    Optional<TruthRecord.Accepted> accepted =
        after < 0
            ? Optional.empty()
            : Optional.of(
                new TruthRecord.Accepted(-0.1, after, after + 0.02, 0.5, 0, List.of(), List.of()));
    return new TruthRecord(
        group, 0, inDomain, true, before > 0.35, 0.3, before, accepted, List.of(), List.of());
  }

  @Test
  void workedExampleOfWilson() {
    List<TruthRecord> records = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      records.add(record(TruthResult.STANDARD, true, 0.3, 0.2));
    }

    TruthResult result = TruthResult.of(records);

    assertEquals(0.7225, result.successLower95(), 5e-5);
    assertEquals(1, result.acceptableFraction(), 0);
    assertEquals(0.1, result.trueFall(), 1e-12);
  }

  /** Table I of Newcombe 1998, method 3 (score without continuity correction). */
  @ParameterizedTest(name = "{0} of {1}")
  @CsvSource({
    "81, 263, 0.2553, 0.3662",
    "15, 148, 0.0624, 0.1605",
    " 0,  20, 0.0000, 0.1611",
    " 1,  29, 0.0061, 0.1718"
  })
  void publishedIntervalsOfWilson(int count, int of, double lower, double upper) {
    double[] interval = TruthResult.wilson95(count, of);

    assertEquals(lower, interval[0], 5e-5);
    assertEquals(upper, interval[1], 5e-5);
  }

  @Test
  void countsWhatIsCounted() {
    List<TruthRecord> records =
        List.of(
            record(TruthResult.STANDARD, true, 0.3, 0.2),
            record(TruthResult.STANDARD, true, 0.3, 0.4), // a failure
            record(TruthResult.STANDARD, true, 0.3, -1), // nothing acceptable
            record(TruthResult.STANDARD, false, 0.3, -1), // not of the domain
            record("scanner", false, 0.3, -1),
            record("site", true, 0.3, 0.2)); // should have been abstained from

    TruthResult result = TruthResult.of(records);

    assertEquals(4, result.tried());
    assertEquals(3, result.inDomain());
    assertEquals(2, result.acceptable());
    assertEquals(1, result.successes());
    assertEquals(0.5, result.abstainedFraction(), 0);
    assertEquals(0.02, result.gainOverScaling(), 1e-12);
    assertTrue(result.gainLower95() > 0);
  }
}
