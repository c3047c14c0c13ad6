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
import java.util.Optional;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.radiomics.image.IndexBox;
import org.recourse.radiomics.image.Region;
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

  /** Returns a sentence that says how two geometries differ, if they do. */
  public static Optional<Finding> geometry(
      GridGeometry image, GridGeometry region, Settings settings) {
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
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Finding.error("Image and region differ: " + String.join("; ", parts) + ".", "region"));
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
