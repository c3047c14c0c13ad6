/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.internal.texture;

import java.util.List;
import org.recourse.radiomics.feature.FeatureVector;
import org.recourse.radiomics.settings.Settings;

/**
 * Pair features (GLCM) of small kernels, one after the other, with the arrays kept: the same
 * numbers, to the last bit, as {@link PairFamily} gives for the kernel as a region with the levels
 * of the whole region. Counting touches only the cells that a kernel fills. Not thread-safe.
 */
public final class KernelPairs {

  private final List<Direction> directions;
  private final int width;
  private final boolean symmetrical;
  private final boolean withMcc;
  private final int[] pairs;
  private final PairMatrix matrix;

  /**
   * Prepares for kernels of one image.
   *
   * @param levelCount highest level of the whole region
   * @param settings without {@code weightingNorm}
   */
  public KernelPairs(int levelCount, Settings settings, boolean withMcc) {
    int fixedAxis = settings.flag("force2D", false) ? settings.integer("force2Ddimension", 0) : -1;
    List<Integer> distances =
        settings.numbers("distances").stream().map(Double::intValue).distinct().toList();
    directions = Direction.ofDistances(distances.isEmpty() ? List.of(1) : distances, fixedAxis);
    symmetrical = settings.flag("symmetricalGLCM", true);
    this.withMcc = withMcc;
    width = levelCount + 1;
    pairs = new int[Math.multiplyExact(width, width)];
    matrix = new PairMatrix(levelCount, symmetrical);
  }

  /** Tells whether kernels can be counted here under these settings. */
  public static boolean supports(Settings settings) {
    return !settings.isSet("weightingNorm");
  }

  /**
   * Computes the features of one kernel.
   *
   * @param level levels, x fastest, 0 outside of the region
   */
  public FeatureVector features(int[] level, int sizeX, int sizeY, int sizeZ) {
    boolean flat = isFlat(level);
    var means = new FeatureMeans(PairFamily.NAMES);
    for (Direction direction : directions) {
      count(level, sizeX, sizeY, sizeZ, direction, 1);
      matrix.set(pairs, width);
      double[] values = new PairFeatures(matrix).compute(withMcc && !flat);
      if (flat) {
        values[PairFamily.NAMES.indexOf("MCC")] = 1; // as for a flat region
      }
      means.add(values);
      count(level, sizeX, sizeY, sizeZ, direction, 0);
    }
    return means.vector();
  }

  private static boolean isFlat(int[] level) {
    int first = 0;
    for (int one : level) {
      if (one != 0 && first != 0 && one != first) {
        return false;
      }
      first = one == 0 ? first : one;
    }
    return true;
  }

  /** Adds one to the cell of every pair, or clears the cells again with {@code keep} 0. */
  private void count(int[] level, int sizeX, int sizeY, int sizeZ, Direction direction, int keep) {
    int offset = (direction.z() * sizeY + direction.y()) * sizeX + direction.x();
    for (int z = direction.z(); z < sizeZ; z++) {
      for (int y = Math.max(0, direction.y()); y < sizeY + Math.min(0, direction.y()); y++) {
        int row = (z * sizeY + y) * sizeX;
        int to = row + sizeX + Math.min(0, direction.x());
        for (int i = row + Math.max(0, direction.x()); i < to; i++) {
          int here = level[i];
          int before = level[i - offset];
          if (here != 0 && before != 0) {
            // the lower level first where the order does not matter
            int cell = symmetrical && here > before ? before * width + here : here * width + before;
            pairs[cell] = (pairs[cell] + 1) * keep;
          }
        }
      }
    }
  }
}
