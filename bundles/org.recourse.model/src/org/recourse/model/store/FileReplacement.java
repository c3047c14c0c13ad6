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
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Replaces a file as a whole or not at all and keeps the version before.
 *
 * <p>The new content goes to a temporary file in the same folder and is forced to disk. The present
 * file is copied to the backup (through a temporary file as well) and stays where it is until the
 * last step, the atomic move of the new file over it. So at every moment the file is there and
 * whole. A process that is killed may leave a temporary file behind; nothing ever reads one.
 *
 * @param file the file to replace; it need not exist
 * @param backup the version before, in the same folder
 */
record FileReplacement(Path file, Path backup) {

  /** Writes the new content. */
  interface Content {
    void writeTo(OutputStream stream) throws IOException;
  }

  void write(Content content) throws IOException {
    Path fresh = temporary();
    try {
      try (FileChannel channel =
              FileChannel.open(fresh, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
          OutputStream stream = Channels.newOutputStream(channel)) {
        content.writeTo(stream);
        channel.force(true);
      }
      if (Files.exists(file)) {
        keepPresentVersion();
      }
      moveOver(fresh, file);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private void keepPresentVersion() throws IOException {
    Path copy = temporary();
    try {
      Files.copy(file, copy);
      moveOver(copy, backup);
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  /** Not {@code Files.createTempFile}: that file, and so the case, would be readable by us only. */
  private Path temporary() {
    return file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp");
  }

  private static void moveOver(Path source, Path target) throws IOException {
    try {
      Files.move(source, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) { // some network shares
      Files.move(source, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
