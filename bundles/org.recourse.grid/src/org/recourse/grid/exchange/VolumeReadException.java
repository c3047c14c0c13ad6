/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.grid.exchange;

import java.nio.file.Path;

/** A volume file cannot be read; the message names the file, what is wrong and what to do. */
public final class VolumeReadException extends Exception {

  private static final long serialVersionUID = 1L;

  VolumeReadException(Path file, String sentence) {
    super(file + ": " + sentence);
  }

  VolumeReadException(Path file, String sentence, Throwable cause) {
    super(file + ": " + sentence, cause);
  }
}
