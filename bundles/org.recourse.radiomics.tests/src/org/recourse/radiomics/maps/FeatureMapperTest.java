/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.maps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.radiomics.BuiltInFeatures;
import org.recourse.radiomics.feature.FeatureFamily;
import org.recourse.radiomics.feature.FeatureInput;
import org.recourse.radiomics.feature.FeatureValue;
import org.recourse.radiomics.feature.FeatureVector;
import org.recourse.radiomics.image.IndexBox;
import org.recourse.radiomics.image.Region;
import org.recourse.radiomics.image.VoxelBlock;
import org.recourse.radiomics.internal.texture.RegionLevels;
import org.recourse.radiomics.settings.ExtractionParameters;
import org.recourse.radiomics.settings.Settings;

class FeatureMapperTest {

  private static SliceExecutor executor;

  @BeforeAll
  static void start() {
    executor = SliceExecutor.ofThreads(2);
  }

  @AfterAll
  static void stop() {
    executor.close();
  }

  private static GridGeometry grid(int sizeX, int sizeY, int sizeZ) {
    return new GridGeometry(sizeX, sizeY, sizeZ, new Vector3(1, 2, 3), new Vector3(1, 1.5, 2));
  }

  private static VoxelBlock noise(GridGeometry grid, int seed, int range) {
    double[] values = new Random(seed).ints(grid.voxelCount(), 0, range).asDoubleStream().toArray();
    return VoxelBlock.ofIntegers(grid, values);
  }

  private static Region sparse(GridGeometry grid, int seed, double part) {
    var random = new Random(seed);
    byte[] inside = new byte[grid.voxelCount()];
    for (int i = 0; i < inside.length; i++) {
      inside[i] = (byte) (random.nextDouble() < part ? 1 : 0);
    }
    return Region.of(grid, inside);
  }

  private static ExtractionParameters parameters(Settings settings, String... types) {
    var imageTypes = new LinkedHashMap<String, Settings>();
    for (String type : types) {
      imageTypes.put(type, Settings.empty());
    }
    return new ExtractionParameters(settings, imageTypes, Map.of());
  }

  private static FeatureMaps compute(
      VoxelBlock image, Region region, ExtractionParameters parameters, KernelSettings kernel) {
    return new FeatureMapper(BuiltInFeatures.catalogue())
        .compute(image, region, parameters, kernel, executor, new NullProgressMonitor());
  }

  /** Around one voxel: a region of its own, features by the families as they are. */
  private static Map<String, FeatureValue> plain(
      VoxelBlock image,
      Region region,
      RegionLevels levels,
      int[] centre,
      int radius,
      int flatAxis,
      Settings settings) {
    GridGeometry grid = image.geometry();
    int[] size = {grid.sizeX(), grid.sizeY(), grid.sizeZ()};
    int[] low = new int[3];
    int[] high = new int[3];
    for (int axis = 0; axis < 3; axis++) {
      int reach = axis == flatAxis ? 0 : radius;
      low[axis] = Math.max(centre[axis] - reach, 0);
      high[axis] = Math.min(centre[axis] + reach, size[axis] - 1);
    }
    var cube = new IndexBox(low[0], low[1], low[2], high[0], high[1], high[2]);
    Region around = region.crop(cube);
    IndexBox tight = around.box().orElseThrow();
    Region kernel = around.crop(tight);
    VoxelBlock part = image.crop(cube).crop(tight);
    int[] own = new int[kernel.geometry().voxelCount()];
    for (int i = 0; i < own.length; i++) {
      Vector3 at = grid.toIndex(kernel.geometry().centreMm(i));
      int position =
          grid.indexOf(
              (int) Math.round(at.x()), (int) Math.round(at.y()), (int) Math.round(at.z()));
      own[i] = kernel.contains(i) ? levels.at(position) : 0;
    }
    var values = new LinkedHashMap<String, FeatureValue>();
    for (FeatureFamily family : BuiltInFeatures.catalogue().families()) {
      if (family.description().usesImage()) {
        var input = new FeatureInput(part, kernel, settings);
        levels.seed(input, own);
        FeatureVector vector = family.compute(input, new NullProgressMonitor());
        vector.asMap().forEach((name, v) -> values.put(family.description().id() + "_" + name, v));
      }
    }
    return values;
  }

