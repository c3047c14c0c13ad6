/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.recurrence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.volume.Mask;
import org.recourse.radiomics.image.VoxelBlock;

class DeepFeaturesTest {

  private static final GridGeometry GRID =
      new GridGeometry(40, 40, 3, new Vector3(0, 0, 0), new Vector3(1, 1, 3));

  @TempDir Path folder;

  private void write(String digest) throws Exception {
    Files.write(folder.resolve("network.onnx"), new byte[] {1, 2, 3});
    Files.writeString(
        folder.resolve("deep-features.json"),
        """
        {"id":"test","source":"made up","licence":"EPL-2.0","side":16,"featureCount":5,
         "mean":[0.485,0.456,0.406],"deviation":[0.229,0.224,0.225],"sha256":"%s"}
        """
            .formatted(digest));
  }

  @Test
  void readsAPackageAndRefusesAChangedOne() throws Exception {
    String digest =
        HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(new byte[] {1, 2, 3}));
    write(digest);
    assertEquals(5, DeepFeaturePackage.read(folder).featureCount());

    write("0".repeat(64));
    DeepFeatureException changed =
        assertThrows(DeepFeatureException.class, () -> DeepFeaturePackage.read(folder));
    assertTrue(changed.getMessage().contains("is not the file"), changed.getMessage());
    DeepFeatureException missing =
        assertThrows(
            DeepFeatureException.class, () -> DeepFeaturePackage.read(folder.resolve("no")));
    assertTrue(missing.getMessage().contains("you supply"), missing.getMessage());
  }

  /**
   * A ramp along x over a square tumour of 10 pixels: the square of 12 pixels goes from x = 9 to 21
   * (centre 14.5 ± 6), so along a row intensities rise evenly and, between the percentiles, from 0
   * to 1.
   */
  @Test
  void cutsTheLargestSectionAndScalesIt() {
    float[] ramp = new float[GRID.voxelCount()];
    for (int i = 0; i < ramp.length; i++) {
      ramp[i] = i % 40;
    }
    BitSet large = new BitSet();
    for (int y = 10; y < 20; y++) {
      large.set(y * 40 + 10, y * 40 + 20);
    }
    BitSet small = new BitSet();
    small.set(0);
    Mask tumour = Mask.builder(GRID).slice(0, small).slice(1, large).build();
    var target =
        new DeepFeaturePackage(
            "t",
            "made up",
            "EPL-2.0",
            16,
            5,
            List.of(0., 0., 0.),
            List.of(1., 1., 1.),
            new byte[1]);

    float[] channels = DeepFeatureImage.of(VoxelBlock.ofFloat32(GRID, ramp), tumour, target);

    assertEquals(3 * 16 * 16, channels.length);
    assertEquals(0, channels[0], 1e-6);
    assertEquals(1, channels[15], 1e-6);
    double step = channels[8] - channels[7];
    assertEquals(1.0 / 15, step, 1e-6);
    assertEquals(channels[5], channels[16 * 16 + 5], 0); // the channels are alike
  }
}
