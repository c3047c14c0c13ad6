/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.contouring.internal.masks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.rendering.Orientation;
import org.recourse.rendering.SliceStack;
import org.recourse.ui.contouring.internal.DrawnCase;
import org.recourse.ui.contouring.internal.shape.AxialContours;
import org.recourse.ui.session.CaseSession;

/** Masks in files as other programs write them, on the CT of the case: 2 x 2 x 2.5 mm. */
class MaskReadingTest {

  private static final int SIZE = 48;
  private static final int SLICES = 9;
  private static final double VOXEL_MM2 = 4;
  private static final double ROUNDING_MM2 = 1e-6;

  @TempDir private Path temporary;
  private SliceExecutor executor;
  private CaseSession session;

  @BeforeEach
  void open() throws Exception {
    executor = SliceExecutor.ofThreads(2);
    session = DrawnCase.in(temporary, executor).open();
  }

  @AfterEach
  void close() {
    session.planWatch().close();
    executor.close();
  }

  @Test
  void labelsOfANiftiFileLieWhereTheyWereDrawn() throws Exception {
    MaskReading.Outcome.Read read =
        assertInstanceOf(MaskReading.Outcome.Read.class, read("a.nii.gz", zipped(nifti(2))));

    assertLabels(read);
  }

  @Test
  void labelsOfANrrdFileLieWhereTheyWereDrawn() throws Exception {
    MaskReading.Outcome.Read read =
        assertInstanceOf(MaskReading.Outcome.Read.class, read("a.seg.nrrd", nrrd(2)));

    assertLabels(read);
  }

  @Test
  void aMaskOfAnotherGridIsRefusedWithBothGridsAndARemedy() throws Exception {
    for (MaskReading.Outcome outcome :
        List.of(read("b.nii.gz", zipped(nifti(1.9))), read("b.nrrd", nrrd(1.9)))) {
      var refused = assertInstanceOf(MaskReading.Outcome.Refused.class, outcome);
      String sentence = refused.finding().text();
      assertTrue(sentence.contains("48 × 48 × 9 voxels of 1.90 × 1.90 × 2.50 mm"), sentence);
      assertTrue(sentence.contains("48 × 48 × 9 voxels of 2.00 × 2.00 × 2.50 mm"), sentence);
      assertTrue(sentence.contains("does not fit Planning CT"), sentence);
      assertTrue(sentence.contains("its voxels do not lie on those of the image"), sentence);
      assertTrue(sentence.contains("Choose the image on which it was drawn"), sentence);
    }
  }

  @Test
  void aFileThatIsNoMaskIsRefusedWithASentence() throws Exception {
    var refused =
        assertInstanceOf(
            MaskReading.Outcome.Refused.class,
            read("c.nii", "not a mask".getBytes(StandardCharsets.US_ASCII)));

    assertEquals("c.nii", refused.finding().affected());
  }

  @Test
  void stopsWhenCancelled() throws Exception {
    Path file = Files.write(temporary.resolve("d.nrrd"), nrrd(2));
    var monitor = new NullProgressMonitor();
    monitor.setCanceled(true);

    assertThrows(
        OperationCanceledException.class,
        () ->
            new MaskReading(session.openCase().voxels())
                .read(file, seriesUid(), "Planning CT", monitor));
  }

  /** Label 1: 6 x 4 voxels on slices 3 and 4; label 2: one voxel in the corner of slice 8. */
  private static byte labelAt(int x, int y, int z) {
    if (x >= 10 && x < 16 && y >= 20 && y < 24 && (z == 3 || z == 4)) {
      return 1;
    }
    return (byte) (x == SIZE - 1 && y == SIZE - 1 && z == SLICES - 1 ? 2 : 0);
  }

