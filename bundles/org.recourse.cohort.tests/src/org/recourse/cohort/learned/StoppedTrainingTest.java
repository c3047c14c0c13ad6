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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recourse.cohort.evaluation.MadeUpCohort;
import org.recourse.cohort.evaluation.PreparedCohort;
import org.recourse.cohort.recurrence.RecurrenceSettings;
import org.recourse.cohort.recurrence.RecurrenceTraining;
import org.recourse.cohort.signature.SignatureOutcomes;
import org.recourse.cohort.signature.SignatureSettings;
import org.recourse.cohort.signature.SignatureTraining;
import org.recourse.cohort.tables.TablesText;
import org.recourse.learning.pipeline.NotFittedException;

/** Trainings that are stopped between two steps and started again. */
class StoppedTrainingTest {

  private static final FileTime LONG_AGO = FileTime.fromMillis(0);

  @TempDir Path folder;

  private interface Training {
    SystemResult run(KeptScores kept, IProgressMonitor monitor) throws NotFittedException;
  }

  @Test
  void theSignatureComesToTheSame() throws Exception {
    PreparedCohort cohort = new MadeUpCohort(6, 1.5, 0).patients(120, 0, 40, 11);
    comesToTheSame(
        2,
        (kept, monitor) ->
            new SignatureTraining(SignatureSettings.quick(7), SignatureOutcomes.standard(), kept)
                .run(cohort, monitor));
  }

  @Test
  void theRecurrenceModelsComeToTheSame() throws Exception {
    PreparedCohort cohort = new MadeUpCohort(6, 2, 2).patients(120, 40, 0, 21);
    comesToTheSame(
        4,
        (kept, monitor) ->
            new RecurrenceTraining(RecurrenceSettings.quick(3), kept).run(cohort, monitor));
  }

  private void comesToTheSame(int stoppedAfter, Training training) throws Exception {
    SystemResult expected = training.run(KeptScores.NONE, new NullProgressMonitor());
    Path reached = folder.resolve("reached");
    KeptScores kept = KeptScores.in(reached);

    assertThrows(
        OperationCanceledException.class,
        () -> training.run(kept, new StopsAt(reached, stoppedAfter)));
    List<Path> before = files(reached);
    for (Path file : before) {
      Files.setLastModifiedTime(file, LONG_AGO);
    }
    SystemResult resumed = training.run(kept, new NullProgressMonitor());

    assertTrue(before.size() >= stoppedAfter, before.toString());
    assertTrue(files(reached).size() > before.size(), "the rest was computed");
    for (Path file : before) {
      assertEquals(LONG_AGO, Files.getLastModifiedTime(file), file + " was read, not made again");
    }
    assertEquals(TablesText.of(List.of(expected)), TablesText.of(List.of(resumed)));
    Map<String, byte[]> packages = packages(expected, folder.resolve("expected"));
    Map<String, byte[]> again = packages(resumed, folder.resolve("resumed"));
    assertEquals(packages.keySet(), again.keySet());
    packages.forEach((name, bytes) -> assertArrayEquals(bytes, again.get(name), name));
  }

  private static Map<String, byte[]> packages(SystemResult result, Path to) throws IOException {
    Files.createDirectories(to);
    for (PackagedModel model : result.models()) {
      model.write(to);
    }
    Map<String, byte[]> contents = new TreeMap<>();
    try (Stream<Path> all = Files.walk(to)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        contents.put(to.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return contents;
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.toList();
    }
  }

  /** Cancelled as soon as so many steps are kept. */
  private static final class StopsAt extends NullProgressMonitor {
    private final Path folder;
    private final int count;

    StopsAt(Path folder, int count) {
      this.folder = folder;
      this.count = count;
    }

    @Override
    public boolean isCanceled() {
      try {
        return files(folder).size() >= count;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
