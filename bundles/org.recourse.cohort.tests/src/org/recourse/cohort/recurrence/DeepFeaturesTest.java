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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recourse.cohort.extraction.CohortExtraction;
import org.recourse.cohort.extraction.CohortFeatures;
import org.recourse.cohort.extraction.ImageSource;
import org.recourse.cohort.extraction.ImagedRegion;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.Mask;
import org.recourse.inference.engine.GraphRuntime;
import org.recourse.inference.engine.LoadedGraph;
import org.recourse.inference.tensor.Tensor;
import org.recourse.radiomics.image.Region;
import org.recourse.radiomics.image.VoxelBlock;

class DeepFeaturesTest {

  private static final GridGeometry GRID =
      new GridGeometry(40, 40, 3, new Vector3(0, 0, 0), new Vector3(1, 1, 3));

  private static final List<Double> ZERO = List.of(0., 0., 0.);

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

  @Test
  void aPackageIsWrittenWithItsLicence() throws Exception {
    var made =
        DeepFeaturePackage.ofTorchvision("t", "made up", "EPL-2.0", 32, 5, new byte[] {4, 5});
    Path target = folder.resolve("package");
    made.write(target);
    DeepFeaturePackage read = DeepFeaturePackage.read(target);
    assertEquals(made.sha256(), read.sha256());
    assertEquals(List.of("made up", "EPL-2.0"), List.of(read.source(), read.licence()));
    assertEquals(List.of(0.485, 0.456, 0.406), read.mean());
    assertThrows(IOException.class, () -> made.write(target));
    assertThrows(
        IllegalArgumentException.class,
        () -> DeepFeaturePackage.ofTorchvision("t", "made up", " ", 32, 5, new byte[] {4, 5}));
  }

  /** Two features per image: its first and its last number. */
  private static GraphRuntime ends() {
    return (graph, signature, threads) ->
        new LoadedGraph() {
          @Override
          public List<Tensor> run(List<Tensor> cases, IProgressMonitor monitor) {
            return cases.stream()
                .map(
                    one ->
                        Tensor.of(
                            signature.output(), one.at(0), one.at(one.shape().valueCount() - 1)))
                .toList();
          }

          @Override
          public void close() {}
        };
  }

  @Test
  void featuresOfT1cAndT2AreNamedAndExtracted() throws Exception {
    var target =
        new DeepFeaturePackage(
            "t", "made up", "EPL-2.0", 16, 2, ZERO, List.of(1., 1., 1.), new byte[1]);
    float[] ramp = new float[GRID.voxelCount()];
    byte[] inside = new byte[ramp.length];
    for (int i = 0; i < ramp.length; i++) {
      ramp[i] = i % 40;
      inside[i] = (byte) (i % 40 > 9 && i % 40 < 20 && i / 40 % 40 > 9 && i / 40 % 40 < 20 ? 1 : 0);
    }
    var image = VoxelBlock.ofFloat32(GRID, ramp);
    var source = new Images(image, Region.of(GRID, inside));
    CohortFeatures found;
    try (var features = new DeepRegionFeatures(target, ends());
        SliceExecutor executor = SliceExecutor.ofThreads(1)) {
      found =
          new CohortExtraction(features, 1)
              .run(source, folder.resolve("deep"), executor, new NullProgressMonitor());
    }
    assertEquals(
        List.of("T1C/deep_0", "T1C/deep_1", "T2/deep_0", "T2/deep_1"),
        found.features().featureNames());
    assertEquals(0, found.features().value("p", "T2/deep_0").orElseThrow(), 1e-6);
    assertEquals(1, found.features().value("p", "T2/deep_1").orElseThrow(), 1e-6);
    assertTrue(found.findings().isEmpty());
  }

  /** One patient with the same image as every sequence. */
  private record Images(VoxelBlock image, Region region) implements ImageSource {

    @Override
    public List<String> patientIds() {
      return List.of("p");
    }

    @Override
    public List<ImagedRegion> load(String id, int readers, IProgressMonitor monitor) {
      return List.of("T1", "T1C", "T2").stream()
          .map(sequence -> new ImagedRegion(sequence, 0, image, region))
          .toList();
    }

    @Override
    public String fingerprint() {
      return "ramp";
    }
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

    float[] channels =
        DeepFeatureImage.of(VoxelBlock.ofFloat32(GRID, ramp), Region.of(tumour), target);

    assertEquals(3 * 16 * 16, channels.length);
    assertEquals(0, channels[0], 1e-6);
    assertEquals(1, channels[15], 1e-6);
    double step = channels[8] - channels[7];
    assertEquals(1.0 / 15, step, 1e-6);
    assertEquals(channels[5], channels[16 * 16 + 5], 0); // the channels are alike
  }
}
