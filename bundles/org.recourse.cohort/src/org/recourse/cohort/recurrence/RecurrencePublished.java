/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.recurrence;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.recourse.cohort.evaluation.CellMetric;

/**
 * Tables 3 (T1C) and 4 (T2) of Hu 2025 (doi:10.1007/s10585-025-10349-y): accuracy, sensitivity,
 * specificity, AUC in training and the same in validation, on its own patients, to stand beside
 * ours.
 */
final class RecurrencePublished {

  private static final String T1C =
      """
      I SVM .79 .47 .95 .85 .76 .44 .91 .73
      I RF .85 .64 .95 .93 .75 .44 .90 .71
      I KNN .82 .53 .95 .87 .68 .31 .85 .72
      I NB .77 .57 .86 .82 .76 .50 .88 .74
      I Adaboost .85 .73 .90 .92 .75 .47 .88 .72
      II SVM .84 .58 .97 .88 .76 .47 .90 .75
      II RF .85 .66 .94 .93 .77 .44 .93 .74
      II KNN .86 .70 .94 .94 .72 .44 .85 .71
      II NB .80 .65 .87 .85 .76 .50 .88 .75
      II Adaboost .88 .74 .94 .94 .74 .44 .88 .73
      III SVM .81 .47 .97 .89 .78 .41 .96 .75
      III RF .86 .66 .95 .94 .73 .38 .90 .74
      III KNN .86 .68 .94 .95 .74 .41 .90 .70
      III NB .79 .64 .86 .85 .75 .47 .88 .76
      III Adaboost .88 .74 .94 .94 .74 .44 .88 .73
      """;

  private static final String T2 =
      """
      I SVM .89 .69 .99 .95 .76 .56 .85 .82
      I RF .85 .65 .95 .94 .75 .47 .88 .84
      I KNN .87 .73 .94 .93 .78 .69 .82 .80
      I NB .81 .62 .90 .85 .76 .59 .84 .80
      I Adaboost .83 .66 .92 .93 .76 .59 .84 .82
      II SVM .93 .81 .98 .98 .81 .66 .88 .85
      II RF .86 .66 .95 .94 .77 .50 .90 .87
      II KNN .83 .58 .94 .89 .80 .56 .91 .84
      II NB .79 .62 .88 .85 .73 .53 .82 .82
      II Adaboost .86 .70 .94 .94 .81 .56 .93 .86
      III SVM .81 .47 .97 .87 .75 .41 .91 .83
      III RF .86 .68 .95 .95 .76 .47 .90 .85
      III KNN .83 .55 .97 .89 .77 .44 .93 .83
      III NB .79 .62 .88 .85 .75 .56 .84 .82
      III Adaboost .86 .68 .94 .94 .74 .47 .87 .85
      """;

  private static final int TRAINING_COLUMN = 2;
  private static final int VALIDATION_COLUMN = 6;

  private final Map<String, String[]> rows = new HashMap<>();

  RecurrencePublished() {
    add("T1C", T1C);
    add("T2", T2);
  }

  private void add(String sequence, String text) {
    text.lines()
        .map(line -> line.split(" "))
        .forEach(cells -> rows.put(sequence + "/Model " + cells[0] + "-" + cells[1], cells));
  }

  /** Name of the table of a sequence. */
  static String table(String sequence) {
    return "hu2025/" + (sequence.equals("T2") ? "table4" : "table3");
  }

  OptionalDouble figure(String sequence, String row, boolean training, CellMetric metric) {
    String[] cells = rows.get(sequence + "/" + row);
    if (cells == null) {
      return OptionalDouble.empty();
    }
    int first = training ? TRAINING_COLUMN : VALIDATION_COLUMN;
    return switch (metric) {
      case ACCURACY -> OptionalDouble.of(Double.parseDouble(cells[first]));
      case SENSITIVITY -> OptionalDouble.of(Double.parseDouble(cells[first + 1]));
      case SPECIFICITY -> OptionalDouble.of(Double.parseDouble(cells[first + 2]));
      case AUC -> OptionalDouble.of(Double.parseDouble(cells[first + 3]));
      case F1 -> OptionalDouble.empty();
    };
  }
}
