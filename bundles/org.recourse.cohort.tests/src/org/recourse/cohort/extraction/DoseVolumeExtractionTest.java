/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.extraction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recourse.cohort.cases.CohortPatient;
import org.recourse.cohort.cases.CohortTable;
import org.recourse.cohort.cases.FeatureTable;
import org.recourse.cohort.multiomics.DoseVolumes;
import org.recourse.cohort.tables.CohortFolder;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.inference.network.NetworkSize;
import org.recourse.inference.tensor.Tensor;

class DoseVolumeExtractionTest {

  private static final DoseVolumeGrid GRID = new DoseVolumeGrid(new NetworkSize(2, 4, 2), 5);
  private static final List<String> ALL = List.of("a", "b b", "without", "broken");

  @TempDir Path folder;

  /** The dose of a patient counts up from a number of its own. */
  private static final class Made implements DoseSource {

    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    @Override
    public List<String> patientIds() {
      return ALL;
    }

    @Override
    public Optional<Tensor> dose(String id, DoseVolumeGrid grid, IProgressMonitor monitor)
        throws CaseFailure {
      asked.add(id);
      if (id.equals("broken")) {
        throw new CaseFailure("the dose of broken cannot be read.");
      }
      return id.equals("without") ? Optional.empty() : Optional.of(volume(id));
    }

    @Override
    public String fingerprint() {
      return "made";
    }
  }

  private static Tensor volume(String id) {
    float[] values = new float[16];
    for (int i = 0; i < values.length; i++) {
      values[i] = id.length() + i / 100f;
    }
    return Tensor.of(GRID.size().doseShape(), values);
  }

  private DoseVolumeExtraction.Result run(DoseSource source, List<String> order, int threads)
      throws IOException {
    try (SliceExecutor executor = SliceExecutor.ofThreads(threads)) {
      return new DoseVolumeExtraction(GRID)
          .run(source, order, folder, executor, new NullProgressMonitor());
    }
  }

  private DoseVolumes read(List<String> order) throws Exception {
    new CohortTable(
            order.stream()
                .map(id -> new CohortPatient(id, "", "train", "", Map.of(), Map.of()))
                .toList())
        .write(folder.resolve("cohort.csv"));
    new FeatureTable(order, List.of("T1/f"), new double[order.size()][1])
        .write(folder.resolve("features.csv"));
    CohortFolder read = CohortFolder.read(folder);
    assertEquals(5, read.grid().orElseThrow().spacingMm());
    return read.doses();
  }

  @Test
  void whatIsWrittenIsReadInTheOrderOfTheTable() throws Exception {
    List<String> order = List.of("broken", "b b", "unknown", "a", "without");
    DoseVolumeExtraction.Result result = run(new Made(), order, 2);
    assertEquals(2, result.volumeCount());
    assertEquals(1, count(result, Finding.Severity.WARNING));
    DoseVolumes doses = read(order);
    for (String id : List.of("a", "b b")) {
      assertEquals(volume(id), doses.of(id, GRID.size()).orElseThrow());
    }
    for (String id : List.of("broken", "unknown", "without")) {
      assertTrue(doses.of(id, GRID.size()).isEmpty(), id);
    }
  }

  private static long count(DoseVolumeExtraction.Result result, Finding.Severity severity) {
    return result.findings().stream().filter(f -> f.severity() == severity).count();
  }

  @Test
  void goesOnWithWhatIsMissingOrDamaged() throws Exception {
    run(new Made(), ALL, 1);
    byte[] first = Files.readAllBytes(folder.resolve(DoseVolumeExtraction.VOLUMES));
    Path part = folder.resolve("dose-parts").resolve("a.dose.f32");
    byte[] bytes = Files.readAllBytes(part);
    bytes[3] ^= 1; // as long as before, one bit wrong
    Files.write(part, bytes);

    var again = new Made();
    run(again, ALL, 1);

    assertEquals(List.of("a", "broken"), again.asked);
    assertEquals(-1, Files.mismatch(part, write("a.whole", bytes(volume("a")))), "the part");
    assertEquals(
        -1,
        Files.mismatch(
            folder.resolve(DoseVolumeExtraction.VOLUMES),
            Files.write(folder.resolve("first"), first)));
  }

  private Path write(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  /** The format by hand: floats, then CRC-32C of them. */
  private static byte[] bytes(Tensor volume) {
    var bytes = java.nio.ByteBuffer.allocate(68).order(java.nio.ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < 16; i++) {
      bytes.putFloat(volume.at(i));
    }
    var checksum = new java.util.zip.CRC32C();
    checksum.update(bytes.array(), 0, 64);
    return bytes.putInt((int) checksum.getValue()).array();
  }

  @Test
  void withoutAnyDoseThereIsNoFile() throws Exception {
    run(new Made(), ALL, 1);
    DoseVolumeExtraction.Result result = run(new Made(), List.of("without"), 1);
    assertEquals(0, result.volumeCount());
    assertFalse(Files.exists(folder.resolve(DoseVolumeExtraction.VOLUMES)));
  }

  @Test
  void refusesPartsOfAnotherGridAndStopsWhenCancelled() throws Exception {
    run(new Made(), ALL, 1);
    try (SliceExecutor executor = SliceExecutor.ofThreads(1)) {
      var other = new DoseVolumeExtraction(DoseVolumeGrid.STANDARD);
      assertThrows(
          IOException.class,
          () -> other.run(new Made(), ALL, folder, executor, new NullProgressMonitor()));
      var cancelled = new NullProgressMonitor();
      cancelled.setCanceled(true);
      var fresh = new DoseVolumeExtraction(GRID);
      assertThrows(
          OperationCanceledException.class,
          () -> fresh.run(new Made(), ALL, folder.resolve("new"), executor, cancelled));
    }
  }
}
