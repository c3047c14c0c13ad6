/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.grid.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recourse.grid.geometry.Axes;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.volume.DoseGrid;

class NrrdWriterTest {

  private static final double POSITION_TOLERANCE_MM = 1e-9;

  @TempDir Path folder;

  @ParameterizedTest(name = "{0} x {1} x {2}")
  @CsvSource({"1, 1, 1", "4, 3, 1", "5, 4, 3"})
  void isReadBackVoxelByVoxel(int sizeX, int sizeY, int sizeZ) throws Exception {
    Axes axes = Axes.ofRowAndColumn(new Vector3(0.8, 0.6, 0), new Vector3(-0.6, 0.8, 0));
    var geometry =
        new GridGeometry(
            sizeX, sizeY, sizeZ, new Vector3(-3.25, 7, 11), new Vector3(2, 3, 2.5), axes);
    DoseGrid values = rising(geometry);
    Path file = folder.resolve("new/map.nrrd");

    writer().write(file, values, new NullProgressMonitor());

    ExchangedVolume read = VolumeFiles.read(file);
    assertTrue(read.findings().isEmpty());
    GridGeometry found = read.volume().geometry();
    assertEquals(sizeX, found.sizeX());
    assertEquals(sizeZ, found.sizeZ());
    assertEquals(
        0,
        geometry.toPatientMm(1, 2, 3).distanceTo(found.toPatientMm(1, 2, 3)),
        POSITION_TOLERANCE_MM);
    float[] slice = new float[geometry.sliceVoxelCount()];
    for (int z = 0; z < sizeZ; z++) {
      read.volume().copySlice(z, slice);
      for (int i = 0; i < slice.length; i++) {
        assertEquals(values.doseGyAt(z * slice.length + i), slice[i]);
      }
    }
  }

  @Test
  void theHeaderSaysWhatTheNumbersAre() throws Exception {
    Path file = folder.resolve("map.nrrd");

    writer().write(file, rising(one()), new NullProgressMonitor());

    String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    assertTrue(text.contains("content: Gy per fraction\n"));
    assertTrue(text.contains("notice:=research only\n"));
  }

  @Test
  void aCancelledRunLeavesTheOldFile() throws Exception {
    Path file = Files.writeString(folder.resolve("map.nrrd"), "old");
    var monitor = new NullProgressMonitor();
    monitor.setCanceled(true);

    assertThrows(
        OperationCanceledException.class, () -> writer().write(file, rising(one()), monitor));

    assertEquals("old", Files.readString(file));
    assertFalse(Files.exists(folder.resolve(".map.nrrd.tmp")));
  }

  @Test
  void refusesAContentOfSeveralLines() {
    assertThrows(IllegalArgumentException.class, () -> new NrrdWriter("a\nb", Map.of()));
  }

  private static NrrdWriter writer() {
    return new NrrdWriter("Gy per fraction", Map.of("notice", "research\nonly"));
  }

  private static GridGeometry one() {
    return new GridGeometry(1, 1, 1, Vector3.ZERO, new Vector3(1, 1, 1));
  }

  private static DoseGrid rising(GridGeometry geometry) {
    DoseGrid.Builder values = DoseGrid.builder(geometry);
    float[] slice = new float[geometry.sliceVoxelCount()];
    for (int z = 0; z < geometry.sizeZ(); z++) {
      for (int i = 0; i < slice.length; i++) {
        slice[i] = 0.1f * (z * slice.length + i);
      }
      values.slice(z, slice);
    }
    return values.build();
  }
}
