/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.sequencing;

import java.util.List;

/**
 * One shape of the multileaf collimator with its share of fluence (step and shoot). Immutable.
 *
 * @param fluence what a beamlet gets while the shape stands, above 0
 * @param openings leaf pairs that are open; all others are closed
 */
public record Segment(double fluence, List<Opening> openings) {

  /**
   * A leaf pair, at the isocentre plane.
   *
   * @param vMm middle of the pair across the travel of its leaves
   * @param fromMm edge of the leaf at smaller u
   * @param toMm edge of the leaf at larger u, above {@code fromMm}
   */
  public record Opening(double vMm, double fromMm, double toMm) {

    public Opening {
      if (!(toMm > fromMm)) {
        throw new IllegalArgumentException("a leaf pair opens from " + fromMm + " to " + toMm);
      }
    }
  }

  public Segment {
    if (!(fluence > 0) || openings.isEmpty()) {
      throw new IllegalArgumentException(fluence + " through " + openings.size() + " leaf pairs");
    }
    openings = List.copyOf(openings);
  }
}
