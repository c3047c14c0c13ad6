/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.preprocess;

import java.util.Locale;

/** How an image is interpolated between voxel centres. */
public enum Interpolation {
  /** Value of the nearest voxel; half way rounds up. */
  NEAREST("sitkNearestNeighbor", 1),
  /** Linear along each axis. */
  LINEAR("sitkLinear", 2),
  /** Cubic B-spline through the voxel values, mirrored at the border. */
  BSPLINE("sitkBSpline", 3);

  private final String parameterName;
  private final int parameterNumber;

  Interpolation(String parameterName, int parameterNumber) {
    this.parameterName = parameterName;
    this.parameterNumber = parameterNumber;
  }

  /** Returns the name in PyRadiomics parameter files, such as {@code sitkBSpline}. */
  public String parameterName() {
    return parameterName;
  }

  /**
   * Finds an interpolation by its name in a parameter file, or by the number that SimpleITK gives
   * it.
   *
   * @throws IllegalArgumentException with the name if it is not offered
   */
  public static Interpolation named(String name) {
    for (Interpolation candidate : values()) {
      if (candidate.parameterName.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT))
          || Integer.toString(candidate.parameterNumber).equals(name)) {
        return candidate;
      }
    }
    throw new IllegalArgumentException("unknown interpolator: " + name);
  }
}
