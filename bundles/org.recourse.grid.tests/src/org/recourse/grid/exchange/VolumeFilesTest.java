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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.volume.ImageVolume;

/** 2 x 3 x 4 voxels whose value is 1 + x + 10 y + 100 z, at known places of the patient. */
class VolumeFilesTest {

  private static final int VOXELS = 24;

  @TempDir private Path folder;

  /** Where voxel (x, y, z) of the files lies, in RAS. */
  private static Vector3 ras(int x, int y, int z, boolean leftHanded) {
    return new Vector3(10 + (leftHanded ? -2 : 2) * x, -20 + 3 * y, 30 + 4 * z);
  }

  private static byte[] samples(ByteOrder order, boolean floating) {
    ByteBuffer data = ByteBuffer.allocate(VOXELS * (floating ? 4 : 2)).order(order);
    for (int z = 0; z < 4; z++) {
      for (int y = 0; y < 3; y++) {
        for (int x = 0; x < 2; x++) {
          int value = 1 + x + 10 * y + 100 * z;
          if (floating) {
            data.putFloat(value);
          } else {
            data.putShort((short) value);
          }
        }
      }
    }
    return data.array();
  }

  private static byte[] nifti(ByteOrder order, String form, boolean leftHanded) {
    ByteBuffer file = ByteBuffer.allocate(352 + VOXELS * 2).order(order);
    file.putInt(0, 348);
    short[] dim = {3, 2, 3, 4, 1, 1, 1, 1};
    for (int i = 0; i < 8; i++) {
      file.putShort(40 + 2 * i, dim[i]);
    }
    file.putShort(70, (short) 4).putShort(72, (short) 16);
    // pixdim[0] is the handedness of the qform: x cannot be turned there, so z is turned instead.
    float[] pixdim = {leftHanded ? -1 : 1, 2, 3, 4};
    for (int i = 0; i < 4; i++) {
      file.putFloat(76 + 4 * i, pixdim[i]);
    }
    file.putFloat(108, 352).put(123, (byte) 2);
    if (form.equals("sform")) {
      file.putShort(254, (short) 1);
      float[] rows = {leftHanded ? -2 : 2, 0, 0, 10, 0, 3, 0, -20, 0, 0, 4, 30};
      for (int i = 0; i < 12; i++) {
        file.putFloat(280 + 4 * i, rows[i]);
      }
    } else if (form.equals("qform")) {
      file.putShort(252, (short) 1);
      // Left-handed: half a turn about y (c = 1) turns x and z, the handedness turns z back.
      file.putFloat(260, leftHanded ? 1 : 0);
      file.putFloat(268, 10).putFloat(272, -20).putFloat(276, 30);
    }
    byte[] magic = "n+1\0".getBytes(StandardCharsets.US_ASCII);
    file.position(344);
    file.put(magic);
    file.position(352);
    file.put(samples(order, false));
    return file.array();
  }

