/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.maps;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.radiomics.FeatureCatalogue;
import org.recourse.radiomics.feature.FeatureFamily;
import org.recourse.radiomics.filter.FilterSink;
import org.recourse.radiomics.filter.ImageFilter;
import org.recourse.radiomics.image.IndexBox;
import org.recourse.radiomics.image.Region;
import org.recourse.radiomics.image.VoxelBlock;
import org.recourse.radiomics.internal.extract.Preparation;
import org.recourse.radiomics.internal.extract.RegionCheck;
import org.recourse.radiomics.internal.extract.Resegmentation;
import org.recourse.radiomics.preprocess.ImageAndRegion;
import org.recourse.radiomics.settings.ExtractionParameters;
import org.recourse.radiomics.settings.Settings;

/**
 * Computes voxel-based feature maps in the manner of PyRadiomics 3.0.1: the image is prepared and
 * filtered as for the features of the region; grey levels are formed once, over the region (or,
 * with an unmasked kernel, over its box with one radius on each side); then every feature is
 * computed for every voxel of the region from the voxels around it. Stateless and thread-safe.
 *
 * <p>What differs from PyRadiomics: where a feature has no value the map has none, instead of the
 * {@code initValue} or NaN; MCC of a kernel with a single level is 1, as for a region, and not 0;
 * {@code voxelBatch} has no meaning. Shape has no map. Families of vendors get the kernel as a
 * region and form their own grey levels in it.
 */
public final class FeatureMapper {

  private final FeatureCatalogue catalogue;

  public FeatureMapper(FeatureCatalogue catalogue) {
    this.catalogue = Objects.requireNonNull(catalogue, "catalogue");
  }

  /**
   * Computes the maps of all features that the parameters ask for; without feature classes, of all
   * but the shape classes.
   *
   * @param image the whole image
   * @param region the region on the geometry of the image; one that differs or is empty gives no
   *     map and a finding that says why
   * @param executor voxels are spread over its threads; the result does not depend on it
   * @param monitor progress by voxels, and cancellation
   * @throws IllegalArgumentException if the parameters name an unknown image type, feature class or
   *     feature
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  public FeatureMaps compute(
      VoxelBlock image,
      Region region,
      ExtractionParameters parameters,
      KernelSettings kernel,
      SliceExecutor executor,
      IProgressMonitor monitor) {
    return compute(image, region, parameters, kernel, name -> true, executor, monitor);
  }

  /**
   * Computes the maps of some of the images that the filters make; see the other method.
   *
   * @param wantedImage tells by the name of an image, such as {@code wavelet-LLH}, whether its maps
   *     are wanted
   */
  public FeatureMaps compute(
      VoxelBlock image,
      Region region,
      ExtractionParameters parameters,
      KernelSettings kernel,
      Predicate<String> wantedImage,
      SliceExecutor executor,
      IProgressMonitor monitor) {
    var findings = new ArrayList<Finding>();
    Map<FeatureFamily, Set<String>> families = families(parameters, findings);
    Map<ImageFilter, Settings> filters = filters(parameters);
    Settings settings = parameters.settings();
    SubMonitor progress = SubMonitor.convert(monitor, "Feature maps", 100);
    progress.checkCanceled();
    Optional<Finding> problem = problem(image, region, settings);
    if (problem.isPresent()) {
      return new FeatureMaps(List.of(), List.of(problem.get()));
    }
    ImageAndRegion prepared =
        new Preparation(executor)
            .apply(
                new ImageAndRegion(image, region.on(image.geometry())),
                settings,
                progress.split(10));
    Region narrowed = Resegmentation.apply(prepared.image(), prepared.region(), settings);
    if (narrowed.voxelCount() == 0) {
      findings.add(
          Finding.error("No voxel of the region is left after its preparation.", "region"));
      return new FeatureMaps(List.of(), findings);
    }
    var run = new Run(prepared.image(), narrowed, families, kernel, wantedImage, executor);
    SubMonitor filtering = progress.split(90).setWorkRemaining(Math.max(1, filters.size()));
    filters.forEach(
        (filter, own) -> run.apply(filter, settings.with(own), findings, filtering.split(1)));
    return new FeatureMaps(run.maps, findings);
  }

