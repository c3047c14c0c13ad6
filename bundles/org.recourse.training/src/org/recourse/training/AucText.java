/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.training;

import java.util.Locale;
import java.util.OptionalDouble;
import org.recourse.inference.training.CrossValidation;
import org.recourse.learning.performance.DeLong;
import org.recourse.learning.sample.Estimate;
import org.recourse.learning.sample.ScoredOutcomes;

/** An area under the ROC curve for people. */
public final class AucText {

  private static final double LEVEL = 0.95;

  private AucText() {}

  /** Three decimals; with patients of one outcome only there is no area. */
  public static String of(OptionalDouble auc) {
    return auc.isPresent() ? String.format(Locale.ROOT, "%.3f", auc.getAsDouble()) : "not defined";
  }

  /** The area of the out-of-fold scores with the 95 % interval of DeLong. */
  public static String withInterval(CrossValidation result) {
    double[] scores = result.scores().stream().mapToDouble(Double::doubleValue).toArray();
    boolean[] events = new boolean[scores.length];
    for (int i = 0; i < events.length; i++) {
      events[i] = result.events().get(i);
    }
    return switch (DeLong.areaUnderCurve(new ScoredOutcomes(scores, events), LEVEL)) {
      case Estimate.Undefined undefined -> "not defined";
      case Estimate.Defined defined ->
          String.format(Locale.ROOT, "%.3f", defined.value())
              + defined
                  .interval()
                  .map(
                      range ->
                          String.format(
                              Locale.ROOT,
                              " (95 %% interval %.3f to %.3f)",
                              range.lower(),
                              range.upper()))
                  .orElse("");
    };
  }
}
