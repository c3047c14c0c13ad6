/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.internal.image;

/**
 * Random numbers that depend on the place only, so that an image does not depend on the order in
 * which its slices are made. Immutable and thread-safe.
 */
public final class Grain {

  private static final double INVERSE_2_24 = 1.0 / (1 << 24);

  private final long seed;

  public Grain(long seed) {
    this.seed = seed;
  }

  /** Returns a number that is nearly normal with mean 0 and standard deviation 1. */
  public double normal(int x, int y, int z) {
    long bits = hash(x, y, z);
    // Two uniform numbers of 24 bit each and two of the second hash: the sum of four has variance
    // 4/12.
    long more = mix(bits);
    double sum =
        (bits >>> 40) * INVERSE_2_24
            + (bits >>> 8 & 0xffffff) * INVERSE_2_24
            + (more >>> 40) * INVERSE_2_24
            + (more >>> 8 & 0xffffff) * INVERSE_2_24;
    return (sum - 2) * Math.sqrt(3);
  }

  /**
   * Returns a smooth random field between −1 and 1, trilinear between random corner values.
   *
   * @param scaleMm distance of the corners
   */
  public double smooth(double xMm, double yMm, double zMm, double scaleMm) {
    double px = xMm / scaleMm;
    double py = yMm / scaleMm;
    double pz = zMm / scaleMm;
    int x = (int) Math.floor(px);
    int y = (int) Math.floor(py);
    int z = (int) Math.floor(pz);
    double fx = eased(px - x);
    double fy = eased(py - y);
    double fz = eased(pz - z);
    return mixed(
        mixed(
            mixed(corner(x, y, z), corner(x + 1, y, z), fx),
            mixed(corner(x, y + 1, z), corner(x + 1, y + 1, z), fx),
            fy),
        mixed(
            mixed(corner(x, y, z + 1), corner(x + 1, y, z + 1), fx),
            mixed(corner(x, y + 1, z + 1), corner(x + 1, y + 1, z + 1), fx),
            fy),
        fz);
  }

  private double corner(int x, int y, int z) {
    return (hash(x, y, z) >>> 40) * INVERSE_2_24 * 2 - 1;
  }

  private static double eased(double t) {
    return t * t * (3 - 2 * t);
  }

  private static double mixed(double a, double b, double t) {
    return a + t * (b - a);
  }

  private long hash(int x, int y, int z) {
    return mix(
        mix(mix(seed + x * 0x9E3779B97F4A7C15L) + y * 0xC2B2AE3D27D4EB4FL)
            + z * 0x165667B19E3779F9L);
  }

  private static long mix(long value) {
    long v = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L; // finaliser of SplitMix64
    v = (v ^ v >>> 27) * 0x94D049BB133111EBL;
    return v ^ v >>> 31;
  }
}