  /** Maps of one prepared image, filter by filter. */
  private static final class Run {

    /** Progress of filters with several images: each takes this part of what is left. */
    private static final int IMAGES = 4;

    private final VoxelBlock image;
    private final Region region;
    private final Map<FeatureFamily, Set<String>> families;
    private final KernelSettings kernel;
    private final Predicate<String> wantedImage;
    private final SliceExecutor executor;
    private final IndexBox box;
    private final List<FeatureMap> maps = new ArrayList<>();

    Run(
        VoxelBlock image,
        Region region,
        Map<FeatureFamily, Set<String>> families,
        KernelSettings kernel,
        Predicate<String> wantedImage,
        SliceExecutor executor) {
      this.image = image;
      this.region = region;
      this.families = families;
      this.kernel = kernel;
      this.wantedImage = wantedImage;
      this.executor = executor;
      box = region.box().orElseThrow().grownWithin(region.geometry(), kernel.radiusVoxels());
    }

    void apply(ImageFilter filter, Settings settings, List<Finding> findings, SubMonitor progress) {
      progress.setWorkRemaining(100);
      SubMonitor imagesLeft = progress.split(90);
      ImageTaker taker =
          (name, derived) -> {
            if (wantedImage.test(name)) {
              maps.addAll(
                  new ImageMaps(
                          name, derived.crop(box), region.crop(box), families, settings, kernel)
                      .compute(executor, imagesLeft.setWorkRemaining(IMAGES).split(1)));
            }
          };
      filter.apply(image, region, settings, sink(findings, taker), progress.split(10));
    }
  }

  private static Optional<Finding> problem(VoxelBlock image, Region region, Settings settings) {
    Optional<Finding> geometry =
        RegionCheck.geometry(image.geometry(), region.geometry(), settings);
    if (geometry.isPresent() || region.voxelCount() > 0) {
      return geometry;
    }
    return Optional.of(Finding.error("The region is empty.", "region"));
  }

  /** What a filter hands over. */
  @FunctionalInterface
  private interface ImageTaker {
    void take(String name, VoxelBlock image);
  }

  private static FilterSink sink(List<Finding> findings, ImageTaker taker) {
    return new FilterSink() {
      @Override
      public void image(String name, VoxelBlock image) {
        taker.take(name, image);
      }

      @Override
      public void finding(Finding finding) {
        findings.add(finding);
      }
    };
  }

  private Map<FeatureFamily, Set<String>> families(
      ExtractionParameters parameters, List<Finding> findings) {
    var families = new LinkedHashMap<FeatureFamily, Set<String>>();
    if (parameters.featureClasses().isEmpty()) {
      for (FeatureFamily family : catalogue.families()) {
        if (family.description().usesImage()) {
          families.put(family, Set.of());
        }
      }
      return families;
    }
    parameters
        .featureClasses()
        .forEach(
            (id, names) -> {
              FeatureFamily family =
                  catalogue
                      .family(id)
                      .orElseThrow(
                          () -> new IllegalArgumentException("unknown feature class: " + id));
              checkNames(family, names);
              if (family.description().usesImage()) {
                families.put(family, names);
              } else {
                findings.add(
                    Finding.info("The shape of a region has no map; " + id + " was left out.", id));
              }
            });
    return families;
  }

  private static void checkNames(FeatureFamily family, Set<String> names) {
    for (String name : names) {
      if (!family.description().features().contains(name)
          && !family.description().onRequest().contains(name)) {
        throw new IllegalArgumentException(
            "unknown feature of " + family.description().id() + ": " + name);
      }
    }
  }

  private Map<ImageFilter, Settings> filters(ExtractionParameters parameters) {
    var filters = new LinkedHashMap<ImageFilter, Settings>();
    parameters
        .imageTypes()
        .forEach(
            (id, own) ->
                filters.put(
                    catalogue
                        .filter(id)
                        .orElseThrow(
                            () -> new IllegalArgumentException("unknown image type: " + id)),
                    own));
    return filters;
  }
}
