/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.pipeline;

/** Changes the composition of the training patients; never touches a patient to be predicted. */
public interface Resampling {

  String description();

  /**
   * @throws NotFittedException if these patients do not allow it, with the reason
   */
  TrainingSet resample(TrainingSet training, long seed) throws NotFittedException;
}
