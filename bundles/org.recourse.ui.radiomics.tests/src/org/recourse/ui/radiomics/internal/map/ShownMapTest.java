/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.radiomics.internal.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.recourse.assistant.numbers.StructureState;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.model.StructureType;
import org.recourse.radiomics.BuiltInFeatures;
import org.recourse.radiomics.image.Region;
import org.recourse.radiomics.image.VoxelBlock;
import org.recourse.radiomics.maps.FeatureMap;
import org.recourse.radiomics.maps.FeatureMapper;
import org.recourse.radiomics.maps.KernelSettings;
import org.recourse.ui.radiomics.internal.CaseImage;

class ShownMapTest {

  private static final GridGeometry GRID =
      new GridGeometry(12, 10, 6, new Vector3(0, 0, 0), new Vector3(1, 1, 2));

  private static MapRequest request(MapImageType type, String family, String feature) {
    var structure =
        new StructureState(
            "1.1",
            "1.3",
            1,
            "GTVnx",
            "",
            StructureType.GTV,
            0,
            OptionalDouble.empty(),
            "",
            OptionalDouble.empty(),
            false,
            "",
            "");
    return new MapRequest(
        new CaseImage("1.2", "MR T1", "1.3", "MR"),
        structure,
        type,
        family,
        feature,
        KernelSettings.DEFAULT,
        10);
  }

  private static FeatureMap compute(MapRequest request, boolean flat) {
    var random = new Random(3);
    double[] values = new double[GRID.voxelCount()];
    byte[] inside = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = flat ? 7 : random.nextInt(100);
      inside[i] = (byte) (i % 12 > 1 ? 1 : 0);
    }
    try (SliceExecutor executor = SliceExecutor.ofThreads(1)) {
      return new FeatureMapper(BuiltInFeatures.catalogue())
          .compute(
              VoxelBlock.ofIntegers(GRID, values),
              Region.of(GRID, inside),
              request.parameters(),
              request.kernel(),
              request::concerns,
              executor,
              new NullProgressMonitor())
          .maps()
          .getFirst();
    }
  }

  private static MapImageType type(String title) {
    return MapImageType.of(BuiltInFeatures.catalogue()).stream()
        .filter(one -> one.title().contains(title))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void outsideOfTheStructureNothingIsDrawn() {
    MapRequest request = request(type("Original"), "firstorder", "Mean");
    FeatureMap map = compute(request, false);
    ShownMap shown = ShownMap.of(request, map, List.of());

    assertEquals("First order Mean of MR T1 in GTVnx, 3³ voxels", shown.title());
    assertTrue(shown.from() < shown.to());
    for (int x = 0; x < map.geometry().sizeX(); x++) {
      assertEquals(map.valueAt(x, 4, 3).isEmpty(), Float.isNaN(shown.values().valueAt(x, 4, 3)));
    }
  }

  @Test
  void aMapOfOneValueHasARange() {
    MapRequest request = request(type("Original"), "firstorder", "Mean");
    ShownMap shown = ShownMap.of(request, compute(request, true), List.of());

    assertEquals(7, shown.from());
    assertTrue(shown.to() > 7);
  }

  @Test
  void oneBandOfAWaveletIsComputed() {
    MapRequest request = request(type("LHL"), "glcm", "Contrast");

    assertEquals("wavelet-LHL_glcm_Contrast", compute(request, false).name());
  }
}
