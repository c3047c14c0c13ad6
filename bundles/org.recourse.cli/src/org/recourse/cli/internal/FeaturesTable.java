/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.recourse.radiomics.feature.FeatureValue;
import org.recourse.radiomics.feature.FeatureVector;

/**
 * Rows of features as comma-separated text: the columns of all rows in the order in which they
 * first appear. A value that does not exist is an empty cell. Not thread-safe.
 */
final class FeaturesTable {

  private final List<Map<String, String>> rows = new ArrayList<>();

  /** Adds a row: texts first, then the features that have a value. */
  void add(Map<String, String> texts, FeatureVector features) {
    var row = new LinkedHashMap<String, String>(texts);
    features
        .asMap()
        .forEach(
            (name, value) ->
                row.put(
                    name,
                    switch (value) {
                      case FeatureValue.Defined(double number) -> Double.toString(number);
                      case FeatureValue.Undefined undefined -> "";
                    }));
    rows.add(row);
  }

  String csv() {
    var columns = new LinkedHashSet<String>();
    rows.forEach(row -> columns.addAll(row.keySet()));
    var text = new StringBuilder();
    appendLine(text, List.copyOf(columns));
    for (Map<String, String> row : rows) {
      text.append('\n');
      appendLine(text, columns.stream().map(column -> row.getOrDefault(column, "")).toList());
    }
    return text.toString();
  }

  private static void appendLine(StringBuilder text, List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      text.append(i == 0 ? "" : ",").append(quotedIfNeeded(cells.get(i)));
    }
  }

  private static String quotedIfNeeded(String cell) {
    return cell.contains(",") || cell.contains("\"") || cell.contains("\n")
        ? '"' + cell.replace("\"", "\"\"") + '"'
        : cell;
  }
}
