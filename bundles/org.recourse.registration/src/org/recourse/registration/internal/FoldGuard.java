/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.registration.internal;

import org.eclipse.core.runtime.NullProgressMonitor;

/** The last resort against folding: a deformation made small enough, which always exists. */
public final class FoldGuard {

  private static final int BISECTIONS = 7;

  private FoldGuard() {}

  /**
   * Returns the largest factor, of those tried, for which the shrunk deformation keeps the volume
   * factor above {@code leastJacobian}.
   */
  public static double shrinkFactor(
      SplineSearch search, double[] coefficients, double leastJacobian) {
    double good = 0;
    double bad = 1;
    for (int i = 0; i < BISECTIONS; i++) {
      double middle = (good + bad) / 2;
      double[] shrunk = coefficients.clone();
      for (int k = 0; k < shrunk.length; k++) {
        shrunk[k] *= middle;
      }
      if (search.leastJacobian(shrunk, new NullProgressMonitor()) >= leastJacobian) {
        good = middle;
      } else {
        bad = middle;
      }
    }
    return good;
  }
}
