/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.contouring.internal.readers;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.recourse.dosimetry.structure.Overlap;

/** The comparison as comma-separated text, full precision, units in the heads. Stateless. */
final class ReadersCsv {

  static final String NOTICE = "ReCourse: research only, not for clinical decisions";

  private ReadersCsv() {}

  static String of(ReaderComparison comparison) {
    var text = new StringBuilder("# " + NOTICE + "\n");
    text.append("A,B,Volume A (cm3),Volume B (cm3),Dice,Jaccard,Mean distance (mm),")
        .append("95 % Hausdorff (mm),Hausdorff (mm)\n");
    for (ReaderComparison.Pair pair : comparison.pairs()) {
      Overlap overlap = pair.overlap();
      text.append(quoted(pair.first())).append(',').append(quoted(pair.second())).append(',');
      text.append(
              List.of(
                      overlap.firstCm3(),
                      overlap.secondCm3(),
                      overlap.dice(),
                      overlap.jaccard(),
                      overlap.meanDistanceMm(),
                      overlap.distance95Mm(),
                      overlap.hausdorffMm())
                  .stream()
                  .map(value -> String.format(Locale.ROOT, "%.4f", value))
                  .collect(Collectors.joining(",")))
          .append('\n');
    }
    return text.toString();
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
