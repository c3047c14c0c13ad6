/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.library;

import java.nio.file.Path;
import java.util.Objects;
import org.recourse.inference.model.ModelDescription;

/** A folder that wants to be a model package, after it was read and checked. */
public sealed interface InstalledModel {

  /** Returns the folder of the package. */
  Path folder();

  /**
   * Every file has the size and the checksum that its description names.
   *
   * @param folder where it lies
   * @param description what it says about itself
   * @param card the model card, in Markdown
   */
  record Sound(Path folder, ModelDescription description, String card) implements InstalledModel {
    public Sound {
      Objects.requireNonNull(folder, "folder");
      Objects.requireNonNull(description, "description");
      Objects.requireNonNull(card, "card");
    }
  }

  /**
   * It is not used.
   *
   * @param folder where it lies
   * @param sentence what is wrong with which file
   */
  record Refused(Path folder, String sentence) implements InstalledModel {
    public Refused {
      Objects.requireNonNull(folder, "folder");
      if (sentence.isBlank()) {
        throw new IllegalArgumentException("a package that is refused needs a reason");
      }
    }
  }
}
