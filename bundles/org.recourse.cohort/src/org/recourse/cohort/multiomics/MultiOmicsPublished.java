/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.multiomics;

import java.util.OptionalDouble;
import org.recourse.cohort.evaluation.CellMetric;

/**
 * Tables 2 (cross-validation on dataset A) and 3 (dataset B) of Gao 2025: AUC, accuracy and F1 in
 * the order of {@link NetworkKind}, on its own patients, to stand beside ours.
 */
final class MultiOmicsPublished {

  static final String CROSS_VALIDATION = "gao2025/table2";
  static final String TEST = "gao2025/table3";

  private static final double[][] TABLE_2 = {
    {0.66, 0.65, 0.53},
    {0.67, 0.70, 0.63},
    {0.67, 0.55, 0.30},
    {0.68, 0.70, 0.63},
    {0.75, 0.75, 0.70},
    {0.76, 0.73, 0.78},
    {0.78, 0.75, 0.73},
    {0.86, 0.80, 0.81}
  };

  private static final double[][] TABLE_3 = {
    {0.65, 0.65, 0.63},
    {0.66, 0.65, 0.63},
    {0.64, 0.50, 0.44},
    {0.63, 0.70, 0.70},
    {0.71, 0.75, 0.74},
    {0.74, 0.70, 0.70},
    {0.72, 0.70, 0.70},
    {0.81, 0.75, 0.74}
  };

  private MultiOmicsPublished() {}

  static OptionalDouble figure(boolean crossValidation, NetworkKind kind, CellMetric metric) {
    double[] row = (crossValidation ? TABLE_2 : TABLE_3)[kind.ordinal()];
    return switch (metric) {
      case AUC -> OptionalDouble.of(row[0]);
      case ACCURACY -> OptionalDouble.of(row[1]);
      case F1 -> OptionalDouble.of(row[2]);
      case SENSITIVITY, SPECIFICITY -> OptionalDouble.empty();
    };
  }
}
