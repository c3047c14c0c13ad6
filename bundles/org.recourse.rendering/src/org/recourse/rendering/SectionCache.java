/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.rendering;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.recourse.grid.contour.ContourPlanes;
import org.recourse.grid.contour.ContourSection;
import org.recourse.grid.contour.SectionPlane;
import org.recourse.grid.parallel.SliceExecutor;

/**
 * Sections of contours with planes, kept for the planes looked at last. Contours are told apart by
 * identity, because comparing all their points costs more than cutting them. Not thread-safe.
 */
final class SectionCache {

  private static final int PLANES_KEPT = 256;
  private static final int NO_GROWTH = PLANES_KEPT * 2;
  private static final float LOAD_FACTOR = 0.75f;

  private final Map<SlicePlane, Map<ContourPlanes, List<double[]>>> byPlane =
      new LinkedHashMap<>(NO_GROWTH, LOAD_FACTOR, true); // eldest is the one not used longest

  /**
   * Returns the closed polygons, or lines of two points, of each outline as u, v pairs in plane
   * coordinates, mm. What is not known yet is cut in parallel, one outline per slice of work.
   */
  List<List<double[]>> polygonsMm(
      List<StructureOutline> outlines, SlicePlane plane, SliceExecutor executor) {
    Map<ContourPlanes, List<double[]>> known =
        byPlane.computeIfAbsent(plane, unused -> new IdentityHashMap<>());
    if (byPlane.size() > PLANES_KEPT) {
      byPlane.remove(byPlane.keySet().iterator().next());
    }
    List<ContourPlanes> missing =
        outlines.stream()
            .map(StructureOutline::planes)
            .filter(planes -> !known.containsKey(planes))
            .toList();
    if (!missing.isEmpty()) {
      List<List<double[]>> cut = cut(missing, plane.section(), executor);
      for (int i = 0; i < missing.size(); i++) {
        known.put(missing.get(i), cut.get(i));
      }
    }
    return outlines.stream().map(outline -> known.get(outline.planes())).toList();
  }

  private static List<List<double[]>> cut(
      List<ContourPlanes> planes, SectionPlane section, SliceExecutor executor) {
    List<List<double[]>> sections = new ArrayList<>();
    planes.forEach(unused -> sections.add(List.of()));
    executor.forEachSlice(
        planes.size(),
        new NullProgressMonitor(),
        i -> sections.set(i, cut(planes.get(i), section)));
    return sections;
  }

  private static List<double[]> cut(ContourPlanes planes, SectionPlane section) {
    return StraightSection.applies(planes, section)
        ? StraightSection.linesMm(planes, section)
        : ContourSection.polygonsMm(planes, section);
  }
}
