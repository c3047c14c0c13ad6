/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.radiomics.internal.map;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.radiomics.maps.FeatureMap;
import org.recourse.rendering.ScalarVolume;

/**
 * A computed map as it is drawn. Immutable and thread-safe.
 *
 * @param title what it is
 * @param frameUid frame of reference of the image it was made of
 * @param values the map; NaN outside of the region and where the feature is not defined
 * @param from value at the start of the colour bar: 1 % of the voxels lie below
 * @param to value at its end, greater than {@code from}: 1 % of the voxels lie above
 * @param findings reservations
 */
record ShownMap(
    String title,
    String frameUid,
    ScalarVolume values,
    double from,
    double to,
    List<Finding> findings) {

  /** Single voxels far out must not take the contrast away from all others. */
  private static final double TAIL = 0.01;

  ShownMap {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(values, "values");
    findings = List.copyOf(findings);
  }

  /** Makes a drawable map; at least one voxel must have a value. */
  static ShownMap of(MapRequest request, FeatureMap map, List<Finding> findings) {
    GridGeometry grid = map.geometry();
    ScalarVolume.Builder volume = ScalarVolume.builder(grid);
    float[] slice = new float[grid.sliceVoxelCount()];
    double[] known = new double[map.definedCount()];
    int count = 0;
    for (int z = 0; z < grid.sizeZ(); z++) {
      for (int i = 0; i < slice.length; i++) {
        slice[i] = (float) map.valueOr(z * slice.length + i, Double.NaN);
        if (!Float.isNaN(slice[i])) {
          known[count++] = slice[i];
        }
      }
      volume.slice(z, slice);
    }
    double[] sorted = Arrays.copyOf(known, count);
    Arrays.sort(sorted);
    double from = sorted[(int) Math.floor(TAIL * (count - 1))];
    double to = sorted[(int) Math.ceil((1 - TAIL) * (count - 1))];
    double least = Math.max(1e-6, 1e-6 * Math.abs(from)); // the same everywhere: one colour
    return new ShownMap(
        request.title(),
        request.image().frameUid(),
        volume.build(),
        from,
        Math.max(to, from + least),
        findings);
  }
}
