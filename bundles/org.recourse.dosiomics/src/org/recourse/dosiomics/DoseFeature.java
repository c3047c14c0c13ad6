/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosiomics;

import java.util.Objects;

/**
 * What a dose-volume or spatial dose feature says about itself. Immutable.
 *
 * @param name name in results, with its unit; never changes its meaning
 * @param title name for people, without the unit
 * @param unit unit of the value, such as Gy/mm; empty for a ratio or a count
 * @param formula how it is computed
 * @param undefined when it has no value
 * @param source citation with DOI, or "ReCourse" for a definition of our own
 */
public record DoseFeature(
    String name, String title, String unit, String formula, String undefined, String source) {

  /** Source of a definition that we made. */
  public static final String OWN = "ReCourse";

  public DoseFeature {
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(formula, "formula");
    Objects.requireNonNull(undefined, "undefined");
    Objects.requireNonNull(source, "source");
    if (name.isBlank() || title.isBlank()) {
      throw new IllegalArgumentException("a feature needs a name and a title: " + name);
    }
  }
}
