/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A result the user asked for: a file, or standard output for {@code -}. A file is written to a
 * temporary name beside it and moved, so that an interrupted run leaves the old file.
 *
 * @param target path or {@code -}
 */
record ResultFile(String target) {

  private static final String STANDARD_OUTPUT = "-";

  void write(String text, PrintWriter standardOutput) throws RefusalException {
    if (target.equals(STANDARD_OUTPUT)) {
      standardOutput.println(text);
      standardOutput.flush();
      return;
    }
    Path file = Path.of(target).toAbsolutePath();
    try {
      // Not createTempFile: its narrow permissions would stay with the result.
      Path temporary =
          file.resolveSibling(
              "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".part");
      try {
        Files.writeString(temporary, text + System.lineSeparator(), StandardCharsets.UTF_8);
        move(temporary, file);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException | UncheckedIOException e) {
      throw new RefusalException(
          file + " could not be written (" + e + "); check folder, permission and free space.", e);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) { // such as some network drives
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
