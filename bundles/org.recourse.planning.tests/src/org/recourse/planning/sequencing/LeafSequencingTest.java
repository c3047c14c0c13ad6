/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.sequencing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.recourse.planning.beam.Beamlets;

class LeafSequencingTest {

  /** Half of a step at most is lost by rounding. */
  private static final double HALF_STEP = 0.5 + 1e-9;

  private final Beamlets row = Beamlets.field(5, 5, 1);

  /** The profile 1 3 2 2 0 rises by 1 + 2: three steps, the least that one sweep can need. */
  @Test
  void aRowByHand() {
    LeafSequencing.Sequence sequence =
        new LeafSequencing(3).sequence(row, new double[] {1, 3, 2, 2, 0});
    assertArrayEquals(new double[] {1, 3, 2, 2, 0}, sequence.fluence(), 1e-12);
    assertEquals(3, sequence.segments().stream().mapToDouble(Segment::fluence).sum(), 1e-12);
  }

  @Test
  void anOpenFieldIsOneSegment() {
    double[] open = new double[20];
    Arrays.fill(open, 0.7);
    LeafSequencing.Sequence sequence =
        new LeafSequencing(10).sequence(Beamlets.field(5, 5, 4), open);
    assertEquals(1, sequence.segments().size());
    Segment.Opening pair = sequence.segments().getFirst().openings().getFirst();
    assertEquals(-12.5, pair.fromMm());
    assertEquals(12.5, pair.toMm());
  }

  /** Openings added up over all segments are the delivered fluence, whatever the profile. */
  @RepeatedTest(20)
  void segmentsAddUpToTheDeliveredFluence(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    Beamlets field = Beamlets.field(5, 9, 6);
    double[] wanted = random.doubles(field.count(), 0, 4).toArray();
    LeafSequencing.Sequence sequence = new LeafSequencing(8).sequence(field, wanted);
    double[] sum = new double[field.count()];
    for (Segment segment : sequence.segments()) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += open(segment, field.uMm(i), field.vMm(i)) ? segment.fluence() : 0;
      }
    }
    assertArrayEquals(sequence.fluence(), sum, 1e-9);
    double step = Arrays.stream(wanted).max().orElseThrow() / 8;
    assertArrayEquals(wanted, sequence.fluence(), HALF_STEP * step);
  }

  /** Leaves never turn back. */
  @Test
  void leavesSweepOnce() {
    LeafSequencing.Sequence sequence =
        new LeafSequencing(6).sequence(row, new double[] {2, 6, 1, 5, 3});
    double from = Double.NEGATIVE_INFINITY;
    double to = Double.NEGATIVE_INFINITY;
    for (Segment segment : sequence.segments()) {
      Segment.Opening pair = segment.openings().getFirst();
      assertTrue(pair.fromMm() >= from && pair.toMm() >= to);
      from = pair.fromMm();
      to = pair.toMm();
    }
  }

  @Test
  void noFluenceNeedsNoSegment() {
    assertEquals(0, new LeafSequencing(5).sequence(row, new double[5]).segments().size());
    assertThrows(
        IllegalArgumentException.class,
        () -> new LeafSequencing(5).sequence(row, new double[] {1, -1, 0, 0, 0}));
  }

  private static boolean open(Segment segment, double u, double v) {
    return segment.openings().stream()
        .anyMatch(pair -> Math.abs(pair.vMm() - v) < 1 && pair.fromMm() < u && u < pair.toMm());
  }
}
