/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.cases;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.recourse.dicom.DicomReadException;
import org.recourse.grid.contour.ContourSet;

/**
 * Contours that were drawn or made here. They are named by the SHA-256 of their content and never
 * change: an edit makes new ones, so undo needs no more than the old name, and a case file that was
 * saved earlier still finds its contours. Thread-safe.
 *
 * <p>They are kept in memory until {@link #save}, which writes {@code contours/<digest>.contours}
 * in the case folder, each file as a whole or not at all. Imported files are never touched.
 */
final class EditedContours {

  /** Folder in the case folder. */
  static final String FOLDER = "contours";

  private static final String SUFFIX = ".contours";

  private final Optional<Path> folder;
  private final Map<String, ContourSet> known = new HashMap<>(); // guarded by itself

  /** Without a folder nothing can be saved or read. */
  EditedContours(Optional<Path> caseFolder) {
    folder = Objects.requireNonNull(caseFolder, "caseFolder").map(path -> path.resolve(FOLDER));
  }

  /** Keeps contours and returns their digest. */
  String add(ContourSet contours) {
    String digest = ContourFile.digest(ContourFile.bytes(contours));
    synchronized (known) {
      known.putIfAbsent(digest, contours);
    }
    return digest;
  }

  Optional<ContourSet> ifKnown(String digest) {
    synchronized (known) {
      return Optional.ofNullable(known.get(digest));
    }
  }

  /** Returns contours, reading their file if needed. */
  ContourSet contours(String digest) throws DicomReadException {
    Optional<ContourSet> kept = ifKnown(digest);
    if (kept.isPresent()) {
      return kept.get();
    }
    Path file = file(digest).orElseThrow(() -> unreadable(Path.of(digest), "it was never saved"));
    try {
      byte[] bytes = Files.readAllBytes(file);
      if (!ContourFile.digest(bytes).equals(digest)) {
        throw unreadable(file, "its content is not what was saved (SHA-256 differs)");
      }
      ContourSet read = ContourFile.contours(bytes);
      synchronized (known) {
        known.putIfAbsent(digest, read);
      }
      return read;
    } catch (IOException e) {
      throw unreadable(file, e.toString());
    }
  }

  private static DicomReadException unreadable(Path file, String reason) {
    return new DicomReadException(
        file,
        "",
        "The edited contours of a structure cannot be read: " + reason + ".",
        "Restore the folder contours of the case from a backup, or draw the structure again.");
  }

  /** Writes those that have no file yet. */
  void save(Collection<String> digests) throws IOException {
    for (String digest : digests) {
      Optional<Path> file = file(digest);
      Optional<ContourSet> contours = ifKnown(digest);
      if (file.isPresent() && contours.isPresent() && !Files.exists(file.get())) {
        write(file.get(), ContourFile.bytes(contours.get()));
      }
    }
  }

  private Optional<Path> file(String digest) {
    return folder.map(path -> path.resolve(digest + SUFFIX));
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    Files.createDirectories(file.getParent());
    Path fresh = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      try (FileChannel channel =
          FileChannel.open(fresh, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
        channel.force(true);
      }
      try {
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) { // some network shares
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      Files.deleteIfExists(fresh);
    }
  }
}
