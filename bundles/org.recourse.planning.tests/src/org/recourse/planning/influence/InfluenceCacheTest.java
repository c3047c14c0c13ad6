/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.influence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.Mask;
import org.recourse.planning.beam.BeamAngles;
import org.recourse.planning.beam.BeamFrame;
import org.recourse.planning.beam.Beamlets;
import org.recourse.planning.beam.PatientPosition;
import org.recourse.planning.machine.MachineFile;
import org.recourse.planning.machine.PhotonMachine;
import org.recourse.planning.medium.DensityGrid;

class InfluenceCacheTest {

  private static final double CUT_OFF_MM = 20;
  private static final long PLENTY = 1L << 30;

  private final PhotonMachine machine = MachineFile.generic6Mv();
  private final Mask scored = InfluencePhantom.box(5, 36, 2, 33, 4, 30);

  @TempDir private Path folder;

  @Test
  void whatIsReadIsWhatWasWrittenBitForBit() {
    InfluenceCache cache = cache(PLENTY);
    InfluenceMatrix computed = compute(40);
    cache.write(key(40), computed);
    InfluenceMatrix stored = read(cache, 40).orElseThrow();
    assertArrayEquals(doseOf(computed), doseOf(stored));
    assertEquals(computed.nonZeroCount(), stored.nonZeroCount());
    assertTrue(cache.findings().isEmpty());
  }

  @Test
  void anotherBeamOrPatientOrMachineIsAnotherKey() {
    assertEquals(key(40), key(40));
    assertNotEquals(key(40), key(41));
    assertNotEquals(
        key(40),
        InfluenceKey.of(
                "engine",
                machine,
                CUT_OFF_MM,
                DensityGrid.uniform(InfluencePhantom.GRID, 2),
                scored)
            .of(beam(40)));
    assertNotEquals(
        key(40),
        InfluenceKey.of(
                "engine",
                machine,
                CUT_OFF_MM,
                InfluencePhantom.water(),
                InfluencePhantom.everywhere())
            .of(beam(40)));
    assertNotEquals(
        key(40),
        InfluenceKey.of("engine", machine, 25, InfluencePhantom.water(), scored).of(beam(40)));
    assertNotEquals(
        key(40),
        InfluenceKey.of("other", machine, CUT_OFF_MM, InfluencePhantom.water(), scored)
            .of(beam(40)));
  }

  /** Every bit counts: a flipped byte anywhere, a file cut off or made longer is refused. */
  @Test
  void aDamagedFileIsRefusedWithAFindingAndDeleted() throws IOException {
    cache(PLENTY).write(key(40), compute(40));
    Path file = folder.resolve(key(40) + ".influence");
    byte[] sound = Files.readAllBytes(file);
    var random = new Random(7);
    for (int trial = 0; trial < 12; trial++) {
      byte[] damaged = sound.clone();
      damaged[trial < 2 ? 20 * trial : random.nextInt(sound.length)] ^= 1 << trial % 8;
      assertRefused(file, damaged);
    }
    assertRefused(file, java.util.Arrays.copyOf(sound, sound.length - 1));
    assertRefused(file, java.util.Arrays.copyOf(sound, sound.length / 3));
    assertRefused(file, java.util.Arrays.copyOf(sound, sound.length + 1));
    assertRefused(file, new byte[0]);
  }

  private void assertRefused(Path file, byte[] content) throws IOException {
    Files.write(file, content);
    InfluenceCache cache = cache(PLENTY);
    assertTrue(read(cache, 40).isEmpty());
    assertEquals(1, cache.findings().size());
    assertTrue(Files.notExists(file));
  }

  @Test
  void theLeastRecentlyUsedFilesGoWhenTheFolderIsFull() throws IOException {
    InfluenceMatrix matrix = compute(40);
    long bytes;
    cache(PLENTY).write(key(1), matrix);
    try (Stream<Path> files = Files.list(folder)) {
      bytes = Files.size(files.findFirst().orElseThrow());
    }
    InfluenceCache cache = cache(2 * bytes + bytes / 2);
    cache.write(key(2), matrix);
    assertTrue(cacheAt(60).read(key(1), machine, CUT_OFF_MM, beam(1), scored).isPresent());
    cacheAt(120, 2 * bytes + bytes / 2).write(key(3), matrix);
    assertTrue(Files.exists(folder.resolve(key(1) + ".influence")), "was read last");
    assertTrue(Files.notExists(folder.resolve(key(2) + ".influence")));
    assertTrue(Files.exists(folder.resolve(key(3) + ".influence")));
  }

  @Test
  void nothingHalfWrittenStays() throws IOException {
    cache(PLENTY).write(key(1), compute(1));
    try (Stream<Path> files = Files.list(folder)) {
      assertTrue(files.allMatch(file -> file.toString().endsWith(".influence")));
    }
  }

  private InfluenceCache cache(long mostBytes) {
    return cacheAt(0, mostBytes);
  }

  private InfluenceCache cacheAt(int second) {
    return cacheAt(second, PLENTY);
  }

  private InfluenceCache cacheAt(int second, long mostBytes) {
    Clock clock = Clock.fixed(Instant.ofEpochSecond(1_700_000_000L + second), ZoneOffset.UTC);
    return new InfluenceCache(folder, mostBytes, clock);
  }

  private Optional<InfluenceMatrix> read(InfluenceCache cache, double gantryDeg) {
    return cache.read(key(gantryDeg), machine, CUT_OFF_MM, beam(gantryDeg), scored);
  }

  private String key(double gantryDeg) {
    return InfluenceKey.of("engine", machine, CUT_OFF_MM, InfluencePhantom.water(), scored)
        .of(beam(gantryDeg));
  }

  private static PlannedBeam beam(double gantryDeg) {
    BeamFrame frame =
        BeamFrame.of(
            BeamAngles.gantry(gantryDeg),
            PatientPosition.HEAD_FIRST_SUPINE,
            InfluencePhantom.CENTRE_MM,
            1000);
    return new PlannedBeam(frame, Beamlets.field(5, 6, 4));
  }

  private InfluenceMatrix compute(double gantryDeg) {
    try (SliceExecutor executor = SliceExecutor.ofThreads(2)) {
      return new PencilBeamEngine(machine, CUT_OFF_MM)
          .influence(
              List.of(beam(gantryDeg)),
              InfluencePhantom.water(),
              scored,
              executor,
              new NullProgressMonitor());
    }
  }

  private static double[] doseOf(InfluenceMatrix matrix) {
    double[] fluence = new Random(1).doubles(matrix.weightCount()).toArray();
    double[] dose = new double[matrix.geometry().voxelCount()];
    try (SliceExecutor executor = SliceExecutor.ofThreads(2)) {
      matrix.dose(fluence, dose, executor, new NullProgressMonitor());
    }
    return dose;
  }
}
