/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.internal.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.radiomics.image.IndexBox;
import org.recourse.radiomics.image.Region;
import org.recourse.radiomics.preprocess.ImageResampler;
import org.recourse.radiomics.settings.Settings;

/** Whether a region can be measured on an image, and what differs if not. */
public final class RegionCheck {

  private static final double GEOMETRY_TOLERANCE = 1e-6;

  private RegionCheck() {}

  /** Returns why a region is too small for the settings, if it is. */
  public static Optional<Finding> size(Region region, Settings settings, String step) {
    Optional<IndexBox> box = region.box();
    if (box.isEmpty()) {
      return Optional.of(Finding.error("The region is empty" + step + ".", "region"));
    }
    int dimensions =
        (box.get().sizeX() > 1 ? 1 : 0)
            + (box.get().sizeY() > 1 ? 1 : 0)
            + (box.get().sizeZ() > 1 ? 1 : 0);
    if (dimensions == 0) {
      return Optional.of(Finding.error("The region has a single voxel" + step + ".", "region"));
    }
    int least = settings.integer("minimumROIDimensions", 2);
    if (dimensions < least) {
      return Optional.of(
          Finding.error(
              "The region has "
                  + dimensions
                  + " dimensions"
                  + step
                  + ", minimumROIDimensions is "
                  + least
                  + ".",
              "region"));
    }
    Optional<Double> leastSize = settings.number("minimumROISize");
    if (leastSize.isPresent() && region.voxelCount() <= leastSize.get()) {
      return Optional.of(
          Finding.error(
              "The region has "
                  + region.voxelCount()
                  + " voxels"
                  + step
                  + ", minimumROISize is "
                  + leastSize.get().intValue()
                  + ".",
              "region"));
    }
    return Optional.empty();
  }

  /**
   * Returns the region on the geometry of the image: itself if they agree within {@code
   * geometryTolerance}, resampled from the nearest voxel if they differ and {@code correctMask} is
   * set, else nothing. A finding says what differs and what was done.
   */
  public static Optional<Region> aligned(
      GridGeometry image,
      Region region,
      Settings settings,
      SliceExecutor executor,
      List<Finding> findings) {
    Optional<String> difference = difference(image, region.geometry(), settings);
    if (difference.isEmpty()) {
      return Optional.of(region.on(image));
    }
    String sentence = "Image and region differ: " + difference.get() + ".";
    if (!settings.flag("correctMask", false)) {
      findings.add(
          Finding.error(
              sentence
                  + " Nothing was computed; with correctMask: true the region is resampled on the"
                  + " image.",
              "region"));
      return Optional.empty();
    }
    Optional<String> outside = outside(image, region);
    if (outside.isPresent()) {
      findings.add(
          Finding.error(
              sentence
                  + " The region cannot be resampled on the image, because it reaches out of it: "
                  + outside.get()
                  + ".",
              "region"));
      return Optional.empty();
    }
    Region resampled =
        new ImageResampler(executor).resample(region, image, new NullProgressMonitor());
    findings.add(
        Finding.warning(
            sentence
                + " The region was resampled on the image from the nearest voxel (correctMask): "
                + region.voxelCount()
                + " voxels became "
                + resampled.voxelCount()
                + ".",
            "region"));
    return Optional.of(resampled);
  }

  /** Returns which corner of the region's box lies outside the image, if one does. */
  private static Optional<String> outside(GridGeometry image, Region region) {
    if (region.box().isEmpty()) {
      return Optional.empty();
    }
    IndexBox box = region.box().get();
    for (int corner = 0; corner < 8; corner++) {
      Vector3 mm =
          region
              .geometry()
              .toPatientMm(
                  (corner & 1) == 0 ? box.minX() : box.maxX(),
                  (corner & 2) == 0 ? box.minY() : box.maxY(),
                  (corner & 4) == 0 ? box.minZ() : box.maxZ());
      Vector3 index = image.toIndex(mm);
      if (!within(index.x(), image.sizeX())
          || !within(index.y(), image.sizeY())
          || !within(index.z(), image.sizeZ())) {
        return Optional.of("its corner at " + mm + " mm is voxel " + index + " of the image");
      }
    }
    return Optional.empty();
  }

  private static boolean within(double index, int size) {
    return index > -0.5 && index < size - 0.5;
  }

  /** Returns a sentence that says how two geometries differ, if they do. */
  public static Optional<Finding> geometry(
      GridGeometry image, GridGeometry region, Settings settings) {
    return difference(image, region, settings)
        .map(words -> Finding.error("Image and region differ: " + words + ".", "region"));
  }

  /** Returns in words how two geometries differ, if they do. */
  static Optional<String> difference(GridGeometry image, GridGeometry region, Settings settings) {
    double tolerance = settings.number("geometryTolerance", GEOMETRY_TOLERANCE);
    var parts = new ArrayList<String>();
    if (image.sizeX() != region.sizeX()
        || image.sizeY() != region.sizeY()
        || image.sizeZ() != region.sizeZ()) {
      parts.add("size " + size(image) + " and " + size(region));
    }
    if (differ(image.spacingMm(), region.spacingMm(), tolerance * image.spacingMm().x())) {
      parts.add("spacing " + image.spacingMm() + " mm and " + region.spacingMm() + " mm");
    }
    if (differ(image.originMm(), region.originMm(), tolerance * image.spacingMm().x())) {
      parts.add("origin " + image.originMm() + " mm and " + region.originMm() + " mm");
    }
    if (differ(image.axes().x(), region.axes().x(), tolerance)
        || differ(image.axes().y(), region.axes().y(), tolerance)
        || differ(image.axes().z(), region.axes().z(), tolerance)) {
      parts.add("axes " + image.axes() + " and " + region.axes());
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", parts));
  }

  private static String size(GridGeometry geometry) {
    return geometry.sizeX() + " x " + geometry.sizeY() + " x " + geometry.sizeZ();
  }

  private static boolean differ(Vector3 a, Vector3 b, double tolerance) {
    return Math.abs(a.x() - b.x()) > tolerance
        || Math.abs(a.y() - b.y()) > tolerance
        || Math.abs(a.z() - b.z()) > tolerance;
  }
}
