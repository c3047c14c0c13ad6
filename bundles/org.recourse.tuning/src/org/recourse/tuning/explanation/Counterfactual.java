/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.explanation;

import java.util.Locale;

/**
 * What the model would say with less dose in a region: the model's answer, no promise about a
 * patient. Immutable.
 *
 * @param lessGy by how much the dose is lowered there
 * @param volumeCm3 size of the region
 * @param structure where most of the region lies
 * @param linearFall fall of the output by the gradient at the plan
 * @param computedFall fall of the output when the model is asked with the lower dose
 */
public record Counterfactual(
    double lessGy, double volumeCm3, String structure, double linearFall, double computedFall) {

  /** Returns the sentence for people. */
  public String sentence() {
    return String.format(
        Locale.ROOT,
        "With %.1f Gy less in these %.1f cm3 of %s the model's output would fall by %.3f to %.3f.",
        lessGy,
        volumeCm3,
        structure,
        Math.min(linearFall, computedFall),
        Math.max(linearFall, computedFall));
  }
}
