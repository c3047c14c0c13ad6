/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.ibsi;

import java.util.List;
import java.util.Objects;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.radiomics.feature.FeatureVector;
import org.recourse.radiomics.image.IndexBox;
import org.recourse.radiomics.image.Region;
import org.recourse.radiomics.image.VoxelBlock;
import org.recourse.radiomics.internal.ibsi.IntensityHistogram;
import org.recourse.radiomics.internal.ibsi.IntensityStatistics;
import org.recourse.radiomics.internal.ibsi.LevelMaker;
import org.recourse.radiomics.internal.ibsi.LocalPeaks;
import org.recourse.radiomics.internal.ibsi.Morphology;
import org.recourse.radiomics.internal.ibsi.TextureAggregation;
import org.recourse.radiomics.internal.ibsi.VolumeHistogram;
import org.recourse.radiomics.internal.texture.RegionIndex;
import org.recourse.radiomics.preprocess.ImageResampler;
import org.recourse.radiomics.preprocess.Interpolation;
import org.recourse.radiomics.preprocess.ResamplingGrid;

/**
 * Computes IBSI features. The names are the tags of the reference values: {@code morph_}, {@code
 * loc_}, {@code stat_}, {@code ih_}, {@code ivh_}, {@code cm_}, {@code rlm_}, {@code szm_}, {@code
 * dzm_}, {@code ngt_} and {@code ngl_}; texture tags end in {@code 2D}, {@code 2_5D} or {@code 3D},
 * with {@code _avg} or {@code _comb} before directions are merged or after. Stateless and
 * thread-safe.
 */
public final class IbsiProfile {

  private static final double PARTIAL_VOLUME = 0.5;

  private final SliceExecutor executor;

  public IbsiProfile(SliceExecutor executor) {
    this.executor = Objects.requireNonNull(executor, "executor");
  }

  /** Image, morphological region and intensity region after processing. */
  private record Processed(VoxelBlock image, Region morphological, Region intensity) {}

  /**
   * Computes all features.
   *
   * @param image the whole image
   * @param region the region on the geometry of the image, not empty, also after resegmentation
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  public FeatureVector compute(
      VoxelBlock image, Region region, IbsiSettings settings, IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, "IBSI features", 100);
    Processed whole = process(image, region, settings, progress.split(20));
    FeatureVector.Builder vector = FeatureVector.builder();
    new LocalPeaks(whole.image(), whole.intensity()).addTo(vector);
    IndexBox box = whole.morphological().box().orElseThrow();
    var part =
        new Processed(
            whole.image().crop(box), whole.morphological().crop(box), whole.intensity().crop(box));
    new Morphology(part.image(), part.morphological(), part.intensity()).addTo(vector);
    progress.worked(20);
    progress.checkCanceled();
    RegionIndex index = RegionIndex.of(part.intensity());
    double[] values = index.values(part.image());
    IntensityStatistics.of(values).addTo(vector, "stat_");
    LevelMaker levels = LevelMaker.of(values, settings);
    new IntensityHistogram(levels.levels(), levels.levelCount()).addTo(vector);
    VolumeHistogram.of(values, settings).addTo(vector);
    progress.worked(20);
    var texture =
        new TextureAggregation(
            part.intensity(), part.morphological(), levels.levels(), levels.levelCount());
    if (settings.planar()) {
      texture.addSlices(vector, progress.split(20));
      texture.addMergedSlices(vector, progress.split(20));
    } else {
      texture.addVolume(vector, progress.split(40));
    }
    return vector.build();
  }

  private Processed process(
      VoxelBlock image, Region region, IbsiSettings settings, SubMonitor progress) {
    VoxelBlock resampled = image;
    Region morphological = region;
    if (settings.spacingMm().isPresent()) {
      double spacing = settings.spacingMm().get();
      GridGeometry grid = image.geometry();
      GridGeometry target =
          ResamplingGrid.centreAligned(
              grid,
              new Vector3(spacing, spacing, settings.planar() ? grid.spacingMm().z() : spacing));
      var resampler = new ImageResampler(executor);
      progress.setWorkRemaining(2);
      resampled = resampler.resampleReal(image, target, Interpolation.LINEAR, progress.split(1));
      morphological =
          resampler.resample(
              region, target, Interpolation.LINEAR, PARTIAL_VOLUME, progress.split(1));
    }
    if (settings.roundIntensities()) {
      double[] values = resampled.toDoubles();
      for (int i = 0; i < values.length; i++) {
        values[i] = Math.rint(values[i]);
      }
      resampled = VoxelBlock.ofFloat64(resampled.geometry(), values);
    }
    return new Processed(resampled, morphological, resegment(resampled, morphological, settings));
  }

  private static Region resegment(VoxelBlock image, Region region, IbsiSettings settings) {
    if (settings.resegmentation().isEmpty()) {
      return region;
    }
    IbsiSettings.Range range = settings.resegmentation().get();
    byte[] inside = region.toBytes();
    for (int i = 0; i < inside.length; i++) {
      double value = image.valueAt(i);
      if (inside[i] != 0 && !(value >= range.low() && value <= range.high())) {
        inside[i] = 0;
      }
    }
    return Region.of(region.geometry(), inside);
  }

  /** Returns the prefixes of the tags, by family, for lists in settings. */
  public static List<String> families() {
    return List.of(
        "morph_", "loc_", "stat_", "ih_", "ivh_", "cm_", "rlm_", "szm_", "dzm_", "ngt_", "ngl_");
  }
}
