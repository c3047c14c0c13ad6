/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.radiomics.feature.FeatureFamily;
import org.recourse.radiomics.feature.FeatureInput;
import org.recourse.radiomics.feature.FeatureInput.SharedRegion;
import org.recourse.radiomics.feature.FeatureVector;
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
 * Extracts features in the order of PyRadiomics 3.0.1: normalise, resample or crop, resegment,
 * shape; then filter, crop to the region and compute every family on every image. Stateless and
 * thread-safe.
 */
public final class FeatureExtractor {

  private final FeatureCatalogue catalogue;

  public FeatureExtractor(FeatureCatalogue catalogue) {
    this.catalogue = Objects.requireNonNull(catalogue, "catalogue");
  }

  /**
   * Extracts all features that the parameters ask for.
   *
   * @param image the whole image
   * @param region the region on the geometry of the image; one that differs is refused with a
   *     finding that says how
   * @param executor images are spread over its threads; the result does not depend on it
   * @throws IllegalArgumentException if the parameters name an unknown image type, feature class or
   *     feature
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  public ExtractionResult extract(
      VoxelBlock image,
      Region region,
      ExtractionParameters parameters,
      SliceExecutor executor,
      IProgressMonitor monitor) {
    Map<FeatureFamily, Set<String>> families = families(parameters);
    Map<ImageFilter, Settings> filters = filters(parameters);
    Settings settings = parameters.settings();
    SubMonitor progress = SubMonitor.convert(monitor, "Features", 100);
    Optional<Finding> problem =
        RegionCheck.geometry(image.geometry(), region.geometry(), settings)
            .or(() -> RegionCheck.size(region, settings, ""));
    if (problem.isPresent()) {
      return ExtractionResult.refused(problem.get());
    }
    Region aligned = region.on(image.geometry());
    ImageAndRegion prepared =
        new Preparation(executor)
            .apply(new ImageAndRegion(image, aligned), settings, progress.split(20));
    problem = RegionCheck.size(prepared.region(), settings, " after resampling");
    if (problem.isPresent()) {
      return ExtractionResult.refused(problem.get());
    }
    Region narrowed = Resegmentation.apply(prepared.image(), prepared.region(), settings);
    problem = RegionCheck.size(narrowed, settings, " after resegmentation");
    if (problem.isPresent()) {
      return ExtractionResult.refused(problem.get());
    }
    boolean narrowedShape = settings.flag("resegmentShape", false);
    FeatureVector.Builder vector = FeatureVector.builder();
    shape(
        prepared.image(),
        narrowedShape ? narrowed : prepared.region(),
        families,
        settings,
        vector,
        progress.split(10));
    var tasks =
        new ImageTasks(
            narrowed,
            families,
            executor,
            filters.size() == 0 ? 1 : filters.size(),
            progress.split(70));
    for (Map.Entry<ImageFilter, Settings> filter : filters.entrySet()) {
      progress.checkCanceled();
      tasks.settings = settings.with(filter.getValue());
      filter.getKey().apply(prepared.image(), narrowed, tasks.settings, tasks, progress.split(1));
    }
    tasks.finish(vector);
    return new ExtractionResult(vector.build(), tasks.findings);
  }

  private static void shape(
      VoxelBlock image,
      Region region,
      Map<FeatureFamily, Set<String>> families,
      Settings settings,
      FeatureVector.Builder vector,
      SubMonitor progress) {
    IndexBox box = region.box().orElseThrow();
    var input = new FeatureInput(image.crop(box), region.crop(box), settings);
    families.forEach(
        (family, wanted) -> {
          if (!family.description().usesImage()) {
            vector.putAll(
                "original_" + family.description().id() + "_",
                family.compute(input.wanting(wanted), progress),
                wanted);
          }
        });
  }

  private Map<FeatureFamily, Set<String>> families(ExtractionParameters parameters) {
    var families = new LinkedHashMap<FeatureFamily, Set<String>>();
    if (parameters.featureClasses().isEmpty()) {
      for (FeatureFamily family : catalogue.families()) {
        if (!family.description().id().equals("shape2D")) { // off by default, as in PyRadiomics
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
              for (String name : names) {
                if (!family.description().features().contains(name)
                    && !family.description().onRequest().contains(name)) {
                  throw new IllegalArgumentException("unknown feature of " + id + ": " + name);
                }
              }
              families.put(family, names);
            });
    return families;
  }

  private Map<ImageFilter, Settings> filters(ExtractionParameters parameters) {
    var filters = new LinkedHashMap<ImageFilter, Settings>();
    parameters
        .imageTypes()
        .forEach(
            (id, settings) ->
                filters.put(
                    catalogue
                        .filter(id)
                        .orElseThrow(
                            () -> new IllegalArgumentException("unknown image type: " + id)),
                    settings));
    return filters;
  }

  /** Collects the images of all filters, cropped to the region, and computes them in parallel. */
  private static final class ImageTasks implements FilterSink {

    /** One image to compute. */
    private record Task(String name, FeatureInput input) {}

    private final SharedRegion region;
    private final IndexBox box;
    private final Map<FeatureFamily, Set<String>> families;
    private final SliceExecutor executor;
    private final SubMonitor progress;
    private final List<Task> waiting = new ArrayList<>();
    private final List<FeatureVector> done = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private Settings settings = Settings.empty(); // of the running filter

    ImageTasks(
        Region region,
        Map<FeatureFamily, Set<String>> families,
        SliceExecutor executor,
        int filterCount,
        SubMonitor progress) {
      box = region.box().orElseThrow();
      this.region = new SharedRegion(region.crop(box));
      this.families = families;
      this.executor = executor;
      this.progress = progress.setWorkRemaining(filterCount);
    }

    @Override
    public void image(String name, VoxelBlock image) {
      waiting.add(new Task(name, new FeatureInput(image.crop(box), region, settings)));
      if (executor.threadCount() == 1) { // keeps only one image in memory
        compute();
      }
    }

    @Override
    public void finding(Finding finding) {
      findings.add(finding);
    }

    private void compute() {
      var vectors = new FeatureVector[waiting.size()];
      executor.forEachSlice(vectors.length, progress, i -> vectors[i] = features(waiting.get(i)));
      done.addAll(List.of(vectors));
      waiting.clear();
      progress.worked(1);
    }

    private FeatureVector features(Task task) {
      FeatureVector.Builder vector = FeatureVector.builder();
      families.forEach(
          (family, wanted) -> {
            if (family.description().usesImage()) {
              vector.putAll(
                  task.name() + "_" + family.description().id() + "_",
                  family.compute(task.input().wanting(wanted), progress),
                  wanted);
            }
          });
      return vector.build();
    }

    void finish(FeatureVector.Builder vector) {
      compute();
      for (FeatureVector one : done) {
        vector.putAll("", one, Set.of());
      }
    }
  }

  /** Returns what the catalogue offers, for lists in settings and reports. */
  public Collection<FeatureFamily> families() {
    return catalogue.families();
  }
}