  /** The definition, voxel by voxel, is the oracle: the same bits. */
  @ParameterizedTest(name = "{0} x {1} x {2}, range {3}, part {4}, radius {5}, force2D {6}")
  @CsvSource({
    "5, 4, 3, 90, 0.7, 1, false",
    "5, 4, 3, 400, 0.4, 1, false",
    "6, 5, 4, 90, 1.0, 2, false",
    "5, 5, 3, 90, 0.8, 1, true",
    "7, 1, 1, 90, 0.9, 1, false",
    "4, 4, 1, 90, 0.9, 1, false",
    "3, 3, 3, 20, 1.0, 1, false"
  })
  void agreesWithTheDefinition(
      int sizeX, int sizeY, int sizeZ, int range, double part, int radius, boolean force2d) {
    GridGeometry grid = grid(sizeX, sizeY, sizeZ);
    VoxelBlock image = noise(grid, 7, range);
    Region region = sparse(grid, 11, part);
    Settings settings =
        Settings.empty().with("binWidth", 15).with("force2D", force2d).with("voxelArrayShift", 3);
    FeatureMaps maps =
        compute(image, region, parameters(settings, "Original"), new KernelSettings(radius, true));
    RegionLevels levels = RegionLevels.of(new FeatureInput(image, region, settings));

    assertEquals(List.of(), maps.findings());
    for (int z = 0; z < sizeZ; z++) {
      for (int y = 0; y < sizeY; y++) {
        for (int x = 0; x < sizeX; x++) {
          if (region.contains(grid.indexOf(x, y, z))) {
            Map<String, FeatureValue> expected =
                plain(
                    image, region, levels, new int[] {x, y, z}, radius, force2d ? 2 : -1, settings);
            assertVoxel(expected, maps, grid, x, y, z);
          }
        }
      }
    }
  }

  private static void assertVoxel(
      Map<String, FeatureValue> expected,
      FeatureMaps maps,
      GridGeometry grid,
      int x,
      int y,
      int z) {
    expected.forEach(
        (name, value) -> {
          FeatureMap map = maps.map("original_" + name).orElseThrow();
          Vector3 at = map.geometry().toIndex(grid.toPatientMm(x, y, z));
          OptionalDouble actual =
              map.valueAt(
                  (int) Math.round(at.x()), (int) Math.round(at.y()), (int) Math.round(at.z()));
          String where = name + " at " + x + ", " + y + ", " + z;
          switch (value) {
            case FeatureValue.Defined(double number) ->
                assertEquals(OptionalDouble.of(number), actual, where);
            case FeatureValue.Undefined undefined ->
                assertEquals(OptionalDouble.empty(), actual, where);
          }
        });
  }

  @Test
  void anUnmaskedKernelLooksBeyondTheRegion() {
    GridGeometry grid = grid(5, 5, 5);
    VoxelBlock image = noise(grid, 3, 90);
    byte[] one = new byte[grid.voxelCount()];
    one[grid.indexOf(2, 2, 2)] = 1;
    Region region = Region.of(grid, one);
    ExtractionParameters parameters = parameters(Settings.empty().with("binWidth", 15), "Original");
    FeatureMap masked =
        compute(image, region, parameters, KernelSettings.DEFAULT)
            .map("original_firstorder_Maximum")
            .orElseThrow();
    FeatureMap unmasked =
        compute(image, region, parameters, new KernelSettings(1, false))
            .map("original_firstorder_Maximum")
            .orElseThrow();
    double largest = 0;
    for (int i = 0; i < 27; i++) {
      largest = Math.max(largest, image.valueAt(grid.indexOf(1 + i % 3, 1 + i / 3 % 3, 1 + i / 9)));
    }

    assertEquals(OptionalDouble.of(largest), unmasked.valueAt(1, 1, 1));
    assertEquals(OptionalDouble.of(image.valueAt(grid.indexOf(2, 2, 2))), masked.valueAt(1, 1, 1));
    assertEquals(1, unmasked.definedCount()); // at the voxel of the region only
  }

  @Test
  void aLoneVoxelHasNoPairs() {
    GridGeometry grid = grid(1, 1, 1);
    FeatureMaps maps =
        compute(
            noise(grid, 1, 90),
            sparse(grid, 1, 1),
            parameters(Settings.empty(), "Original"),
            KernelSettings.DEFAULT);

    assertEquals(0, maps.map("original_glcm_Contrast").orElseThrow().definedCount());
    assertTrue(maps.map("original_glcm_Contrast").orElseThrow().range().isEmpty());
    assertEquals(1, maps.map("original_firstorder_Mean").orElseThrow().definedCount());
  }

