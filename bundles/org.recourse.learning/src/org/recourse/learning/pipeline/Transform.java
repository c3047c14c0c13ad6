/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.pipeline;

/** A step that learns from the training patients how to turn features into others. Stateless. */
public interface Transform {

  /** A few words for report and model card, such as "univariate logistic p < 0.05". */
  String description();

  /**
   * @throws NotFittedException if these patients do not allow it, with the reason
   */
  FittedTransform fit(TrainingSet training, long seed) throws NotFittedException;
}
