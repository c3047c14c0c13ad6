/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.inference.internal;

import org.recourse.inference.library.InstalledModel;
import org.recourse.inference.model.ModelDescription;

/** Model packages in the words of the table. Stateless. */
final class ModelText {

  private ModelText() {}

  static String title(InstalledModel model) {
    return switch (model) {
      case InstalledModel.Sound sound -> sound.description().identity().title();
      case InstalledModel.Refused refused -> refused.folder().getFileName().toString();
    };
  }

  static String version(InstalledModel model) {
    return switch (model) {
      case InstalledModel.Sound sound -> sound.description().identity().version();
      case InstalledModel.Refused refused -> "";
    };
  }

  static String training(InstalledModel model) {
    return switch (model) {
      case InstalledModel.Sound sound -> {
        var training = sound.description().training();
        yield training.patientCount() + (training.synthetic() ? " synthetic" : "") + " patients";
      }
      case InstalledModel.Refused refused -> "";
    };
  }

  static String output(InstalledModel model) {
    return switch (model) {
      case InstalledModel.Sound sound ->
          sound.description().calibration().isPresent() ? "probability" : "score";
      case InstalledModel.Refused refused -> "";
    };
  }

  static String checksums(InstalledModel model) {
    return switch (model) {
      case InstalledModel.Sound sound -> "correct";
      case InstalledModel.Refused refused -> "refused";
    };
  }

  static String sentence(InstalledModel model) {
    return switch (model) {
      case InstalledModel.Sound sound -> {
        ModelDescription description = sound.description();
        yield description.intendedUse() + " (" + description.identity().id() + ")";
      }
      case InstalledModel.Refused refused -> refused.sentence();
    };
  }
}