  private static void assertLabels(MaskReading.Outcome.Read read) {
    assertEquals(List.of(1, 2), List.copyOf(read.byLabel().keySet()));
    assertEquals(List.of(), read.findings());
    assertEquals(24 * VOXEL_MM2, areaMm2(read.byLabel().get(1), 3), ROUNDING_MM2);
    assertEquals(24 * VOXEL_MM2, areaMm2(read.byLabel().get(1), 4), ROUNDING_MM2);
    assertEquals(0, areaMm2(read.byLabel().get(1), 5));
    assertEquals(VOXEL_MM2, areaMm2(read.byLabel().get(2), 8), ROUNDING_MM2);
    double[] xyzMm = read.byLabel().get(1).contours().getFirst().xyzMm();
    double leastXMm = Double.POSITIVE_INFINITY;
    double leastYMm = Double.POSITIVE_INFINITY;
    for (int i = 0; i < xyzMm.length; i += 3) {
      leastXMm = Math.min(leastXMm, xyzMm[i]);
      leastYMm = Math.min(leastYMm, xyzMm[i + 1]);
    }
    assertEquals(-47 + 2 * 10 - 1, leastXMm, ROUNDING_MM2); // the edge of voxel 10
    assertEquals(-47 + 2 * 20 - 1, leastYMm, ROUNDING_MM2);
  }

  private static double areaMm2(ContourSet contours, int slice) {
    return AxialContours.of(contours)
        .orElseThrow()
        .at(100 + 2.5 * slice, SliceStack.of(DrawnCase.GRID, Orientation.AXIAL))
        .areaMm2();
  }

  private MaskReading.Outcome read(String name, byte[] bytes) throws IOException {
    Path file = Files.write(temporary.resolve(name), bytes);
    return new MaskReading(session.openCase().voxels())
        .read(file, seriesUid(), "Planning CT", new NullProgressMonitor());
  }

  private String seriesUid() {
    return session.patientCase().getImageSeries().getFirst().getSeriesInstanceUid();
  }

  private static byte[] labels() {
    byte[] labels = new byte[SIZE * SIZE * SLICES];
    for (int z = 0, i = 0; z < SLICES; z++) {
      for (int y = 0; y < SIZE; y++) {
        for (int x = 0; x < SIZE; x++) {
          labels[i++] = labelAt(x, y, z);
        }
      }
    }
    return labels;
  }

  /** NIfTI is RAS: x and y of the patient's LPS change their sign. */
  private static byte[] nifti(double spacingMm) {
    ByteBuffer file =
        ByteBuffer.allocate(352 + SIZE * SIZE * SLICES).order(ByteOrder.LITTLE_ENDIAN);
    file.putInt(0, 348);
    short[] sizes = {3, SIZE, SIZE, SLICES, 1, 1, 1, 1};
    for (int i = 0; i < sizes.length; i++) {
      file.putShort(40 + 2 * i, sizes[i]);
    }
    file.putShort(70, (short) 2).putShort(72, (short) 8); // unsigned bytes
    float spacing = (float) spacingMm;
    float[] pixdim = {1, spacing, spacing, 2.5f};
    float[] rows = {-spacing, 0, 0, 47, 0, -spacing, 0, 47, 0, 0, 2.5f, 100};
    for (int i = 0; i < pixdim.length; i++) {
      file.putFloat(76 + 4 * i, pixdim[i]);
    }
    file.putFloat(108, 352).put(123, (byte) 2);
    file.putShort(254, (short) 1); // sform
    for (int i = 0; i < rows.length; i++) {
      file.putFloat(280 + 4 * i, rows[i]);
    }
    file.position(344);
    file.put("n+1\0".getBytes(StandardCharsets.US_ASCII));
    file.position(352);
    file.put(labels());
    return file.array();
  }

  private static byte[] nrrd(double spacingMm) {
    String header =
        "NRRD0004\ntype: unsigned char\ndimension: 3\nspace: left-posterior-superior\nsizes: "
            + SIZE
            + " "
            + SIZE
            + " "
            + SLICES
            + "\nspace directions: ("
            + spacingMm
            + ",0,0) (0,"
            + spacingMm
            + ",0) (0,0,2.5)\nkinds: domain domain domain\nencoding: raw\n"
            + "space origin: (-47,-47,100)\n\n";
    byte[] text = header.getBytes(StandardCharsets.US_ASCII);
    byte[] labels = labels();
    return ByteBuffer.allocate(text.length + labels.length).put(text).put(labels).array();
  }

  private static byte[] zipped(byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(out)) {
      zip.write(bytes);
    }
    return out.toByteArray();
  }
}
