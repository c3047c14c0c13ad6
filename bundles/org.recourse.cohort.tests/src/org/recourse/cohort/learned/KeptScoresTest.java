/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.learned;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recourse.cohort.evaluation.Endpoint;
import org.recourse.cohort.evaluation.MadeUpCohort;
import org.recourse.cohort.evaluation.PreparedCohort;
import org.recourse.learning.pipeline.NotFittedException;

class KeptScoresTest {

  private static final double[][] ROWS = {{0.1, Double.MIN_VALUE, -0.0}, {}, {Math.PI}};

  @TempDir Path folder;
  private int computed;

  @Test
  void computesAStepOnceAndGivesEveryBitBack() throws Exception {
    assertArrayEquals(ROWS, kept(11, "a").rows("fold 1", this::compute));
    double[][] again = kept(11, "a").rows("fold 1", this::compute);

    assertEquals(1, computed);
    assertEquals(ROWS.length, again.length);
    for (int i = 0; i < ROWS.length; i++) {
      assertArrayEquals(bits(ROWS[i]), bits(again[i]));
    }
  }

  @Test
  void otherStepsSettingsOrPatientsAreComputed() throws Exception {
    kept(11, "a").rows("fold 1", this::compute);
    kept(11, "a").rows("fold 2", this::compute);
    kept(11, "b").rows("fold 1", this::compute);
    kept(12, "b").rows("fold 1", this::compute);

    assertEquals(4, computed);
  }

  /** As a kill leaves a file that is not moved in one piece, or a disk that fails. */
  @Test
  void aDamagedFileIsAsGoodAsNone() throws Exception {
    kept(11, "a").rows("fold 1", this::compute);
    Path file = folder.resolve("fold-1.scores");
    byte[] whole = Files.readAllBytes(file);
    for (int length : new int[] {0, 10, 40, whole.length - 1}) {
      Files.write(file, Arrays.copyOf(whole, length));
      computed = 0;
      assertArrayEquals(ROWS, kept(11, "a").rows("fold 1", this::compute));
      assertEquals(1, computed, length + " bytes");
      assertArrayEquals(whole, Files.readAllBytes(file));
    }
    byte[] flipped = whole.clone();
    flipped[50] ^= 1;
    Files.write(file, flipped);
    kept(11, "a").rows("fold 1", this::compute);
    assertEquals(2, computed);
  }

  @Test
  void aStepThatFailsIsNotKept() {
    KeptScores kept = kept(11, "a");

    assertThrows(
        NotFittedException.class,
        () ->
            kept.rows(
                "fold 1",
                () -> {
                  throw new NotFittedException("too few events");
                }));
    assertFalse(Files.exists(folder.resolve("fold-1.scores")));
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamed() throws Exception {
    Path file = Files.createFile(folder.resolve("occupied"));
    KeptScores kept = KeptScores.in(file).of(sample(11), "a");

    UncheckedIOException failure =
        assertThrows(UncheckedIOException.class, () -> kept.rows("fold 1", this::compute));
    assertTrue(failure.getMessage().contains("occupied"), failure.getMessage());
  }

  @Test
  void noneKeepsNothing() throws Exception {
    KeptScores none = KeptScores.NONE.of(sample(11), "a");
    none.rows("fold 1", this::compute);
    none.rows("fold 1", this::compute);

    assertEquals(2, computed);
  }

  private double[][] compute() {
    computed++;
    return ROWS;
  }

  private KeptScores kept(long patientSeed, String settings) {
    return KeptScores.in(folder).of(sample(patientSeed), settings);
  }

  private static PreparedCohort.Sample sample(long seed) {
    PreparedCohort cohort = new MadeUpCohort(3, 1, 0).patients(20, 0, 0, seed);
    return cohort.sample(List.of("T1/original_test_F0"), Endpoint.ever("necrosis"));
  }

  private static long[] bits(double[] row) {
    return Arrays.stream(row).mapToLong(Double::doubleToRawLongBits).toArray();
  }
}
