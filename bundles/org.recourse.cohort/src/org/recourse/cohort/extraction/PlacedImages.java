/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.extraction;

import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.contour.PlanarContour;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.resample.TrilinearSampler;
import org.recourse.grid.volume.ImageVolume;

/** Images brought into the frame of a structure. Stateless. */
final class PlacedImages {

  private static final double MARGIN_MM = 20;

  private PlacedImages() {}

  /** Returns the image on a grid along the axes of the frame, 20 mm around the contours. */
  static ImageVolume sampled(ImageVolume image, AffineTransform toImage, ContourSet contours) {
    double[] least = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
    double[] most = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
    for (PlanarContour contour : contours.contours()) {
      double[] xyzMm = contour.xyzMm();
      for (int i = 0; i < xyzMm.length; i++) {
        least[i % 3] = Math.min(least[i % 3], xyzMm[i] - MARGIN_MM);
        most[i % 3] = Math.max(most[i % 3], xyzMm[i] + MARGIN_MM);
      }
    }
    GridGeometry own = image.geometry();
    var spacing =
        new Vector3(
            own.spacingAlongMm(new Vector3(1, 0, 0)),
            own.spacingAlongMm(new Vector3(0, 1, 0)),
            own.spacingAlongMm(new Vector3(0, 0, 1)));
    var geometry =
        new GridGeometry(
            (int) Math.ceil((most[0] - least[0]) / spacing.x()) + 1,
            (int) Math.ceil((most[1] - least[1]) / spacing.y()) + 1,
            (int) Math.ceil((most[2] - least[2]) / spacing.z()) + 1,
            new Vector3(least[0], least[1], least[2]),
            spacing);
    TrilinearSampler sampler = TrilinearSampler.of(image);
    ImageVolume.Builder builder = ImageVolume.builder(geometry);
    float[] slice = new float[geometry.sliceVoxelCount()];
    for (int z = 0; z < geometry.sizeZ(); z++) {
      for (int i = 0; i < slice.length; i++) {
        Vector3 place = geometry.centreMm(z * slice.length + i);
        slice[i] = (float) sampler.sampleOr(toImage.apply(place), 0);
      }
      builder.slice(z, slice);
    }
    return builder.build();
  }
}
