/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.pipeline;

import java.util.Optional;

/**
 * A fitted model: a score per patient, higher for patients expected to have the event. Immutable.
 */
@FunctionalInterface
public interface Classifier {

  /** A score, finite; it is no probability until it has been recalibrated. */
  double score(double[] features);

  /** What it consists of, for a file; empty where it cannot be written. */
  default Optional<FittedState> state() {
    return Optional.empty();
  }
}
