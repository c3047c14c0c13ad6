/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.signature;

import java.util.Map;
import java.util.OptionalDouble;
import org.recourse.cohort.evaluation.CellMetric;

/**
 * Figures of Liu 2023 (doi:10.1186/s12916-023-03164-3, text and abstract) on its own patients, to
 * stand beside ours. They are quoted, never used.
 */
final class SignaturePublished {

  static final String TABLE = "liu2023";

  /** Confusion at the Youden threshold in training: 90 of 120 events, 208 of 300 others. */
  private static final double SENSITIVITY = 90.0 / 120;

  private static final double SPECIFICITY = 208.0 / 300;
  private static final double ACCURACY = (90.0 + 208) / 420;

  private static final Map<String, Double> AUC =
      Map.of(
          "signature/train", 0.722,
          "signature/validation", 0.713,
          "signature/test", 0.756,
          "clinical/train", 0.600,
          "signature+dose/train", 0.741,
          "tumourVolumeCm3/train", 0.588,
          "ageYears/train", 0.565,
          "diseaseFreeIntervalMonths/train", 0.552,
          "male/train", 0.519,
          "reirradiationEqd2Gy/train", 0.496);

  private SignaturePublished() {}

  static OptionalDouble figure(String model, String sample, CellMetric metric) {
    String key = model + "/" + sample;
    boolean training = key.equals("signature/train");
    return switch (metric) {
      case AUC -> AUC.containsKey(key) ? OptionalDouble.of(AUC.get(key)) : OptionalDouble.empty();
      case SENSITIVITY -> training ? OptionalDouble.of(SENSITIVITY) : OptionalDouble.empty();
      case SPECIFICITY -> training ? OptionalDouble.of(SPECIFICITY) : OptionalDouble.empty();
      case ACCURACY -> training ? OptionalDouble.of(ACCURACY) : OptionalDouble.empty();
      case F1 -> OptionalDouble.empty();
    };
  }
}
