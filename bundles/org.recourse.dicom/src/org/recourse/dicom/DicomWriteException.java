/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom;

import java.nio.file.Path;
import java.util.Objects;

/** A DICOM file that could not be written. The file is absent or as it was before. */
public final class DicomWriteException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Path file;

  public DicomWriteException(Path file, String sentence, Throwable cause) {
    super(file + ": " + sentence, cause);
    this.file = Objects.requireNonNull(file, "file");
  }

  public Path file() {
    return file;
  }
}
