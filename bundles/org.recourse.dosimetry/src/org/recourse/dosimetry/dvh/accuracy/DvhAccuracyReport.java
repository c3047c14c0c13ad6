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
import java.util.StringJoiner;
import org.recourse.dosimetry.dvh.accuracy.DvhAccuracy.Figure;
import org.recourse.dosimetry.dvh.accuracy.DvhAccuracy.Measure;

/**
 * The accuracy figures as a page for people, with the rows of the open peers beside ours. Stateless.
 * {@code docs/dvh-accuracy.md} is this page, written by {@code releng/recourse bench dvh-accuracy
 * --table}.
 */
public final class DvhAccuracyReport {

  private static final String INTRODUCTION =
      """
      # Accuracy of the dose-volume histogram

      Made by `releng/recourse bench dvh-accuracy --table docs/dvh-accuracy.md`; do not edit. Sphere, cylinder and cone of radius 12 mm and height 24 mm, 4 to 28 Gy at 1 Gy/mm along x, y or z, against closed forms (idea: Nelms 2015, doi 10.1118/1.4923175). Slices 1, 2 and 3 mm, planes half a spacing off the ends ("mid" set of the peers), dose grids 2 and 3 mm, four positions off the grid. Columns: mean |e| (max |e|); volume in %, the rest in Gy.

      ## Beside the open peers

      | tool | set | volume % | D99 | D95 | D50 | D5 | D1 | D0.03cc |
      |---|---|---|---|---|---|---|---|---|
      """;

  /** Measured in 2026 on 36 cases of the same shapes, along x and z; one thread each. */
  private static final String PEERS =
      """
      | dicompyler default | mid | 2.20 (4.51) | 0.74 (1.59) | 0.55 (1.70) | 0.39 (1.50) | 0.56 (1.69) | 0.66 (1.59) | 0.75 (2.10) |
      | dicompyler default | edge | 7.73 (24.0) | 0.63 (1.59) | 0.58 (1.29) | 0.17 (1.94) | 0.59 (1.30) | 0.71 (1.59) | 0.74 (2.10) |
      | dicompyler resolution = grid/4 | mid | 0.49 (0.98) | 0.79 (1.42) | 0.83 (1.67) | 1.03 (1.87) | 0.91 (2.07) | 1.00 (1.96) | 1.05 (2.07) |
      | dicompyler resolution grid/4 + 2 segments between planes | mid | 4.57 (11.8) | 0.77 (1.42) | 0.79 (1.37) | 0.68 (1.87) | 0.97 (2.08) | 1.01 (1.96) | 1.08 (2.08) |
      | plastimatch | mid | 0.74 (1.86) | 0.47 (1.92) | 0.38 (1.60) | 0.68 (2.00) | 0.43 (1.65) | 0.35 (1.42) | 0.39 (1.42) |
      | plastimatch | edge | 7.41 (19.9) | 0.42 (1.59) | 0.37 (1.75) | 0.35 (1.94) | 0.35 (2.20) | 0.39 (1.58) | 0.49 (2.09) |

      The peers' rows were measured in 2026 with dicompyler-core and plastimatch 1.9.4 (0.01 Gy bins) on 36 cases of the same shapes and spacings, gradients along x and z. "Edge" has the first and the last contour on the end faces and is not repeated here: what contours do not say cannot be right, see `dvh.md`; for the sphere, whose poles close, `DvhClosedFormTest` varies the first plane.

      ## By shape and slice distance

      | shape, slice mm | volume % | D99 | D98 | D95 | D50 | D5 | D2 | D1 | D0.1cc | D0.03cc |
      |---|---|---|---|---|---|---|---|---|---|---|
      """;

  private static final String END =
      """

      A linear dose is interpolated without error, so the position on the dose grid changes nothing here. Demand: volume 1 %, doses 0.1 Gy at 1 mm and 0.3 Gy at 3 mm; `DvhAccuracyTest` checks every figure.
      """;

  private static final List<String> PEERS_COLUMNS =
      List.of("volume", "D99%", "D95%", "D50%", "D5%", "D1%", "D0.03cc");
  private static final List<String> COLUMNS =
      List.of(
          "volume", "D99%", "D98%", "D95%", "D50%", "D5%", "D2%", "D1%", "D0.1cc", "D0.03cc");

  private DvhAccuracyReport() {}

  /** Returns the page in Markdown. */
  public static String markdown(List<Figure> figures) {
    var page = new StringBuilder(INTRODUCTION);
    long positions =
        figures.stream()
            .filter(figure -> figure.measure() == Measure.REL_ERROR_PERCENT)
            .mapToLong(figure -> figure.errors().size())
            .sum();
    page.append(
        row(
            "**ReCourse** | mid, " + positions + " positions x 3 axes",
            figures,
            "",
            PEERS_COLUMNS));
    page.append(PEERS);
    for (AnalyticSolid solid : AnalyticSolid.values()) {
      String shape = solid.name().toLowerCase(Locale.ROOT);
      for (int sliceMm : DvhAccuracy.slicesMm()) {
        page.append(row(shape + " " + sliceMm, figures, shape + "/" + sliceMm + "/", COLUMNS));
      }
    }
    return page.append(END).toString();
  }

  private static String row(
      String head, List<Figure> figures, String prefix, List<String> columns) {
    var row = new StringJoiner(" | ", "| " + head + " | ", " |\n");
    for (String column : columns) {
      List<Figure> cell =
          figures.stream()
              .filter(figure -> figure.caseName().startsWith(prefix))
              .filter(figure -> figure.caseName().endsWith("/" + column))
              .toList();
      double mean = cell.stream().mapToDouble(Figure::mean).average().orElseThrow();
      double largest = cell.stream().mapToDouble(Figure::largest).max().orElseThrow();
      row.add(String.format(Locale.ROOT, "%.3f (%.3f)", mean, largest));
    }
    return row.toString();
  }
}
