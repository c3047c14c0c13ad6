/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.cases;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureTableTest {

  private final FeatureTable table =
      new FeatureTable(
          List.of("a", "b"),
          List.of("T1/x", "T1/y"),
          new double[][] {{1.5, Double.NaN}, {0.1 + 0.2, 3}});

  @TempDir Path folder;

  @Test
  void readsEveryNumberBackAsItWas() throws IOException, TableFormatException {
    table.write(folder.resolve("features.csv"));
    FeatureTable read = FeatureTable.read(folder.resolve("features.csv"));
    assertEquals(OptionalDouble.of(0.1 + 0.2), read.value("b", "T1/x"));
    assertEquals(OptionalDouble.empty(), read.value("a", "T1/y"));
    assertEquals(table.featureNames(), read.featureNames());
  }

  @Test
  void choosesJoinsAndKnowsWhatIsComplete() {
    assertEquals(List.of("T1/x"), table.completeFeatures());
    assertArrayEquals(new double[][] {{1.5}, {0.1 + 0.2}}, complete());
    var other = new FeatureTable(List.of("b"), List.of("T2/x"), new double[][] {{7}});
    FeatureTable joined = table.joined(other);
    assertArrayEquals(new double[] {0.1 + 0.2, 3, 7}, joined.completeRow("b").orElseThrow());
    assertEquals(List.of("b"), joined.patientIds());
  }

  private double[][] complete() {
    return table.features(table.completeFeatures()).completeRows();
  }

  @Test
  void refusesNamesThatOccurTwice() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new FeatureTable(List.of("a", "a"), List.of("x"), new double[][] {{1}, {2}}));
    assertThrows(IllegalArgumentException.class, () -> table.joined(table));
    assertThrows(IllegalStateException.class, table::completeRows);
  }
}
