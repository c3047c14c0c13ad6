/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.pipeline;

/** A method that fits a classifier to training patients. Stateless. */
public interface Learner {

  /** A few words for report and model card, such as "random forest, 500 trees". */
  String description();

  /**
   * @throws NotFittedException if these patients do not allow it, with the reason
   */
  Classifier fit(TrainingSet training, long seed) throws NotFittedException;
}
