/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosiomics;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.dosimetry.dvh.StructureSampling;
import org.recourse.dosiomics.internal.radiomic.DoseImages;
import org.recourse.dosiomics.internal.spatial.SpatialFeatures;
import org.recourse.dosiomics.internal.spatial.SpatialRegion;
import org.recourse.dosiomics.internal.volume.HistogramFeatures;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.grid.volume.Mask;
import org.recourse.radiomics.FeatureCatalogue;
import org.recourse.radiomics.feature.FeatureVector;
import org.recourse.radiomics.image.IndexBox;
import org.recourse.radiomics.image.Region;

/**
 * A region ready for dosiomics: everything that depends on the geometry alone is made once, and
 * each dose on the same grid then costs milliseconds ({@code docs/dosiomics.md} has the figures).
 * Immutable and thread-safe.
 *
 * <p>The region is any set of voxels of the dose grid: a structure, a margin, a ring, an overlap.
 * The dose-volume features read the dose at the points of a {@link StructureSampling}, which should
 * be made from the contours of the same region; the radiomic and spatial features use the voxels.
 */
public final class DosiomicsRegion {

  private static final int LEAST_DIMENSIONS = 2;

  private final GridGeometry doseGeometry;
  private final StructureSampling sampling;
  private final DosiomicsSettings settings;
  private final SpatialFeatures spatialFeatures;
  private final Optional<SpatialRegion> spatial; // empty for an empty region
  private final Optional<DoseImages> images; // empty for a region too small for radiomic features
  private final List<Finding> findings;

  private DosiomicsRegion(
      StructureSampling sampling,
      DosiomicsSettings settings,
      Optional<SpatialRegion> spatial,
      Optional<DoseImages> images,
      List<Finding> findings) {
    doseGeometry = sampling.doseGeometry();
    this.sampling = sampling;
    this.settings = settings;
    spatialFeatures = new SpatialFeatures(settings);
    this.spatial = spatial;
    this.images = images;
    this.findings = List.copyOf(findings);
  }

  /**
   * Prepares a region given by voxels alone; its histogram counts whole voxels.
   *
   * @throws IllegalArgumentException if the settings name an unknown image type or feature class
   */
  public static DosiomicsRegion of(
      Region region,
      DosiomicsSettings settings,
      FeatureCatalogue catalogue,
      SliceExecutor executor,
      IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, "Preparing region", 2);
    StructureSampling sampling =
        StructureSampling.ofMask(mask(region), region.geometry(), progress.split(1));
    return of(region, sampling, settings, catalogue, executor, progress.split(1));
  }

  /**
   * Prepares a region given by voxels of the dose grid and the sampling of its contours.
   *
   * @param region voxels on the geometry of the doses to come
   * @param sampling of the same region on the same geometry
   * @throws IllegalArgumentException if the geometries differ, or the settings name an unknown
   *     image type or feature class
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  public static DosiomicsRegion of(
      Region region,
      StructureSampling sampling,
      DosiomicsSettings settings,
      FeatureCatalogue catalogue,
      SliceExecutor executor,
      IProgressMonitor monitor) {
    Objects.requireNonNull(settings, "settings");
    if (!region.geometry().equals(sampling.doseGeometry())) {
      throw new IllegalArgumentException(
          "region and sampling are on different grids: "
              + region.geometry()
              + ", "
              + sampling.doseGeometry());
    }
    SubMonitor progress = SubMonitor.convert(monitor, "Preparing region", 2);
    progress.checkCanceled();
    var findings = new ArrayList<>(sampling.findings());
    Optional<IndexBox> box = region.box();
    Optional<SpatialRegion> spatial =
        box.map(known -> SpatialRegion.of(region, settings.bandLimitsMm()));
    progress.worked(1);
    Optional<DoseImages> images = Optional.empty();
    if (box.isEmpty()) {
      findings.add(
          Finding.error(
              "The region has no voxel on the dose grid: it has no dosiomic features.", "region"));
    } else if (dimensions(box.get()) < LEAST_DIMENSIONS) {
      findings.add(
          Finding.warning(
              "The region is a single voxel or a row of voxels on the dose grid: it has no texture"
                  + " and no shape, only dose-volume and spatial features.",
              "region"));
    } else {
      images =
          Optional.of(new DoseImages(region, settings, catalogue, executor, progress.split(1)));
    }
    return new DosiomicsRegion(sampling, settings, spatial, images, findings);
  }

  private static int dimensions(IndexBox box) {
    return (box.sizeX() > 1 ? 1 : 0) + (box.sizeY() > 1 ? 1 : 0) + (box.sizeZ() > 1 ? 1 : 0);
  }

  private static Mask mask(Region region) {
    GridGeometry grid = region.geometry();
    var builder = Mask.builder(grid);
    for (int z = 0; z < grid.sizeZ(); z++) {
      var slice = new BitSet(grid.sliceVoxelCount());
      for (int i = 0; i < grid.sliceVoxelCount(); i++) {
        if (region.contains(z * grid.sliceVoxelCount() + i)) {
          slice.set(i);
        }
      }
      builder.slice(z, slice);
    }
    return builder.build();
  }

  /** Geometry of the doses that {@link #update} accepts. */
  public GridGeometry doseGeometry() {
    return doseGeometry;
  }

  public DosiomicsSettings settings() {
    return settings;
  }

  /**
   * Computes the features of a dose. The result does not depend on the number of threads.
   *
   * @param dose physical dose or EQD2, Gy, on the grid of the region
   * @param monitor progress and cancellation
   * @throws IllegalArgumentException if the dose is on another grid
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  public DosiomicsResult update(DoseGrid dose, SliceExecutor executor, IProgressMonitor monitor) {
    if (!dose.geometry().equals(doseGeometry)) {
      throw new IllegalArgumentException(
          "the region was prepared for another grid: "
              + doseGeometry
              + ", dose "
              + dose.geometry());
    }
    SubMonitor progress = SubMonitor.convert(monitor, "Dosiomics", 1);
    progress.checkCanceled();
    var all = new ArrayList<>(findings);
    List<DoseImages.Task> tasks =
        images.isPresent() ? images.get().images(dose, all, executor, progress) : List.of();
    // The images first: they take longest.
    var vectors = new FeatureVector[tasks.size() + 2];
    executor.forEachSlice(
        vectors.length, progress, i -> vectors[i] = part(i, tasks, dose, progress));
    FeatureVector.Builder vector = FeatureVector.builder();
    images.ifPresent(known -> vector.putAll("", known.shape(), Set.of()));
    for (FeatureVector one : vectors) {
      vector.putAll("", one, Set.of());
    }
    progress.worked(1);
    return new DosiomicsResult(vector.build(), all);
  }

  private FeatureVector part(
      int number, List<DoseImages.Task> tasks, DoseGrid dose, IProgressMonitor monitor) {
    if (number < tasks.size()) {
      return images.orElseThrow().features(tasks.get(number), monitor);
    }
    if (number == tasks.size()) {
      FeatureVector.Builder vector = FeatureVector.builder();
      HistogramFeatures.addTo(vector, sampling.dvh(dose), sampling.volumeCm3(), settings);
      return vector.build();
    }
    return spatial
        .map(known -> spatialFeatures.compute(known, dose))
        .orElseGet(() -> FeatureVector.builder().build());
  }
}
