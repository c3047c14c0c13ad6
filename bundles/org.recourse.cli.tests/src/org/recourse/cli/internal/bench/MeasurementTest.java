/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MeasurementTest {

  @Test
  void percentilesAreThoseOfTheSortedTimes() {
    double[] wallMs = IntStream.rangeClosed(1, 20).mapToDouble(i -> 21 - i).toArray();

    var measurement = new Measurement("case", 2, 0, wallMs);

    assertEquals(10.5, measurement.median());
    assertEquals(19, measurement.p95());
    assertEquals(1, measurement.min());
    assertEquals(20, measurement.count());
  }

  @Test
  void oneRunIsItsOwnMedianAndP95() {
    var measurement = new Measurement("case", 1, 0, new double[] {7});

    assertEquals(7, measurement.median());
    assertEquals(7, measurement.p95());
  }

  @Test
  void warmUpRunsAreNotCounted() {
    List<Integer> indices = new ArrayList<>();

    Measurement measurement = Measurement.of("case", 1, 3, 4, indices::add);

    assertEquals(List.of(0, 1, 2, 3, 4, 5, 6), indices);
    assertEquals(4, measurement.count());
    assertTrue(measurement.min() >= 0);
  }

  @Test
  void noRunIsNoMeasurement() {
    assertThrows(
        IllegalArgumentException.class, () -> new Measurement("case", 1, 0, new double[0]));
  }
}
