/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.model;

import java.nio.file.Path;

/**
 * A model package that is refused. The message says which file, what is wrong and why it counts.
 */
public final class ModelPackageException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Path file;

  public ModelPackageException(Path file, String sentence) {
    super("The model package is refused: " + sentence + " (" + file + ")");
    this.file = file;
  }

  public ModelPackageException(Path file, String sentence, Throwable cause) {
    super("The model package is refused: " + sentence + " (" + file + ")", cause);
    this.file = file;
  }

  /** Returns the file that is wrong, or the folder when a file is missing. */
  public Path file() {
    return file;
  }
}
