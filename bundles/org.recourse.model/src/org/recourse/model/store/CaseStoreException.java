/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.model.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalInt;

/**
 * A case file could not be read or written. The message names the file, the line where one is
 * known, the reason, and what to do.
 */
public final class CaseStoreException extends IOException {

  private static final long serialVersionUID = 1L;
  private static final int NO_LINE = 0;

  private final String file;
  private final int line;

  CaseStoreException(Path file, String sentence) {
    super(file + ": " + sentence);
    this.file = file.toString();
    this.line = NO_LINE;
  }

  CaseStoreException(Path file, String sentence, Throwable cause) {
    super(file + ": " + sentence, cause);
    this.file = file.toString();
    this.line = NO_LINE;
  }

  CaseStoreException(Path file, int line, String sentence, Throwable cause) {
    super(file + (line > NO_LINE ? ", line " + line : "") + ": " + sentence, cause);
    this.file = file.toString();
    this.line = Math.max(line, NO_LINE);
  }

  /** Returns the case file. */
  public Path file() {
    return Path.of(file);
  }

  /** Returns the line of the file that is damaged, counted from 1, if one is known. */
  public OptionalInt line() {
    return line > NO_LINE ? OptionalInt.of(line) : OptionalInt.empty();
  }
}
