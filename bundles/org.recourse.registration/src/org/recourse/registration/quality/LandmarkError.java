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
import org.recourse.registration.landmark.LandmarkPair;
import org.recourse.registration.transform.SpatialTransform;

/**
 * Target registration error: distance of mapped and marked landmarks.
 *
 * @param meanMm mean distance
 * @param maximumMm largest distance
 * @param worst name of the landmark with the largest
 * @param each error of every landmark, in the order they were marked
 */
public record LandmarkError(double meanMm, double maximumMm, String worst, List<Single> each) {

  /**
   * One landmark.
   *
   * @param name what it is
   * @param errorMm distance of the mapped and the marked point
   */
  public record Single(String name, double errorMm) {}

  public LandmarkError {
    each = List.copyOf(each);
  }

  /** Measures at least one pair. */
  public static LandmarkError of(SpatialTransform fixedToMoving, List<LandmarkPair> pairs) {
    if (pairs.isEmpty()) {
      throw new IllegalArgumentException("no landmarks");
    }
    double sum = 0;
    double maximum = -1;
    String worst = "";
    var each = new ArrayList<Single>();
    for (LandmarkPair pair : pairs) {
      double mm = fixedToMoving.apply(pair.fixedMm()).distanceTo(pair.movingMm());
      each.add(new Single(pair.name(), mm));
      sum += mm;
      if (mm > maximum) {
        maximum = mm;
        worst = pair.name();
      }
    }
    return new LandmarkError(sum / pairs.size(), maximum, worst, each);
  }
}