  @Test
  void anEmptyRegionHasAFindingAndNoMap() {
    GridGeometry grid = grid(3, 3, 3);
    FeatureMaps maps =
        compute(
            noise(grid, 1, 90),
            sparse(grid, 1, 0),
            parameters(Settings.empty(), "Original"),
            KernelSettings.DEFAULT);

    assertEquals(List.of(), maps.maps());
    assertEquals(Finding.Severity.ERROR, maps.findings().getFirst().severity());
  }

  @Test
  void anotherGeometryIsAFinding() {
    FeatureMaps maps =
        compute(
            noise(grid(3, 3, 3), 1, 90),
            sparse(grid(4, 3, 3), 1, 1),
            parameters(Settings.empty(), "Original"),
            KernelSettings.DEFAULT);

    assertEquals(List.of(), maps.maps());
    assertTrue(maps.findings().getFirst().text().contains("3 x 3 x 3 and 4 x 3 x 3"));
  }

  @Test
  void theNumberOfThreadsChangesNothing() {
    GridGeometry grid = grid(12, 11, 7);
    VoxelBlock image = noise(grid, 5, 90);
    Region region = sparse(grid, 6, 0.8);
    ExtractionParameters parameters =
        parameters(Settings.empty().with("binWidth", 15), "Original", "Wavelet");
    FeatureMaps several = compute(image, region, parameters, KernelSettings.DEFAULT);
    try (SliceExecutor one = SliceExecutor.ofThreads(1)) {
      FeatureMaps alone =
          new FeatureMapper(BuiltInFeatures.catalogue())
              .compute(
                  image,
                  region,
                  parameters,
                  KernelSettings.DEFAULT,
                  one,
                  new NullProgressMonitor());
      assertEquals(9 * 93, alone.maps().size());
      for (int m = 0; m < alone.maps().size(); m++) {
        FeatureMap a = alone.maps().get(m);
        FeatureMap b = several.maps().get(m);
        assertEquals(a.name(), b.name());
        for (int i = 0; i < a.geometry().voxelCount(); i++) {
          assertEquals(a.valueOr(i, -1), b.valueOr(i, -1), a.name());
        }
      }
    }
  }

  @Test
  void onlyWhatIsAskedForIsComputed() {
    GridGeometry grid = grid(4, 4, 4);
    var classes = new LinkedHashMap<String, Set<String>>();
    classes.put("firstorder", Set.of("StandardDeviation", "Mean"));
    classes.put("glcm", Set.of("MCC"));
    classes.put("shape", Set.of());
    FeatureMaps maps =
        compute(
            noise(grid, 5, 90),
            sparse(grid, 6, 1),
            new ExtractionParameters(
                Settings.empty(), Map.of("Original", Settings.empty()), classes),
            KernelSettings.DEFAULT);

    assertEquals(
        List.of(
            "original_firstorder_Mean",
            "original_firstorder_StandardDeviation",
            "original_glcm_MCC"),
        maps.maps().stream().map(FeatureMap::name).toList());
    assertEquals(Finding.Severity.INFO, maps.findings().getFirst().severity());
    maps.maps().forEach(map -> assertEquals(64, map.definedCount(), map.name()));
  }

  @Test
  void stopsWhenCancelled() {
    GridGeometry grid = grid(4, 4, 4);
    var monitor = new NullProgressMonitor();
    monitor.setCanceled(true);

    assertThrows(
        OperationCanceledException.class,
        () ->
            new FeatureMapper(BuiltInFeatures.catalogue())
                .compute(
                    noise(grid, 5, 90),
                    sparse(grid, 6, 1),
                    parameters(Settings.empty(), "Original"),
                    KernelSettings.DEFAULT,
                    executor,
                    monitor));
  }

  @Test
  void unknownFeaturesAreRefused() {
    GridGeometry grid = grid(2, 2, 2);

    assertThrows(
        IllegalArgumentException.class,
        () ->
            compute(
                noise(grid, 5, 90),
                sparse(grid, 6, 1),
                new ExtractionParameters(
                    Settings.empty(),
                    Map.of("Original", Settings.empty()),
                    Map.of("glcm", Set.of("Magic"))),
                KernelSettings.DEFAULT));
  }
}
