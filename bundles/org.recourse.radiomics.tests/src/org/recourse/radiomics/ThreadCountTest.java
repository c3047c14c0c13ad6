/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.radiomics.filter.FilterDescription;
import org.recourse.radiomics.filter.FilterSink;
import org.recourse.radiomics.filter.ImageFilter;
import org.recourse.radiomics.image.Region;
import org.recourse.radiomics.image.VoxelBlock;
import org.recourse.radiomics.internal.extract.OriginalImage;
import org.recourse.radiomics.internal.firstorder.FirstOrderFamily;
import org.recourse.radiomics.settings.ExtractionParameters;
import org.recourse.radiomics.settings.Settings;

/** The bits of the result, its order and its findings do not depend on the threads. */
class ThreadCountTest {

  private static final GridGeometry GRID =
      new GridGeometry(14, 13, 9, new Vector3(0, 0, 0), new Vector3(1, 1, 2));

  private static VoxelBlock image() {
    double[] values = new Random(6).doubles(GRID.voxelCount(), -200, 200).map(Math::rint).toArray();
    return VoxelBlock.ofIntegers(GRID, values);
  }

  private static Region region() {
    byte[] inside = new byte[GRID.voxelCount()];
    for (int i = 0; i < inside.length; i++) {
      inside[i] = (byte) (i * 7919 % 5 > 0 ? 1 : 0);
    }
    return Region.of(GRID, inside);
  }

  private static ExtractionResult extract(FeatureCatalogue catalogue, int threads) {
    var types = new LinkedHashMap<String, Settings>();
    for (String type : List.of("Original", "Wavelet", "Square", "Gradient")) {
      if (catalogue.filter(type).isPresent()) {
        types.put(type, Settings.empty());
      }
    }
    try (SliceExecutor executor = SliceExecutor.ofThreads(threads)) {
      return new FeatureExtractor(catalogue)
          .extract(
              image(),
              region(),
              new ExtractionParameters(Settings.empty(), types, Map.of()),
              executor,
              new NullProgressMonitor());
    }
  }

  @RepeatedTest(3)
  void everyNumberOfThreadsGivesTheSameBitsInTheSameOrder() {
    ExtractionResult one = extract(BuiltInFeatures.catalogue(), 1);
    for (int threads : new int[] {2, 3, 7}) {
      ExtractionResult other = extract(BuiltInFeatures.catalogue(), threads);
      assertEquals(
          List.copyOf(one.features().asMap().entrySet()),
          List.copyOf(other.features().asMap().entrySet()));
      assertEquals(one.findings(), other.findings());
    }
  }

  @RepeatedTest(3)
  void aFailureOfAFilterReachesTheCallerWithAnyNumberOfThreads() {
    ImageFilter broken =
        new ImageFilter() {
          @Override
          public FilterDescription description() {
            return new OriginalImage().description();
          }

          @Override
          public void apply(
              VoxelBlock image,
              Region region,
              Settings settings,
              FilterSink sink,
              IProgressMonitor monitor) {
            sink.image("original", image);
            throw new IllegalStateException("broken");
          }
        };
    var catalogue = new ListedFeatureCatalogue(List.of(new FirstOrderFamily()), List.of(broken));
    for (int threads = 1; threads <= 3; threads++) {
      int count = threads;
      var failure = assertThrows(IllegalStateException.class, () -> extract(catalogue, count));
      assertEquals("broken", failure.getMessage());
    }
  }

  /** Cancelled after a few questions, in the middle of the work. */
  @Test
  void stopsWhenCancelledInTheMiddle() {
    var asked = new AtomicInteger();
    var monitor =
        new NullProgressMonitor() {
          @Override
          public boolean isCanceled() {
            return asked.incrementAndGet() > 20;
          }
        };
    var types = new LinkedHashMap<String, Settings>();
    types.put("Original", Settings.empty());
    types.put("Wavelet", Settings.empty());
    try (SliceExecutor executor = SliceExecutor.ofThreads(2)) {
      assertThrows(
          OperationCanceledException.class,
          () ->
              new FeatureExtractor(BuiltInFeatures.catalogue())
                  .extract(
                      image(),
                      region(),
                      new ExtractionParameters(Settings.empty(), types, Map.of()),
                      executor,
                      monitor));
    }
  }
}
