/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.training;

import java.util.Locale;
import java.util.OptionalDouble;

/** An area under the ROC curve for people. */
public final class AucText {

  private AucText() {}

  /** Three decimals; with patients of one outcome only there is no area. */
  public static String of(OptionalDouble auc) {
    return auc.isPresent() ? String.format(Locale.ROOT, "%.3f", auc.getAsDouble()) : "not defined";
  }
}
