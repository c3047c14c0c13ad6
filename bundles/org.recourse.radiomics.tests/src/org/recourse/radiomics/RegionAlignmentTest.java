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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.recourse.grid.finding.Finding.Severity;
import org.recourse.grid.geometry.Axes;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.radiomics.image.Region;
import org.recourse.radiomics.image.VoxelBlock;
import org.recourse.radiomics.settings.ExtractionParameters;
import org.recourse.radiomics.settings.Settings;

/** Image and region on different grids: what the finding says, and what correctMask does. */
class RegionAlignmentTest {

  private static final Vector3 ORIGIN = new Vector3(0, 0, 0);
  private static final Vector3 SPACING = new Vector3(1, 1, 2);
  private static final GridGeometry IMAGE = new GridGeometry(10, 9, 8, ORIGIN, SPACING);

  private static VoxelBlock image() {
    double[] values = new double[IMAGE.voxelCount()];
    for (int i = 0; i < values.length; i++) {
      values[i] = i % 97;
    }
    return VoxelBlock.ofIntegers(IMAGE, values);
  }

  /** A box of indices on a grid. */
  private static Region box(GridGeometry grid, int from, int to) {
    byte[] inside = new byte[grid.voxelCount()];
    for (int z = from; z <= to; z++) {
      for (int y = from; y <= to; y++) {
        for (int x = from; x <= to; x++) {
          inside[grid.indexOf(x, y, z)] = 1;
        }
      }
    }
    return Region.of(grid, inside);
  }

  private static ExtractionResult extract(Region region, Settings settings) {
    try (SliceExecutor executor = SliceExecutor.ofThreads(2)) {
      return new FeatureExtractor(BuiltInFeatures.catalogue())
          .extract(
              image(),
              region,
              new ExtractionParameters(
                  settings,
                  Map.of("Original", Settings.empty()),
                  Map.of("firstorder", Set.of("Mean"), "shape", Set.of("VoxelVolume"))),
              executor,
              new NullProgressMonitor());
    }
  }

  private static Stream<Arguments> differences() {
    var turned = new Axes(new Vector3(0, 1, 0), new Vector3(-1, 0, 0), new Vector3(0, 0, 1));
    return Stream.of(
        Arguments.of(new GridGeometry(10, 9, 7, ORIGIN, SPACING), "size 10 x 9 x 8 and 10 x 9 x 7"),
        Arguments.of(
            new GridGeometry(10, 9, 8, ORIGIN, new Vector3(1, 1, 2.5)), "spacing " + SPACING),
        Arguments.of(
            new GridGeometry(10, 9, 8, new Vector3(0, 0.5, 0), SPACING),
            "origin " + ORIGIN + " mm and " + new Vector3(0, 0.5, 0) + " mm"),
        Arguments.of(new GridGeometry(10, 9, 8, ORIGIN, SPACING, turned), "axes "));
  }

  @ParameterizedTest
  @MethodSource("differences")
  void saysWhatDiffersWithNumbers(GridGeometry other, String words) {
    ExtractionResult result = extract(box(other, 2, 5), Settings.empty());
    assertEquals(0, result.features().size());
    assertEquals(Severity.ERROR, result.findings().get(0).severity());
    String text = result.findings().get(0).text();
    assertTrue(text.contains(words) && text.contains("correctMask"), text);
  }

  @Test
  void roundingOfTheGeometryIsNoDifference() {
    var near = new GridGeometry(10, 9, 8, new Vector3(1e-8, 0, 0), SPACING);
    assertTrue(extract(box(near, 2, 5), Settings.empty()).findings().isEmpty());
  }

  @Test
  void geometryToleranceWidensWhatIsTheSame() {
    var near = new GridGeometry(10, 9, 8, new Vector3(0.01, 0, 0), SPACING);
    assertTrue(
        extract(box(near, 2, 5), Settings.empty().with("geometryTolerance", 0.02))
            .findings()
            .isEmpty());
    assertEquals(0, extract(box(near, 2, 5), Settings.empty()).features().size());
  }

  /** A grid of half the spacing whose box covers voxels 2 to 4 of the image. */
  @Test
  void correctMaskResamplesFromTheNearestVoxel() {
    var fine =
        new GridGeometry(20, 18, 16, new Vector3(-0.25, -0.25, -0.5), new Vector3(0.5, 0.5, 1));
    ExtractionResult result = extract(box(fine, 4, 9), Settings.empty().with("correctMask", true));
    ExtractionResult expected = extract(box(IMAGE, 2, 4), Settings.empty());
    assertEquals(expected.features().asMap(), result.features().asMap());
    assertEquals(Severity.WARNING, result.findings().get(0).severity());
    assertTrue(result.findings().get(0).text().contains("216 voxels became 27"));
  }

  @Test
  void correctMaskRefusesARegionThatReachesOutOfTheImage() {
    var shifted = new GridGeometry(10, 9, 8, new Vector3(0, 0, 8), SPACING);
    ExtractionResult result =
        extract(box(shifted, 2, 5), Settings.empty().with("correctMask", true));
    assertEquals(0, result.features().size());
    assertTrue(result.findings().get(0).text().contains("reaches out of it"));
  }

  @Test
  void settingsWithoutEffectAreNamed() {
    ExtractionResult result =
        extract(
            box(IMAGE, 2, 4),
            Settings.empty()
                .with("label", 3)
                .with("label_channel", 0)
                .with("additionalInfo", false));
    assertEquals(
        List.of("label", "label_channel", "additionalInfo"),
        result.findings().stream().map(finding -> finding.affected()).toList());
    assertEquals(2, result.features().size());
  }
}
