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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.radiomics.image.Region;
import org.recourse.radiomics.image.VoxelBlock;
import org.recourse.radiomics.settings.ExtractionParameters;
import org.recourse.radiomics.settings.Settings;

class FeatureExtractorTest {

  private static final GridGeometry GRID =
      new GridGeometry(6, 5, 4, new Vector3(0, 0, 0), new Vector3(1, 1, 2));

  private static VoxelBlock image() {
    double[] values = new double[GRID.voxelCount()];
    for (int i = 0; i < values.length; i++) {
      values[i] = i * 37 % 200;
    }
    return VoxelBlock.ofIntegers(GRID, values);
  }

  private static Region region(int from, int to) {
    byte[] inside = new byte[GRID.voxelCount()];
    java.util.Arrays.fill(inside, from, to, (byte) 1);
    return Region.of(GRID, inside);
  }

  private static ExtractionResult extract(
      Region region, ExtractionParameters parameters, int threads, boolean cancelled) {
    var monitor = new NullProgressMonitor();
    monitor.setCanceled(cancelled);
    try (SliceExecutor executor = SliceExecutor.ofThreads(threads)) {
      return new FeatureExtractor(TestCatalogue.pyradiomics())
          .extract(image(), region, parameters, executor, monitor);
    }
  }

  @Test
  void theResultDoesNotDependOnTheThreads() {
    var types = Map.of("Original", Settings.empty(), "Wavelet", Settings.empty());
    var parameters = new ExtractionParameters(Settings.empty(), types, Map.of());

    var one = extract(region(10, 90), parameters, 1, false).features().asMap();

    assertEquals(107 + 8 * 93, one.size());
    assertEquals(one, extract(region(10, 90), parameters, 2, false).features().asMap());
  }

  @Test
  void anEmptyRegionIsAFinding() {
    var result = extract(region(0, 0), ExtractionParameters.defaults(), 1, false);

    assertEquals(0, result.features().size());
    assertTrue(result.findings().get(0).text().contains("empty"));
  }

  @Test
  void aGeometryThatDiffersIsNamed() {
    var other = new GridGeometry(6, 5, 4, new Vector3(0, 0, 0), new Vector3(1, 1, 3));
    Region region = Region.of(other, region(10, 90).toBytes());

    var result = extract(region, ExtractionParameters.defaults(), 1, false);

    assertTrue(result.findings().get(0).text().contains("spacing"));
  }

  @Test
  void unknownNamesAreRefused() {
    var parameters =
        new ExtractionParameters(
            Settings.empty(),
            Map.of("Original", Settings.empty()),
            Map.of("glcm", Set.of("Contrasts")));

    assertThrows(
        IllegalArgumentException.class, () -> extract(region(10, 90), parameters, 1, false));
  }

  @Test
  void stopsWhenCancelled() {
    assertThrows(
        OperationCanceledException.class,
        () -> extract(region(10, 90), ExtractionParameters.defaults(), 1, true));
  }
}
