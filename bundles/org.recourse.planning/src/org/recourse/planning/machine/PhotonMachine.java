/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.machine;

import java.util.List;
import java.util.Objects;

/**
 * A photon beam in water, as a sum of pencils with Gaussian profiles.
 *
 * <p>A field of unit fluence, much wider than every pencil, gives Σ_c w_c(d) at radiological depth
 * d and source-axis distance; each component spreads sideways as a normal distribution of standard
 * deviation σ_c. Dose falls with the square of the distance from the source. A narrow component is
 * the primary dose with the blur of the source, wide ones are scatter. Sums of Gaussians have exact
 * integrals over rectangles, so beamlets add up to the open field without error. Fluence follows
 * {@code relativeFluence} off the axis. Immutable.
 *
 * @param id names the machine in results
 * @param title a few words for people
 * @param energyMv nominal energy
 * @param sourceAxisDistanceMm distance of source and isocentre
 * @param components pencils, widest last
 * @param relativeFluence primary fluence over distance from the axis on the isocentre plane, 1 on
 *     the axis
 * @param source where the data come from, for report and page
 */
public record PhotonMachine(
    String id,
    String title,
    double energyMv,
    double sourceAxisDistanceMm,
    List<Component> components,
    DepthCurve relativeFluence,
    String source) {

  /**
   * @param sigmaMm standard deviation of the profile in water, mm, above 0
   * @param weightGy dose per unit fluence of a wide field over radiological depth, Gy
   */
  public record Component(double sigmaMm, DepthCurve weightGy) {

    public Component {
      if (!(sigmaMm > 0 && sigmaMm < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("sigmaMm is finite and above 0: " + sigmaMm);
      }
      Objects.requireNonNull(weightGy, "weightGy");
    }
  }

  public PhotonMachine {
    if (components.isEmpty() || !(sourceAxisDistanceMm > 0)) {
      throw new IllegalArgumentException(
          components.size() + " components, source-axis distance " + sourceAxisDistanceMm + " mm");
    }
    components = List.copyOf(components);
  }
}