  private static byte[] zipped(byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(out)) {
      zip.write(bytes);
    }
    return out.toByteArray();
  }

  private ExchangedVolume read(String name, byte[] bytes) throws IOException, VolumeReadException {
    return VolumeFiles.read(Files.write(folder.resolve(name), bytes));
  }

  private static void assertPlaced(ImageVolume volume, boolean leftHanded) {
    assertEquals(VOXELS, volume.geometry().voxelCount());
    for (int z = 0; z < 4; z++) {
      for (int y = 0; y < 3; y++) {
        for (int x = 0; x < 2; x++) {
          Vector3 ras = ras(x, y, z, leftHanded);
          Vector3 index = volume.geometry().toIndex(new Vector3(-ras.x(), -ras.y(), ras.z()));
          assertEquals(
              1 + x + 10 * y + 100 * z,
              volume.intensityAt(
                  (int) Math.round(index.x()),
                  (int) Math.round(index.y()),
                  (int) Math.round(index.z())));
        }
      }
    }
  }

  @ParameterizedTest(name = "NIfTI {0}, big endian {1}, gzip {2}, left-handed {3}")
  @CsvSource({
    "sform, false, false, false",
    "sform, true,  false, false",
    "sform, false, true,  true",
    "qform, false, false, false",
    "qform, true,  true,  false",
    "qform, false, false, true"
  })
  void niftiVoxelsLieWhereTheFileSays(String form, boolean big, boolean gzip, boolean leftHanded)
      throws Exception {
    byte[] bytes = nifti(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN, form, leftHanded);

    ExchangedVolume read = read("mask.nii", gzip ? zipped(bytes) : bytes);

    assertTrue(read.findings().isEmpty());
    assertPlaced(read.volume(), leftHanded);
    assertEquals(new Vector3(2, 3, 4), read.volume().geometry().spacingMm());
  }

  @Test
  void aFileWithoutPositionIsReadWithAFinding() throws Exception {
    assertEquals(1, read("a.nii", nifti(ByteOrder.LITTLE_ENDIAN, "none", false)).findings().size());
  }

  @ParameterizedTest(name = "NRRD in {0}, {1}, {2} endian, left-handed {3}")
  @CsvSource({
    "right-anterior-superior, raw,  little, false",
    "RAS,                     gzip, big,    true",
    "left-posterior-superior, gzip, little, false",
    "left-anterior-superior,  raw,  big,    true"
  })
  void nrrdVoxelsLieWhereTheFileSays(
      String space, String encoding, String endian, boolean leftHanded) throws Exception {
    boolean ras = space.startsWith("R") || space.startsWith("r");
    int x = ras ? 1 : -1; // the right side is positive in RAS
    int y = space.equals("left-posterior-superior") ? -1 : 1;
    int step = leftHanded ? -2 : 2;
    String header =
        "NRRD0005\n# made by a test\ntype: float\ndimension: 3\nspace: "
            + space
            + "\nsizes: 2 3 4\nspace directions: ("
            + x * step
            + ",0,0) (0,"
            + 3 * y
            + ",0) (0,0,4)\nkinds: domain domain domain\nendian: "
            + endian
            + "\nencoding: "
            + encoding
            + "\nspace origin: ("
            + 10 * x
            + ","
            + -20 * y
            + ",30)\n\n";
    byte[] data =
        samples(endian.equals("big") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN, true);
    var file = new ByteArrayOutputStream();
    file.write(header.getBytes(StandardCharsets.US_ASCII));
    file.write(encoding.equals("gzip") ? zipped(data) : data);

    ExchangedVolume read = read("volume.nrrd", file.toByteArray());

    assertTrue(read.findings().isEmpty());
    assertPlaced(read.volume(), leftHanded);
  }

  @Test
  void aHeaderWithItsDataBesideIt() throws Exception {
    Files.write(folder.resolve("data.raw"), samples(ByteOrder.LITTLE_ENDIAN, false));
    String header =
        "NRRD0004\ntype: short\ndimension: 3\nsizes: 2 3 4\nspacings: 2 3 4\nendian: little\n"
            + "encoding: raw\ndata file: data.raw\n";

    ExchangedVolume read = read("a.nhdr", header.getBytes(StandardCharsets.US_ASCII));

    assertEquals(324, read.volume().intensityAt(1, 2, 3) + 2);
    assertEquals(1, read.findings().size());
  }

  @Test
  void whatCannotBeReadIsRefusedWithASentence() {
    byte[] short1 = java.util.Arrays.copyOf(nifti(ByteOrder.LITTLE_ENDIAN, "sform", false), 370);
    assertRefused("short.nii", short1, "ends too early");
    byte[] four = nifti(ByteOrder.LITTLE_ENDIAN, "sform", false);
    four[40] = 4;
    four[48] = 2;
    assertRefused("four.nii", four, "three dimensions");
    byte[] sheared = nifti(ByteOrder.LITTLE_ENDIAN, "sform", false);
    ByteBuffer.wrap(sheared).order(ByteOrder.LITTLE_ENDIAN).putFloat(284, 1);
    assertRefused("sheared.nii", sheared, "right angles");
    assertRefused("text.txt", "hello".getBytes(StandardCharsets.US_ASCII), "neither NIfTI-1");
    assertRefused(
        "a.nrrd",
        "NRRD0004\ndimension: 4\nsizes: 1 2 3 4\n\n".getBytes(StandardCharsets.US_ASCII),
        "three dimensions");
    assertRefused(
        "b.nrrd",
        "NRRD0004\ntype: short\n\n".getBytes(StandardCharsets.US_ASCII),
        "no field \"dimension\"");
  }

  private void assertRefused(String name, byte[] bytes, String sentence) {
    var refusal = assertThrows(VolumeReadException.class, () -> read(name, bytes));
    assertTrue(refusal.getMessage().contains(sentence), refusal.getMessage());
    assertTrue(refusal.getMessage().contains(name), refusal.getMessage());
  }

  @Test
  void everyLabelBecomesAMask() throws Exception {
    ImageVolume labels = read("a.nii", nifti(ByteOrder.LITTLE_ENDIAN, "sform", true)).volume();

    var masks = LabelMasks.of(labels);

    assertEquals(VOXELS, masks.size());
    assertEquals(1, masks.get(322).voxelCount());
    ImageVolume.Builder half = ImageVolume.builder(labels.geometry());
    for (int z = 0; z < 4; z++) {
      half.slice(z, new float[] {0, 0, 0.5f, 0, 0, 0});
    }
    ImageVolume notLabels = half.build();
    assertThrows(IllegalArgumentException.class, () -> LabelMasks.of(notLabels));
  }
}
