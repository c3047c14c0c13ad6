/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.registration.quality;

import java.util.Arrays;
import java.util.List;
import org.recourse.grid.geometry.Vector3;
import org.recourse.registration.transform.SpatialTransform;

/**
 * How much tissue of the body shrinks or swells under a transform.
 *
 * @param percentile1 volume factor that 1 % of the body is below
 * @param percentile99 volume factor that 1 % of the body is above
 * @param unlikelyFraction share of the body beyond the limits that were asked for, 0 to 1
 */
public record VolumeChange(double percentile1, double percentile99, double unlikelyFraction) {

  /** Nothing changes its volume. */
  public static final VolumeChange NONE = new VolumeChange(1, 1, 0);

  /** Reads the volume factors at points of the body. */
  public static VolumeChange of(
      SpatialTransform transform, BodyPoints body, double leastFactor, double mostFactor) {
    List<Vector3> points = body.pointsMm();
    if (points.isEmpty()) {
      return NONE;
    }
    double[] factor =
        points.stream().mapToDouble(p -> transform.jacobianAt(p).determinant()).toArray();
    long unlikely =
        Arrays.stream(factor).filter(f -> !(f >= leastFactor && f <= mostFactor)).count();
    Arrays.sort(factor);
    return new VolumeChange(
        factor[(int) Math.round(0.01 * (factor.length - 1))],
        factor[(int) Math.round(0.99 * (factor.length - 1))],
        (double) unlikely / factor.length);
  }
}
