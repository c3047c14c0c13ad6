/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.recourse.dicom.write.StructureSpec;
import org.recourse.grid.contour.PlanarContour;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;

class BenchmarkCaseTest {

  @Test
  void regionsHaveTheStatedNumberOfPointsAndLieOnSlices() {
    GridGeometry geometry = BenchmarkCase.geometry();

    List<StructureSpec> regions = BenchmarkCase.regions(geometry);

    assertEquals(BenchmarkCase.REGION_COUNT, regions.size());
    int points = 0;
    for (StructureSpec region : regions) {
      for (PlanarContour contour : region.contours().contours()) {
        points += contour.pointCount();
        Vector3 index = geometry.toIndex(contour.pointMm(0));
        assertEquals(Math.round(index.z()), index.z(), 1e-6);
      }
    }
    assertEquals(BenchmarkCase.POINT_COUNT, points);
  }
}
