/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.training;

import java.nio.file.Path;
import java.util.Objects;
import org.recourse.inference.training.CrossValidation;

/**
 * A package that was trained and written.
 *
 * @param folder where it lies
 * @param chosen cross-validation of the settings that were chosen
 * @param processorSeconds processor time of search and final fit in this process; less than the
 *     whole if training went on from a checkpoint
 */
public record TrainedPackage(Path folder, CrossValidation chosen, double processorSeconds) {

  public TrainedPackage {
    Objects.requireNonNull(folder, "folder");
    Objects.requireNonNull(chosen, "chosen");
  }

  /** Returns one line for a console or a log. */
  public String line() {
    return folder + "\tAUC " + AucText.withInterval(chosen) + " out of fold";
  }
}
