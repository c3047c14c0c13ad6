/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom;

import java.util.ArrayList;
import java.util.List;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.contour.PlanarContour;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.grid.volume.ImageVolume;

/**
 * A box whose contour, image edge and isodose surface coincide in every plane, so that a viewer can
 * be checked for register. Immutable.
 *
 * <p>The dose is {@code edgeDoseGy − gradient · s}, where s is the largest of the six signed
 * distances to the sides of the box, negative inside. Trilinear interpolation returns this formula
 * exactly except within one dose voxel of an edge or corner of the box, so there the isodose line
 * is slightly rounded. The sides do not fall on voxel centres or borders of the dose grid.
 *
 * @param image 1000 inside the box, 0 outside, sampled at voxel centres
 * @param contours the box, axial contours one image slice apart
 * @param dose dose on its own grid, coarser than the image and shifted against it
 * @param edgeDoseGy dose on the surface of the box
 * @param lowMm lower corner of the box, patient LPS
 * @param highMm upper corner of the box
 */
public record EdgePhantom(
    ImageVolume image,
    ContourSet contours,
    DoseGrid dose,
    double edgeDoseGy,
    Vector3 lowMm,
    Vector3 highMm) {

  private static final double EDGE_DOSE_GY = 30;
  private static final double GRADIENT_GY_PER_MM = 2;
  private static final float INSIDE = 1000;
  private static final Vector3 LOW_MM = new Vector3(-20.3, -14.7, -15);
  private static final Vector3 HIGH_MM = new Vector3(23.1, 18.9, 18);
  private static final double SLICE_MM = 3;

  /** Makes the phantom; the box ends half way between image slices. */
  public static EdgePhantom create() {
    var imageGeometry =
        new GridGeometry(64, 60, 20, new Vector3(-31, -30, -28.5), new Vector3(1, 1, SLICE_MM));
    var doseGeometry =
        new GridGeometry(33, 31, 26, new Vector3(-33.2, -30.4, -29.1), new Vector3(2, 2, 2.5));
    return new EdgePhantom(
        image(imageGeometry),
        contours(imageGeometry),
        AnalyticShapes.dose(
            doseGeometry,
            p -> Math.max(0, EDGE_DOSE_GY - GRADIENT_GY_PER_MM * signedDistanceMm(p))),
        EDGE_DOSE_GY,
        LOW_MM,
        HIGH_MM);
  }

  private static double signedDistanceMm(Vector3 p) {
    double x = Math.max(LOW_MM.x() - p.x(), p.x() - HIGH_MM.x());
    double y = Math.max(LOW_MM.y() - p.y(), p.y() - HIGH_MM.y());
    double z = Math.max(LOW_MM.z() - p.z(), p.z() - HIGH_MM.z());
    return Math.max(x, Math.max(y, z));
  }

  private static ImageVolume image(GridGeometry geometry) {
    ImageVolume.Builder builder = ImageVolume.builder(geometry);
    float[] slice = new float[geometry.sliceVoxelCount()];
    for (int z = 0; z < geometry.sizeZ(); z++) {
      for (int y = 0, i = 0; y < geometry.sizeY(); y++) {
        for (int x = 0; x < geometry.sizeX(); x++, i++) {
          slice[i] = signedDistanceMm(geometry.toPatientMm(x, y, z)) < 0 ? INSIDE : 0;
        }
      }
      builder.slice(z, slice);
    }
    return builder.build();
  }

  private static ContourSet contours(GridGeometry geometry) {
    List<PlanarContour> contours = new ArrayList<>();
    for (int slice = 0; slice < geometry.sizeZ(); slice++) {
      double z = geometry.toPatientMm(0, 0, slice).z();
      if (z > LOW_MM.z() && z < HIGH_MM.z()) {
        contours.add(
            PlanarContour.of(
                new double[] {
                  LOW_MM.x(), LOW_MM.y(), z, HIGH_MM.x(), LOW_MM.y(), z,
                  HIGH_MM.x(), HIGH_MM.y(), z, LOW_MM.x(), HIGH_MM.y(), z
                }));
      }
    }
    return new ContourSet(contours);
  }
}
