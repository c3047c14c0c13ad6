/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.preprocess;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.radiomics.image.Region;
import org.recourse.radiomics.image.VoxelBlock;

/**
 * Preprocessing steps in order, with a record of what each did. Immutable.
 *
 * @param steps steps in the order of their application
 */
public record PreprocessingPipeline(List<PreprocessingStep> steps) {

  /**
   * Outcome of a pipeline.
   *
   * @param prepared image and region after the last step
   * @param record one sentence per step with its parameters and what came out
   */
  public record Outcome(ImageAndRegion prepared, List<String> record) {

    public Outcome {
      record = List.copyOf(record);
    }
  }

  public PreprocessingPipeline {
    steps = List.copyOf(steps);
  }

  /**
   * Applies all steps.
   *
   * @throws IllegalArgumentException if a step is not defined for the image, such as a z-score of
   *     equal intensities
   */
  public Outcome apply(ImageAndRegion input, SliceExecutor executor, IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, "Preprocessing", Math.max(steps.size(), 1));
    var record = new ArrayList<String>();
    ImageAndRegion current = input;
    for (PreprocessingStep step : steps) {
      progress.checkCanceled();
      current = applied(step, current, executor, record, progress.split(1));
    }
    return new Outcome(current, record);
  }

  private static ImageAndRegion applied(
      PreprocessingStep step,
      ImageAndRegion current,
      SliceExecutor executor,
      List<String> record,
      SubMonitor progress) {
    VoxelBlock image = current.image();
    Region region = current.region();
    String remark = "";
    switch (step) {
      case PreprocessingStep.CorrectBiasField correct -> {
        BiasFieldResult result =
            new BiasFieldCorrection(executor)
                .correct(image, voxels(correct.extent(), current), correct.parameters(), progress);
        image = result.corrected();
        remark = result.levels().toString();
      }
      case PreprocessingStep.ZScore score ->
          image =
              Normalisation.ofRegion(
                  image, voxels(score.extent(), current), score.scale(), score.limit());
      case PreprocessingStep.NormaliseWhiteStripe normalise ->
          image = normalise.stripe().normalise(image, voxels(normalise.extent(), current));
      case PreprocessingStep.StandardiseHistogram standardise ->
          image = standardise.standard().normalise(image, voxels(standardise.extent(), current));
      case PreprocessingStep.Resample resample -> {
        GridGeometry target =
            ResamplingGrid.cornerAligned(
                image.geometry(),
                region.box().orElseThrow(() -> new IllegalArgumentException("the region is empty")),
                resample.spacingMm(),
                resample.padDistance());
        var resampler = new ImageResampler(executor);
        progress.setWorkRemaining(2);
        image = resampler.resample(image, target, resample.interpolation(), progress.split(1));
        region = resampler.resample(region, target, progress.split(1));
        remark = target.sizeX() + " x " + target.sizeY() + " x " + target.sizeZ() + " voxels";
      }
      case PreprocessingStep.Margin margin -> {
        region =
            margin.marginMm() < 0
                ? RegionMargin.shrunk(region, -margin.marginMm())
                : RegionMargin.grown(region, margin.marginMm());
        remark = region.voxelCount() + " voxels";
      }
    }
    record.add(remark.isEmpty() ? step.toString() : step + " gave " + remark);
    return new ImageAndRegion(image, region);
  }

  private static Region voxels(PreprocessingStep.Extent extent, ImageAndRegion current) {
    GridGeometry grid = current.image().geometry();
    byte[] all = new byte[grid.voxelCount()];
    return switch (extent) {
      case REGION -> current.region();
      case IMAGE -> {
        Arrays.fill(all, (byte) 1);
        yield Region.of(grid, all);
      }
      case ABOVE_MEAN -> {
        var statistics = new SampleStatistics();
        for (int i = 0; i < all.length; i++) {
          statistics.add(current.image().valueAt(i));
        }
        double mean = statistics.mean();
        for (int i = 0; i < all.length; i++) {
          all[i] = (byte) (current.image().valueAt(i) > mean ? 1 : 0);
        }
        yield Region.of(grid, all);
      }
    };
  }
}
