/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.internal.files;

import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;

/**
 * Grids of the images and doses of a case. Immutable.
 *
 * @param planningCt planning CT, in the frame of the anatomy
 * @param mr MR series, in the MR frame
 * @param firstCt planning CT of the first course, in the frame of that course
 * @param plannedDose dose of the re-irradiation
 * @param firstDose dose of the first course
 */
public record CaseSampling(
    GridGeometry planningCt,
    GridGeometry mr,
    GridGeometry firstCt,
    GridGeometry plannedDose,
    GridGeometry firstDose) {

  /** The bundled case. */
  public static CaseSampling standard() {
    return new CaseSampling(
        grid(180, 180, 90, new Vector3(-143.2, -143.2, -112.5), 1.6, 2.5),
        grid(160, 160, 45, new Vector3(-119.25, -125.25, -78), 1.5, 4),
        grid(128, 128, 57, new Vector3(-139.7, -139.7, -113), 2.2, 4),
        grid(72, 94, 91, new Vector3(-88.75, -119.5, -115), 2.5, 2.5),
        grid(76, 98, 76, new Vector3(-96.2, -121.4, -116), 2.5, 3));
  }

  /** The same patient on coarse grids, for tests. */
  public static CaseSampling coarse() {
    return new CaseSampling(
        grid(60, 60, 45, new Vector3(-141.6, -141.6, -110), 4.8, 5),
        grid(54, 54, 20, new Vector3(-119.25, -125.25, -78), 4.5, 9),
        grid(58, 58, 29, new Vector3(-139.7, -139.7, -113), 4.9, 8),
        grid(45, 59, 44, new Vector3(-88, -119, -110), 4, 5),
        grid(48, 62, 44, new Vector3(-96.2, -121.4, -110), 4, 5));
  }

  private static GridGeometry grid(
      int sizeX, int sizeY, int sizeZ, Vector3 originMm, double pixelMm, double sliceMm) {
    return new GridGeometry(sizeX, sizeY, sizeZ, originMm, new Vector3(pixelMm, pixelMm, sliceMm));
  }
}
