/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.preprocess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.radiomics.image.Region;
import org.recourse.radiomics.image.VoxelBlock;

class PreprocessingPipelineTest {

  private static final double ROUNDING = 1e-12;

  private static GridGeometry grid(int x, int y, int z, double dx, double dy, double dz) {
    return new GridGeometry(x, y, z, new Vector3(0, 0, 0), new Vector3(dx, dy, dz));
  }

  private static Region all(GridGeometry grid) {
    byte[] inside = new byte[grid.voxelCount()];
    java.util.Arrays.fill(inside, (byte) 1);
    return Region.of(grid, inside);
  }

  @Test
  void marginOfTheJavadoc() {
    byte[] inside = new byte[125];
    inside[62] = 1;
    Region one = Region.of(grid(5, 5, 5, 1, 1, 1), inside);
    assertEquals(7, RegionMargin.grown(one, 1).voxelCount());
    assertEquals(6, RegionMargin.shell(one, 1).voxelCount());
    assertEquals(0, RegionMargin.shrunk(one, 1).voxelCount());
    assertEquals(1, RegionMargin.shrunk(RegionMargin.grown(one, 1), 1).voxelCount());
    Region none = Region.of(one.geometry(), new byte[125]);
    assertEquals(0, RegionMargin.grown(none, 3).voxelCount());
    assertThrows(IllegalArgumentException.class, () -> RegionMargin.grown(one, -1));
  }

  /** The plain definition, voxel pair by voxel pair. */
  @RepeatedTest(5)
  void marginAgreesWithTheDefinition(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    GridGeometry grid = grid(7, 5, 4, 1.1, 0.7, 2.3);
    byte[] inside = new byte[140];
    for (int i = 0; i < inside.length; i++) {
      inside[i] = (byte) (random.nextInt(20) == 0 ? 1 : 0);
    }
    Region grown = RegionMargin.grown(Region.of(grid, inside.clone()), 2.4);
    for (int a = 0; a < 140; a++) {
      boolean near = false;
      for (int b = 0; b < 140; b++) {
        double dx = (a % 7 - b % 7) * 1.1;
        double dy = (a / 7 % 5 - b / 7 % 5) * 0.7;
        double dz = (a / 35 - b / 35) * 2.3;
        near |= inside[b] == 1 && Math.sqrt(dx * dx + dy * dy + dz * dz) <= 2.4;
      }
      assertEquals(near, grown.contains(a), "voxel " + a);
    }
  }

  @Test
  void histogramStandardOfTheJavadoc() {
    GridGeometry grid = grid(4, 1, 1, 1, 1, 1);
    byte[] inside = {1, 1, 1, 0};
    VoxelBlock image = VoxelBlock.ofIntegers(grid, new double[] {0, 10, 40, 25});
    var standard = new HistogramStandard(List.of(0.0, 0.5, 1.0), List.of(0.0, 50.0, 100.0));
    VoxelBlock result = standard.normalise(image, Region.of(grid, inside));
    assertEquals(75, result.valueAt(3), ROUNDING);
    var learnt =
        HistogramStandard.learnt(
            List.of(new ImageAndRegion(image, Region.of(grid, inside.clone()))),
            List.of(0.0, 0.5, 1.0),
            0,
            100);
    assertEquals(25, learnt.standardValues().get(1), ROUNDING);
  }

  @Test
  void whiteStripeFindsTheTissueOfTheLastPeak() {
    GridGeometry grid = grid(40, 40, 10, 1, 1, 1);
    var random = new Random(11);
    double[] values = new double[grid.voxelCount()];
    for (int i = 0; i < values.length; i++) {
      boolean white = i % 5 < 2;
      values[i] = (white ? 900 : 400) + 30 * random.nextGaussian();
    }
    VoxelBlock image = VoxelBlock.ofFloat64(grid, values);
    double[] sorted = Percentiles.sorted(image, all(grid));
    assertEquals(900, new WhiteStripe(WhiteStripe.Peak.LAST, 0.05).peakIntensity(sorted), 15);
    assertEquals(400, new WhiteStripe(WhiteStripe.Peak.LARGEST, 0.05).peakIntensity(sorted), 15);
    VoxelBlock result = new WhiteStripe(WhiteStripe.Peak.LAST, 0.05).normalise(image, all(grid));
    assertEquals(image.valueAt(0) > image.valueAt(1), result.valueAt(0) > result.valueAt(1));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new WhiteStripe(WhiteStripe.Peak.LAST, 0.05)
                .normalise(VoxelBlock.ofFloat64(grid, new double[16000]), all(grid)));
  }

  @Test
  void stepsAreAppliedInOrderAndRecorded() {
    GridGeometry grid = grid(8, 8, 4, 1, 1, 2);
    double[] values = new double[256];
    byte[] inside = new byte[256];
    for (int i = 0; i < values.length; i++) {
      values[i] = i % 17;
    }
    inside[100] = 1;
    inside[101] = 1;
    var input = new ImageAndRegion(VoxelBlock.ofIntegers(grid, values), Region.of(grid, inside));
    var pipeline =
        new PreprocessingPipeline(
            List.of(
                new PreprocessingStep.ZScore(PreprocessingStep.Extent.IMAGE, 100, Optional.of(1.0)),
                new PreprocessingStep.Margin(1),
                new PreprocessingStep.Resample(new Vector3(0.5, 0.5, 2), Interpolation.LINEAR, 1)));
    try (var executor = SliceExecutor.ofThreads(1)) {
      PreprocessingPipeline.Outcome outcome =
          pipeline.apply(input, executor, new NullProgressMonitor());
      assertEquals(3, outcome.record().size());
      assertTrue(outcome.record().get(1).endsWith("gave 8 voxels"), outcome.record().get(1));
      assertEquals(0.5, outcome.prepared().image().spacingMm().x());
      assertEquals(32, outcome.prepared().region().voxelCount());
      var monitor = new NullProgressMonitor();
      monitor.setCanceled(true);
      assertThrows(
          OperationCanceledException.class, () -> pipeline.apply(input, executor, monitor));
    }
  }
}
