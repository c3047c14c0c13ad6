/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.planning.internal.view;

import java.util.List;
import java.util.Locale;
import org.recourse.planning.sequencing.Segment;

/** The segments or control points of an aperture, one after the other. Stateless. */
final class BeamSteps {

  private static final double PERCENT = 100;

  private BeamSteps() {}

  /** How many there are. */
  static int count(Aperture aperture) {
    return switch (aperture) {
      case Aperture.Fluence fluence -> fluence.segments().size();
      case Aperture.Shapes(List<Aperture.Shape> shapes) -> shapes.size();
      case Aperture.Planned planned -> 0;
      case Aperture.Unknown unknown -> 0;
    };
  }

  /** What one of them is; 0 is all of them together. */
  static String text(Aperture aperture, int step) {
    int count = count(aperture);
    if (step == 0) {
      return aperture instanceof Aperture.Fluence
          ? "All " + count + " segments"
          : "All " + count + " shapes";
    }
    return switch (aperture) {
      case Aperture.Fluence fluence -> {
        double whole = fluence.segments().stream().mapToDouble(Segment::fluence).sum();
        double own = fluence.segments().get(step - 1).fluence();
        yield String.format(
            Locale.ROOT, "Segment %d of %d, %.0f %% of the MU", step, count, PERCENT * own / whole);
      }
      case Aperture.Shapes(List<Aperture.Shape> shapes) -> {
        double until = step < count ? shapes.get(step).weightFraction() : 1;
        double own = until - shapes.get(step - 1).weightFraction();
        yield String.format(
            Locale.ROOT, "Shape %d of %d, %.0f %% of the MU", step, count, PERCENT * own);
      }
      case Aperture.Planned planned -> "";
      case Aperture.Unknown unknown -> "";
    };
  }
}
