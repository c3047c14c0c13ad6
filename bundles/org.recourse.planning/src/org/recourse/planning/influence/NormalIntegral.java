/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.influence;

import org.hipparchus.special.Erf;

/**
 * The normal distribution function Φ(t) by linear interpolation in a table of step 1/{@value
 * #PER_UNIT}; the error is at most 2e-6. Constant beyond ±{@value #END}, where 1 − Φ is below 2e-9.
 */
final class NormalIntegral {

  private static final int PER_UNIT = 128;
  private static final int END = 6;
  private static final float[] TABLE = table();

  private NormalIntegral() {}

  private static float[] table() {
    float[] table = new float[2 * END * PER_UNIT + 2];
    for (int i = 0; i < table.length; i++) {
      double t = i / (double) PER_UNIT - END;
      table[i] = (float) (0.5 * (1 + Erf.erf(t / Math.sqrt(2))));
    }
    return table;
  }

  static float at(float t) {
    float position = Math.min(Math.max((t + END) * PER_UNIT, 0), 2 * END * PER_UNIT);
    int below = (int) position;
    float low = TABLE[below];
    return low + (position - below) * (TABLE[below + 1] - low);
  }
}
