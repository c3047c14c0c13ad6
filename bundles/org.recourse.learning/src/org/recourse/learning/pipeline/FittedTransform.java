/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.pipeline;

import java.util.List;
import java.util.Optional;

/** Turns the features of one patient into others; fitted on training patients. Immutable. */
public interface FittedTransform {

  /** Names of the features that {@link #apply} gives, in its order. */
  List<String> outputNames();

  /** A new row; {@code row} is not changed. */
  double[] apply(double[] row);

  /** What it consists of, for a file; empty where it cannot be written. */
  default Optional<FittedState> state() {
    return Optional.empty();
  }
}
