/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.planning.internal.optimise;

import java.util.Objects;

/**
 * What a dose makes of one wish. Immutable.
 *
 * @param text the dose figure that the wish is about, with its name and unit
 * @param amount contribution to the objective, or by how much a hard limit is exceeded, Gy
 * @param held whether a hard limit holds; true for an objective
 */
public record WishValue(String text, double amount, boolean held) {
  public WishValue {
    Objects.requireNonNull(text, "text");
  }
}
