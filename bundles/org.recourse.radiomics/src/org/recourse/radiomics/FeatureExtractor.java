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
import org.recourse.radiomics.feature.FeatureVector;
import org.recourse.radiomics.image.IndexBox;
import org.recourse.radiomics.image.Region;
import org.recourse.radiomics.image.VoxelBlock;
import org.recourse.radiomics.internal.extract.ImageTasks;
import org.recourse.radiomics.internal.extract.ImageTasks.Filtering;
import org.recourse.radiomics.internal.extract.Preparation;
import org.recourse.radiomics.internal.extract.RegionCheck;
import org.recourse.radiomics.internal.extract.Resegmentation;
import org.recourse.radiomics.internal.extract.UnusedSettings;
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
   *     finding that says how, or resampled on the image if {@code correctMask} is set
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
    List<Filtering> filters = filters(parameters);
    Settings settings = parameters.settings();
    SubMonitor progress = SubMonitor.convert(monitor, "Features", 100);
    var findings = new ArrayList<Finding>(UnusedSettings.of(parameters));
    Optional<Region> aligned =
        RegionCheck.aligned(image.geometry(), region, settings, executor, findings);
    if (aligned.isEmpty() || tooSmall(aligned.get(), settings, "", findings)) {
      return ExtractionResult.refused(findings);
    }
    ImageAndRegion prepared =
        new Preparation(executor)
            .apply(new ImageAndRegion(image, aligned.get()), settings, progress.split(20));
    if (tooSmall(prepared.region(), settings, " after resampling", findings)) {
      return ExtractionResult.refused(findings);
    }
    Region narrowed = Resegmentation.apply(prepared.image(), prepared.region(), settings);
    if (tooSmall(narrowed, settings, " after resegmentation", findings)) {
      return ExtractionResult.refused(findings);
    }
    Region outline = settings.flag("resegmentShape", false) ? narrowed : prepared.region();
    IndexBox box = outline.box().orElseThrow();
    var shape = new FeatureInput(prepared.image().crop(box), outline.crop(box), settings);
    var tasks = new ImageTasks(narrowed, families, executor, progress.split(80));
    tasks.run(prepared.image(), narrowed, shape, filters);
    FeatureVector.Builder vector = FeatureVector.builder();
    tasks.addTo(vector, findings);
    return new ExtractionResult(vector.build(), findings);
  }

  private static boolean tooSmall(
      Region region, Settings settings, String step, List<Finding> findings) {
    Optional<Finding> problem = RegionCheck.size(region, settings, step);
    problem.ifPresent(findings::add);
    return problem.isPresent();
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

  private List<Filtering> filters(ExtractionParameters parameters) {
    var filters = new ArrayList<Filtering>();
    parameters
        .imageTypes()
        .forEach(
            (id, own) ->
                filters.add(
                    new Filtering(
                        catalogue
                            .filter(id)
                            .orElseThrow(
                                () -> new IllegalArgumentException("unknown image type: " + id)),
                        parameters.settings().with(own))));
    return filters;
  }

  /** Returns what the catalogue offers, for lists in settings and reports. */
  public Collection<FeatureFamily> families() {
    return catalogue.families();
  }
}
