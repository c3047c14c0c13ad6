/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.registration.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.volume.ImageVolume;

/**
 * Places in the body, at which a deformation is judged: in the air around it nothing guides a
 * search and nothing depends on it. Immutable.
 *
 * @param pointsMm voxel centres above the mean intensity of the image, drawn at random, the same
 *     every time
 */
public record BodyPoints(List<Vector3> pointsMm) {

  private static final int MOST = 20_000;
  private static final int TRIES = 10 * MOST;
  private static final long SEED = 132; // any fixed number

  public BodyPoints {
    pointsMm = List.copyOf(pointsMm);
  }

  /** Draws points; fewer where the body is small, none in an image of one intensity. */
  public static BodyPoints of(ImageVolume image) {
    GridGeometry g = image.geometry();
    double sum = 0;
    float[] slice = new float[g.sliceVoxelCount()];
    for (int z = 0; z < g.sizeZ(); z++) {
      image.copySlice(z, slice);
      for (float value : slice) {
        sum += value;
      }
    }
    double mean = sum / g.voxelCount();
    var random = new Random(SEED);
    var points = new ArrayList<Vector3>();
    for (int i = 0; i < TRIES && points.size() < MOST; i++) {
      int x = random.nextInt(g.sizeX());
      int y = random.nextInt(g.sizeY());
      int z = random.nextInt(g.sizeZ());
      if (image.intensityAt(x, y, z) > mean) {
        points.add(g.toPatientMm(x, y, z));
      }
    }
    return new BodyPoints(points);
  }
}
