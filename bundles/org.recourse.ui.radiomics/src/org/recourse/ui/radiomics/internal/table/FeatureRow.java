/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.radiomics.internal.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.recourse.dosiomics.DoseFeature;
import org.recourse.dosiomics.DosiomicsFeatures;
import org.recourse.dosiomics.DosiomicsSettings;
import org.recourse.radiomics.feature.FeatureValue;
import org.recourse.ui.radiomics.internal.FeatureDefinitions;

/**
 * One feature in all columns. Immutable.
 *
 * @param name full name, such as {@code original_glcm_Contrast}
 * @param group feature class, for people
 * @param feature name within the class
 * @param unit unit of the values; {@code u} stands for that of the source
 * @param definition formula and meaning; empty text if unknown
 * @param values one for each column; empty where the source has no such feature
 */
record FeatureRow(
    String name,
    String group,
    String feature,
    String unit,
    String definition,
    List<Optional<FeatureValue>> values) {

  private static final Map<String, String> GROUPS =
      Map.of(
          "firstorder", "First order",
          "shape", "Shape",
          "glcm", "GLCM",
          "gldm", "GLDM",
          "glrlm", "GLRLM",
          "glszm", "GLSZM",
          "ngtdm", "NGTDM");

  private static final int SIGNIFICANT = 5;

  FeatureRow {
    values = List.copyOf(values);
  }

  /** Joins columns to rows, in the order in which features first appear. */
  static List<FeatureRow> of(List<FeatureColumn> columns, FeatureDefinitions definitions) {
    var names = new LinkedHashSet<String>();
    columns.forEach(column -> names.addAll(column.features().names()));
    Map<String, DoseFeature> ofDose = new LinkedHashMap<>();
    DosiomicsFeatures.definitions(DosiomicsSettings.DEFAULT)
        .forEach(feature -> ofDose.put(feature.name(), feature));
    var rows = new ArrayList<FeatureRow>();
    for (String name : names) {
      List<Optional<FeatureValue>> values =
          columns.stream().map(column -> column.features().find(name)).toList();
      rows.add(
          ofDose.containsKey(name)
              ? ofDose(ofDose.get(name), values)
              : ofImage(name, values, definitions));
    }
    return List.copyOf(rows);
  }

  private static FeatureRow ofDose(DoseFeature feature, List<Optional<FeatureValue>> values) {
    String definition =
        feature.formula()
            + ".\nNot defined: "
            + feature.undefined()
            + ".\nSource: "
            + feature.source()
            + "\n"
            + feature.name();
    return new FeatureRow(
        feature.name(),
        feature.name().startsWith("dvh_") ? "Dose-volume" : "Dose in space",
        feature.title(),
        feature.unit(),
        definition,
        values);
  }

  private static FeatureRow ofImage(
      String name, List<Optional<FeatureValue>> values, FeatureDefinitions definitions) {
    String[] parts = name.split("_", 3);
    String family = parts.length == 3 ? parts[1] : "";
    String feature = parts.length == 3 ? parts[2] : name;
    String sentence = definitions.sentence(family, feature).map(s -> s + "\n").orElse("");
    return new FeatureRow(
        name,
        GROUPS.getOrDefault(family, family),
        feature,
        FeatureUnits.of(family, feature),
        sentence + name,
        values);
  }

  /** The number of a column, for sorting. */
  OptionalDouble number(int column) {
    return values.get(column).orElse(null) instanceof FeatureValue.Defined(double value)
        ? OptionalDouble.of(value)
        : OptionalDouble.empty();
  }

  /** The cell of a column: five significant digits, a dash where the feature has no value. */
  String text(int column) {
    if (values.get(column).isEmpty()) {
      return "";
    }
    OptionalDouble number = number(column);
    return number.isEmpty() ? "–" : FeatureNumber.text(number.getAsDouble(), SIGNIFICANT);
  }

  /** What stands on the tool tip of a cell. */
  String toolTip(int column) {
    return switch (values.get(column).orElse(null)) {
      case null -> definition;
      case FeatureValue.Undefined(FeatureValue.Reason reason) ->
          "Not defined here ("
              + reason.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ')
              + ").\n"
              + definition;
      case FeatureValue.Defined(double value) -> value + "\n" + definition;
    };
  }
}
