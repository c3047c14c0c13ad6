/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.internal.dvh;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.recourse.ui.widget.NumberText;

/** What the chart says under the cursor. Stateless. */
final class DvhReading {

  private DvhReading() {}

  /** The line nearest to a point of the chart, by volume at that dose. */
  static Optional<DvhLine> nearest(List<DvhLine> lines, double doseGy, double volume) {
    return lines.stream()
        .min(Comparator.comparingDouble(line -> Math.abs(line.curve().volumeAt(doseGy) - volume)));
  }

  static String text(DvhLine line, double doseGy, DvhScale scale) {
    return line.name()
        + " at "
        + NumberText.doseGy(doseGy)
        + " Gy: "
        + NumberText.fixed(line.curve().volumeAt(doseGy), 1)
        + " "
        + scale.volumeUnit()
        + (scale.differential() ? "/Gy" : "")
        + line.envelope().map(envelope -> text(envelope, doseGy, scale)).orElse("");
  }

  private static String text(DvhEnvelope envelope, double doseGy, DvhScale scale) {
    double[] worst = envelope.worstAt(doseGy);
    return " ["
        + NumberText.fixed(worst[0], 1)
        + "–"
        + NumberText.fixed(worst[1], 1)
        + " "
        + scale.volumeUnit()
        + (envelope.current() ? " if courses are misplaced]" : ", of an older plan]");
  }
}
