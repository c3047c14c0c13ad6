/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.registration.commissioning;

import java.util.Objects;
import java.util.Random;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.volume.ImageVolume;
import org.recourse.registration.transform.IdentityTransform;
import org.recourse.registration.transform.RigidTransform;
import org.recourse.registration.transform.SpatialTransform;

/**
 * Two synthetic images and the map that takes the first into the second. Immutable.
 *
 * @param anatomy what both show
 * @param fixed the anatomy seen through {@code truth}, with noise of 10
 * @param moving the anatomy as it is, a CT with other noise
 * @param truth maps the fixed to the moving frame
 */
public record CommissioningPair(
    TorsoPhantom anatomy, ImageVolume fixed, ImageVolume moving, SpatialTransform truth) {

  private static final double MOST_ANGLE_DEGREES = 5;
  private static final double MOST_SHIFT_MM = 8;

  public CommissioningPair {
    Objects.requireNonNull(anatomy, "anatomy");
    Objects.requireNonNull(fixed, "fixed");
    Objects.requireNonNull(moving, "moving");
    Objects.requireNonNull(truth, "truth");
  }

  /** Returns 128³ voxels of 2 mm; the origin lies anywhere for an odd seed, else in the corner. */
  public static GridGeometry cube128(long seed) {
    var spacing = new Vector3(2, 2, 2);
    var random = new Random(seed);
    Vector3 origin =
        seed % 2 == 0 ? new Vector3(-128, -128, -128) : drawn(random, 900).minus(spacing);
    return new GridGeometry(128, 128, 128, origin, spacing);
  }

  /** Makes a pair that a random rotation of up to 5 degrees and a shift of up to 8 mm relate. */
  public static CommissioningPair rigid(long seed, GridGeometry g, boolean mr) {
    Vector3 centre = centreOf(g);
    var random = new Random(seed * 77);
    return of(
        seed,
        g,
        new RigidTransform(
            drawn(random, Math.toRadians(MOST_ANGLE_DEGREES)),
            drawn(random, MOST_SHIFT_MM),
            centre),
        mr);
  }

  /** Makes a pair that a smooth field of up to {@code largestMm} relates. */
  public static CommissioningPair deformed(
      long seed, GridGeometry g, double largestMm, boolean mr) {
    return of(seed, g, TorsoPhantom.smoothField(g, largestMm, seed + 100), mr);
  }

  private static CommissioningPair of(
      long seed, GridGeometry g, SpatialTransform truth, boolean mr) {
    var anatomy = new TorsoPhantom(seed, centreOf(g), g.sizeX() * g.spacingMm().x());
    return new CommissioningPair(
        anatomy,
        anatomy.image(g, truth, mr, 2 * seed + 1),
        anatomy.image(g, new IdentityTransform(), false, 2 * seed + 2),
        truth);
  }

  /** Returns the middle of a grid. */
  public static Vector3 centreOf(GridGeometry g) {
    return g.toPatientMm((g.sizeX() - 1) / 2.0, (g.sizeY() - 1) / 2.0, (g.sizeZ() - 1) / 2.0);
  }

  /** Draws a start of up to 20 mm and 10 degrees about the middle of the fixed image. */
  public RigidTransform randomStart(Random random) {
    return new RigidTransform(
        drawn(random, Math.toRadians(10)), drawn(random, 20), centreOf(fixed.geometry()));
  }

  /** Returns the error of a map that was found. */
  public TorsoPhantom.MapError error(SpatialTransform found) {
    return anatomy.error(fixed.geometry(), truth, found);
  }

  private static Vector3 drawn(Random random, double most) {
    var unit = new Vector3(random.nextDouble(), random.nextDouble(), random.nextDouble());
    return unit.times(2 * most).minus(new Vector3(most, most, most));
  }
}
