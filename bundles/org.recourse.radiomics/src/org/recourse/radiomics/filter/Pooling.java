/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.filter;

/** How responses of rotated filters become one image. */
public enum Pooling {
  AVERAGE,
  MAXIMUM,
  MINIMUM;

  /** Adds a response to the pool, which starts with the first response. */
  void add(double[] pool, double[] response) {
    for (int i = 0; i < pool.length; i++) {
      pool[i] =
          switch (this) {
            case AVERAGE -> pool[i] + response[i];
            case MAXIMUM -> Math.max(pool[i], response[i]);
            case MINIMUM -> Math.min(pool[i], response[i]);
          };
    }
  }

  void finish(double[] pool, int responses) {
    if (this == AVERAGE) {
      for (int i = 0; i < pool.length; i++) {
        pool[i] /= responses;
      }
    }
  }
}
