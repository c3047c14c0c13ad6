/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosiomics.internal.radiomic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.dosiomics.DosiomicsSettings;
import org.recourse.dosiomics.internal.spatial.SpatialDose;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.radiomics.FeatureCatalogue;
import org.recourse.radiomics.feature.FeatureFamily;
import org.recourse.radiomics.feature.FeatureInput;
import org.recourse.radiomics.feature.FeatureInput.SharedRegion;
import org.recourse.radiomics.feature.FeatureVector;
import org.recourse.radiomics.filter.FilterSink;
import org.recourse.radiomics.filter.ImageFilter;
import org.recourse.radiomics.image.IndexBox;
import org.recourse.radiomics.image.Region;
import org.recourse.radiomics.image.VoxelBlock;
import org.recourse.radiomics.preprocess.ImageResampler;
import org.recourse.radiomics.preprocess.Interpolation;
import org.recourse.radiomics.preprocess.ResamplingGrid;
import org.recourse.radiomics.settings.Settings;

/**
 * The radiomic families on the images derived from a dose. The cropped and resampled region, its
 * index, the numbers of neighbours and the shape features are made once. Filters see the box of the
 * region with five voxels more on each side, as PyRadiomics does with {@code preCrop}. Thread-safe.
 */
public final class DoseImages {

  private static final int PADDING = 5;

  /** The border of a B-spline fades by 0.27 per voxel: below 1e-11 after this many. */
  private static final int SPLINE_PADDING = 20;

  /** Image of one filter, ready for the families. */
  public record Task(String name, FeatureInput input) {}

  private final DosiomicsSettings settings;
  private final Map<FeatureFamily, Set<String>> families = new LinkedHashMap<>();
  private final Map<ImageFilter, Settings> filters = new LinkedHashMap<>();
  private final IndexBox sourceBox; // of the dose grid
  private final GridGeometry source; // of that box
  private final GridGeometry target; // of the filters: the same, or resampled
  private final Region region; // on the target
  private final IndexBox box; // of the region on the target
  private final SharedRegion shared;
  private final FeatureVector shape;

  /**
   * Prepares a region.
   *
   * @throws IllegalArgumentException if the settings name an unknown image type, class or feature,
   *     or if the resampled region is empty
   */
  public DoseImages(
      Region whole,
      DosiomicsSettings settings,
      FeatureCatalogue catalogue,
      SliceExecutor executor,
      IProgressMonitor monitor) {
    this.settings = settings;
    settings.imageTypes().forEach((id, own) -> filters.put(filter(catalogue, id), own));
    chooseFamilies(catalogue);
    IndexBox regionBox = whole.box().orElseThrow();
    sourceBox =
        regionBox.grownWithin(
            whole.geometry(), settings.spacingMm().isPresent() ? SPLINE_PADDING : PADDING);
    Region cropped = whole.crop(sourceBox);
    source = cropped.geometry();
    if (settings.spacingMm().isPresent()) {
      target =
          ResamplingGrid.cornerAligned(
              source, cropped.box().orElseThrow(), settings.spacingMm().get(), PADDING);
      region = new ImageResampler(executor).resample(cropped, target, monitor);
    } else {
      target = source;
      region = cropped;
    }
    box =
        region
            .box()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "no voxel of the region is left at " + settings.spacingMm().get() + " mm"));
    shared = new SharedRegion(region.crop(box));
    shape = shape(monitor);
  }

  private static ImageFilter filter(FeatureCatalogue catalogue, String id) {
    return catalogue
        .filter(id)
        .orElseThrow(() -> new IllegalArgumentException("unknown image type: " + id));
  }

  private void chooseFamilies(FeatureCatalogue catalogue) {
    if (settings.featureClasses().isEmpty()) {
      for (FeatureFamily family : catalogue.families()) {
        if (!family.description().id().equals("shape2D")) { // off by default, as in PyRadiomics
          families.put(family, Set.of());
        }
      }
      return;
    }
    settings
        .featureClasses()
        .forEach(
            (id, names) ->
                families.put(
                    catalogue
                        .family(id)
                        .orElseThrow(
                            () -> new IllegalArgumentException("unknown feature class: " + id)),
                    names));
  }

  private FeatureVector shape(IProgressMonitor monitor) {
    GridGeometry grid = shared.region().geometry();
    var input =
        new FeatureInput(
            VoxelBlock.ofFloat32(grid, new float[grid.voxelCount()]), shared, Settings.empty());
    FeatureVector.Builder vector = FeatureVector.builder();
    families.forEach(
        (family, wanted) -> {
          if (!family.description().usesImage()) {
            vector.putAll(
                "original_" + family.description().id() + "_",
                family.compute(input.wanting(wanted), monitor),
                wanted);
          }
        });
    return vector.build();
  }

  /** Features of the shape of the region, which no dose changes. */
  public FeatureVector shape() {
    return shape;
  }

  /** Derives the images of a dose, cropped to the region; findings are added to the list. */
  public List<Task> images(
      DoseGrid dose, List<Finding> findings, SliceExecutor executor, IProgressMonitor monitor) {
    VoxelBlock image = VoxelBlock.ofFloat32(source, SpatialDose.cropped(dose, sourceBox));
    if (target != source) {
      image = new ImageResampler(executor).resample(image, target, Interpolation.BSPLINE, monitor);
    }
    var tasks = new ArrayList<Task>();
    Settings general = Settings.empty().with("binWidth", settings.binWidthGy());
    for (Map.Entry<ImageFilter, Settings> filter : filters.entrySet()) {
      Settings own = general.with(filter.getValue());
      filter.getKey().apply(image, region, own, sink(tasks, own, findings), monitor);
    }
    return tasks;
  }

  private FilterSink sink(List<Task> tasks, Settings own, List<Finding> findings) {
    return new FilterSink() {
      @Override
      public void image(String name, VoxelBlock image) {
        tasks.add(new Task(name, new FeatureInput(image.crop(box), shared, own)));
      }

      @Override
      public void finding(Finding finding) {
        findings.add(finding);
      }
    };
  }

  /** Computes every family on one image. */
  public FeatureVector features(Task task, IProgressMonitor monitor) {
    FeatureVector.Builder vector = FeatureVector.builder();
    families.forEach(
        (family, wanted) -> {
          if (family.description().usesImage()) {
            vector.putAll(
                task.name() + "_" + family.description().id() + "_",
                family.compute(task.input().wanting(wanted), monitor),
                wanted);
          }
        });
    return vector.build();
  }
}
