/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.model.samples;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recourse.testing.Closeness;
import org.recourse.testing.SharedData;

/** The test support of {@code org.recourse.testing}, which has no test fragment of its own. */
class TestSupportTest {

  @Test
  void closeIsRelative() {
    assertDoesNotThrow(() -> Closeness.close(1000, 1000.9, 1e-3));
    assertThrows(AssertionError.class, () -> Closeness.close(1000, 1001.1, 1e-3));
    assertDoesNotThrow(() -> Closeness.close(0, 0, 1e-3));
    assertThrows(AssertionError.class, () -> Closeness.close(0, 1e-300, 1e-3));
    assertThrows(AssertionError.class, () -> Closeness.close(1, Double.NaN, 1e-3));
    assertThrows(AssertionError.class, () -> Closeness.close(Double.NaN, 1, 1e-3));
  }

  @Test
  void withinIsAbsolute() {
    assertDoesNotThrow(() -> Closeness.within(0.5, 60, 60.4));
    assertThrows(AssertionError.class, () -> Closeness.within(0.5, 60, 60.6));
    assertThrows(AssertionError.class, () -> Closeness.within(0.5, 60, Double.NaN));
  }

  @Test
  void arraysAreComparedEntryByEntry() {
    assertDoesNotThrow(() -> Closeness.close(new double[] {1, 2}, new double[] {1, 2.001}, 1e-3));
    assertThrows(
        AssertionError.class,
        () -> Closeness.close(new double[] {1, 2}, new double[] {1, 2.1}, 1e-3));
    assertThrows(AssertionError.class, () -> Closeness.close(new double[1], new double[2], 1e-3));
  }

  @Test
  void aToleranceMustBeOne() {
    assertThrows(IllegalArgumentException.class, () -> Closeness.close(1, 1, -1));
    assertThrows(IllegalArgumentException.class, () -> Closeness.within(Double.NaN, 1, 1));
  }

  @Test
  void dataLiesWhereThePropertySays(@TempDir Path shared) throws IOException {
    Path dataSet = Files.createDirectories(shared.resolve("data").resolve("some-case"));
    String before = System.getProperty(SharedData.PROPERTY, "");
    System.setProperty(SharedData.PROPERTY, shared.toString());
    try {
      assertEquals(Optional.of(dataSet), SharedData.find("some-case"));
      assertEquals(dataSet, SharedData.orSkip("some-case"));
      assertEquals(Optional.empty(), SharedData.find("another-case"));
      var skipped = assertThrows(RuntimeException.class, () -> SharedData.orSkip("another-case"));
      assertTrue(skipped.getMessage().contains("another-case"));
    } finally {
      System.setProperty(SharedData.PROPERTY, before);
    }
  }
}
