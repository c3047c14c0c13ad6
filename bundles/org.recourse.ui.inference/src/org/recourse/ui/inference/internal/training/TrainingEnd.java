/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.inference.internal.training;

import org.recourse.training.TrainedPackage;

/** How a training ended. */
sealed interface TrainingEnd {

  /** Returns what the user reads. */
  String sentence();

  /** The package lies in its folder. */
  record Done(TrainedPackage trained) implements TrainingEnd {
    @Override
    public String sentence() {
      return trained.line().replace('\t', ' ')
          + ". It is listed among the models after the next start.";
    }
  }

  /** The user stopped it. */
  record Cancelled() implements TrainingEnd {
    @Override
    public String sentence() {
      return "Stopped. The same training goes on from its last epoch.";
    }
  }

  /** It did not work. */
  record Failed(String sentence) implements TrainingEnd {}
}
