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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recourse.cohort.cases.FeatureTable;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.phantom.cohort.CohortSettings;
import org.recourse.phantom.cohort.SyntheticCohort;
import org.recourse.radiomics.BuiltInFeatures;
import org.recourse.radiomics.image.Region;
import org.recourse.radiomics.image.VoxelBlock;
import org.recourse.radiomics.settings.ExtractionParameters;
import org.recourse.radiomics.settings.Settings;

class CohortExtractionTest {

  @TempDir Path folder;

  /** Small noise images; the third patient cannot be read as long as it is broken. */
  private static final class Made implements ImageSource {

    private final AtomicInteger loads = new AtomicInteger();
    private boolean broken = true;

    @Override
    public List<String> patientIds() {
      return List.of("p1", "p 2", "p3", "p4", "p5");
    }

    @Override
    public List<ImagedRegion> load(String id, int readers, IProgressMonitor monitor)
        throws CaseFailure {
      loads.incrementAndGet();
      if (broken && id.equals("p3")) {
        throw new CaseFailure("The image of p3 is missing; add it to the folder.");
      }
      var geometry = new GridGeometry(9, 8, 4, Vector3.ZERO, new Vector3(1, 1, 3));
      var random = new Random(id.hashCode());
      float[] values = new float[geometry.voxelCount()];
      for (int i = 0; i < values.length; i++) {
        values[i] = 100 * random.nextFloat();
      }
      List<ImagedRegion> images = new ArrayList<>();
      for (int reader = 0; reader < readers; reader++) {
        byte[] inside = new byte[values.length];
        for (int i = 60 + reader; i < 220; i++) {
          inside[i] = (byte) (i % 9 > 1 && i % 9 < 7 ? 1 : 0);
        }
        images.add(
            new ImagedRegion(
                "T1", reader, VoxelBlock.ofFloat32(geometry, values), Region.of(geometry, inside)));
      }
      return images;
    }

    @Override
    public String fingerprint() {
      return "made";
    }
  }

  private static CohortExtraction extraction(int readers) {
    Map<String, Set<String>> classes = new LinkedHashMap<>();
    classes.put("firstorder", Set.of());
    classes.put("glcm", Set.of("Contrast", "Correlation"));
    return new CohortExtraction(
        BuiltInFeatures.catalogue(),
        new ExtractionParameters(
            Settings.empty().with("binWidth", 5),
            Map.of(ExtractionParameters.ORIGINAL, Settings.empty()),
            classes),
        readers);
  }

  private CohortFeatures run(ImageSource source, Path to, int threads, int readers)
      throws IOException {
    try (SliceExecutor executor = SliceExecutor.ofThreads(threads)) {
      return extraction(readers).run(source, to, executor, new NullProgressMonitor());
    }
  }

  @Test
  void aFailureIsAFindingAndIsTriedAgain() throws IOException {
    var source = new Made();
    CohortFeatures first = run(source, folder, 2, 1);
    assertEquals(List.of("p1", "p 2", "p4", "p5"), first.features().patientIds());
    assertEquals(1, first.findings().size());
    assertEquals("p3", first.findings().getFirst().affected());
    assertEquals(5, source.loads.get());
    source.broken = false;
    CohortFeatures second = run(source, folder, 1, 1);
    assertEquals(source.patientIds(), second.features().patientIds());
    assertTrue(second.findings().isEmpty());
    assertEquals(6, source.loads.get()); // only what was missing
  }

  @Test
  void resultDoesNotDependOnTheNumberOfThreads() throws IOException {
    CohortFeatures one = run(new Made(), folder.resolve("one"), 1, 2);
    CohortFeatures three = run(new Made(), folder.resolve("three"), 3, 2);
    for (int reader = 0; reader < 2; reader++) {
      assertSame(one.byReader().get(reader), three.byReader().get(reader));
    }
    assertFalse(
        one.byReader()
            .get(0)
            .value("p1", "T1/original_firstorder_Mean")
            .equals(one.byReader().get(1).value("p1", "T1/original_firstorder_Mean")));
  }

  private static void assertSame(FeatureTable expected, FeatureTable actual) {
    assertEquals(expected.patientIds(), actual.patientIds());
    assertEquals(expected.featureNames(), actual.featureNames());
    for (String id : expected.patientIds()) {
      for (String name : expected.featureNames()) {
        assertEquals(expected.value(id, name), actual.value(id, name), id + " " + name);
      }
    }
  }

  @Test
  void goesOnAfterAKillAndDoesADamagedPartAgain() throws IOException {
    var source = new Made();
    source.broken = false;
    run(source, folder, 1, 1);
    Files.delete(folder.resolve("p4.part.csv"));
    Files.writeString(folder.resolve("p5.part.csv"), "reader,wan"); // cut off
    int before = source.loads.get();
    CohortFeatures again = run(source, folder, 2, 1);
    assertEquals(before + 2, source.loads.get());
    assertEquals(source.patientIds(), again.features().patientIds());
  }

  @Test
  void refusesAFolderOfOtherSettingsAndStopsWhenCancelled() throws IOException {
    run(new Made(), folder, 1, 1);
    var other =
        new CohortExtraction(BuiltInFeatures.catalogue(), ExtractionParameters.defaults(), 1);
    try (SliceExecutor executor = SliceExecutor.ofThreads(1)) {
      var monitor = new NullProgressMonitor();
      assertThrows(IOException.class, () -> other.run(new Made(), folder, executor, monitor));
      monitor.setCanceled(true);
      assertThrows(
          OperationCanceledException.class,
          () -> extraction(1).run(new Made(), folder.resolve("new"), executor, monitor));
    }
  }

  @Test
  void signatureHas702FeaturesPerSequence() throws IOException {
    var cohort = new SyntheticCohort(5, CohortSettings.STANDARD);
    var coarse = SignatureFeatures.parameters(2, 3); // so that the test is short
    try (SliceExecutor executor = SliceExecutor.ofThreads(1)) {
      CohortFeatures features =
          new CohortExtraction(BuiltInFeatures.catalogue(), coarse, 1)
              .run(new SyntheticSource(cohort, 0, 2), folder, executor, new NullProgressMonitor());
      assertEquals(3 * SignatureFeatures.PER_SEQUENCE, features.features().featureNames().size());
      assertEquals(List.of("synthetic-5-0", "synthetic-5-1"), features.features().patientIds());
      assertTrue(
          features.features().featureNames().contains("T2/wavelet-LH_glrlm_RunEntropy"),
          () -> features.features().featureNames().toString());
      assertEquals(
          features.features().featureNames().size(),
          features.features().completeFeatures().size(),
          () -> features.findings().toString());
    }
  }
}
