/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.registration.internal;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.ImageVolume;
import org.recourse.registration.search.SimilarityKind;

/** Makes similarity measures and pyramids for a pair of images. */
final class Similarities {

  private Similarities() {}

  static Similarity of(SimilarityKind kind, int bins, FloatVolume fixed, FloatVolume moving) {
    return switch (kind) {
      case NORMALISED_CORRELATION ->
          new CorrelationSimilarity(fixed.quantile(0.5), moving.quantile(0.5));
      case MUTUAL_INFORMATION -> new MutualInformation(bins, fixed, moving);
    };
  }

  /** Returns an image at falling resolution, finest first, each level smoothed once. */
  static List<FloatVolume> pyramid(
      ImageVolume image,
      double coarsestMm,
      int leastSize,
      SliceExecutor executor,
      IProgressMonitor monitor) {
    var levels = new ArrayList<FloatVolume>();
    FloatVolume level = FloatVolume.of(image, executor, monitor).smoothed(executor, monitor);
    levels.add(level);
    while (level.finestSpacingMm() * 2 <= coarsestMm * 1.01
        && Math.min(
                level.geometry.sizeX(), Math.min(level.geometry.sizeY(), level.geometry.sizeZ()))
            >= 2 * leastSize) {
      level = level.halved(executor, monitor);
      levels.add(level.smoothed(executor, monitor));
    }
    return levels;
  }
}
