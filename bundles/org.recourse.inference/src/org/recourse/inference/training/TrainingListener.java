/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.training;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Is told how training goes on, on the thread that trains. A window, a log or a command line draws
 * its curves from it.
 *
 * @since 1.0
 */
@FunctionalInterface
@ConsumerType
public interface TrainingListener {

  /** Hears nothing. */
  TrainingListener NONE = (stage, epoch) -> {};

  /**
   * Called after every epoch, once its checkpoint is written.
   *
   * @param stage what is trained, such as {@code fold 2 of 5}
   * @param epoch its figures
   */
  void onEpoch(String stage, TrainingEpoch epoch);
}
