/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.influence;

import java.util.BitSet;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.volume.Mask;
import org.recourse.planning.medium.DensityGrid;

/** A block of water, 164 x 140 x 132 mm. */
public final class InfluencePhantom {

  public static final GridGeometry GRID =
      new GridGeometry(41, 35, 33, new Vector3(-80, -68, -64), new Vector3(4, 4, 4));
  public static final Vector3 CENTRE_MM = new Vector3(3, -5, 2);

  private InfluencePhantom() {}

  public static DensityGrid water() {
    return DensityGrid.uniform(GRID, 1);
  }

  public static Mask everywhere() {
    return box(0, GRID.sizeX(), 0, GRID.sizeY(), 0, GRID.sizeZ());
  }

  /** Voxels from the first to before the last of each pair. */
  public static Mask box(int fromX, int toX, int fromY, int toY, int fromZ, int toZ) {
    Mask.Builder builder = Mask.builder(GRID);
    BitSet slice = new BitSet();
    for (int y = fromY; y < toY; y++) {
      slice.set(y * GRID.sizeX() + fromX, y * GRID.sizeX() + toX);
    }
    for (int z = fromZ; z < toZ; z++) {
      builder.slice(z, slice);
    }
    return builder.build();
  }
}
