/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosimetry.dvh.accuracy;

import java.util.List;
import java.util.Locale;
import java.util.logging.Logger;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.recourse.dosimetry.dvh.accuracy.DvhAccuracy.Figure;
import org.recourse.dosimetry.dvh.accuracy.DvhAccuracy.Measure;
import org.recourse.grid.parallel.SliceExecutor;

/** Prints the rows of {@code docs/dvh-accuracy.md} on standard error; run by hand. */
final class DvhAccuracyTable {

  private static final Logger LOG = Logger.getLogger(DvhAccuracyTable.class.getName());

  private static final String[] COLUMNS = {
    "volume", "D99%", "D98%", "D95%", "D50%", "D5%", "D2%", "D1%", "D0.1cc", "D0.03cc"
  };

  private DvhAccuracyTable() {}

  public static void main(String[] arguments) {
    try (var executor = SliceExecutor.ofThreads(2)) {
      List<Figure> figures = DvhAccuracy.measure(executor, new NullProgressMonitor());
      for (String shape : List.of("sphere", "cylinder", "cone", "")) {
        for (String slice : List.of("/1/", "/2/", "/3/", "/")) {
          var row = new StringBuilder("| " + shape + " " + slice.replace("/", "") + " |");
          for (String column : COLUMNS) {
            List<Figure> cell =
                figures.stream()
                    .filter(f -> f.caseName().startsWith(shape) && f.caseName().contains(slice))
                    .filter(f -> f.caseName().endsWith("/" + column))
                    .toList();
            double mean = cell.stream().mapToDouble(Figure::mean).average().orElseThrow();
            double max = cell.stream().mapToDouble(Figure::error).max().orElseThrow();
            row.append(String.format(Locale.ROOT, " %.3f (%.3f) |", mean, max));
          }
          LOG.info(row.toString());
        }
      }
      long doses = figures.stream().filter(f -> f.measure() == Measure.ABS_ERROR_GY).count();
      LOG.info(doses + " dose figures");
    }
  }
}
