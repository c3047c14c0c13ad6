/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The records of one case, in the folder {@value #FOLDER} of the case: one JSON file each, and in
 * {@value #CASES} every state of the case once, named by its digest. Nothing is ever overwritten.
 * Thread-safe.
 */
public final class RecordStore {

  /** Folder of the records within the case folder. */
  public static final String FOLDER = "records";

  /** Folder of the states of the case within {@value #FOLDER}. */
  public static final String CASES = "cases";

  private static final String SUFFIX = ".json";
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Path caseFolder;

  public RecordStore(Path caseFolder) {
    this.caseFolder = Objects.requireNonNull(caseFolder, "caseFolder");
  }

  /**
   * Writes a record with the state of the case it belongs to and returns its file.
   *
   * @param caseText the case file, whose digest the record names
   */
  public Path write(AuditRecord record, String caseText) throws AuditException {
    Path folder = caseFolder.resolve(FOLDER);
    Path states = folder.resolve(CASES);
    Path state = states.resolve(record.caseSha256() + ".recourse");
    String name =
        "%s-%s-%s"
            .formatted(
                STAMP.format(record.created()),
                record.kind().name().toLowerCase(Locale.ROOT),
                UUID.randomUUID().toString().substring(0, 8));
    Path file = folder.resolve(name + SUFFIX);
    try {
      Files.createDirectories(states);
      if (!Files.exists(state)) {
        place(state, caseText);
      }
      place(file, RecordJson.text(record) + "\n");
      return file;
    } catch (IOException e) {
      throw new AuditException(
          file, "the record could not be written (" + e + "); check permission and free space.", e);
    }
  }

  private static void place(Path file, String text) throws IOException {
    Path fresh = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      Files.writeString(fresh, text, StandardCharsets.UTF_8);
      try {
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) { // some network shares
        Files.move(fresh, file);
      }
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /** Returns the records in order of time; none if nothing was recorded. */
  public List<Path> records() throws IOException {
    Path folder = caseFolder.resolve(FOLDER);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .filter(file -> file.getFileName().toString().endsWith(SUFFIX))
          .sorted()
          .toList();
    }
  }

  /** Reads a record. */
  public static AuditRecord read(Path file) throws AuditException {
    try {
      return RecordJson.read(file, Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new AuditException(file, "the record cannot be read (" + e + ").", e);
    }
  }

  /** Returns the case folder a record lies in: its folder is {@value #FOLDER} of the case. */
  static Path caseFolderOf(Path recordFile) throws AuditException {
    Path folder = recordFile.toAbsolutePath().normalize().getParent();
    if (folder == null || folder.getParent() == null) {
      throw new AuditException(recordFile, "a record lies in the folder " + FOLDER + " of a case.");
    }
    return folder.getParent();
  }

  /** Returns the file that keeps the case as it was. */
  static Path caseStateOf(Path recordFile, AuditRecord record) {
    return recordFile
        .toAbsolutePath()
        .normalize()
        .resolveSibling(CASES)
        .resolve(record.caseSha256() + ".recourse");
  }
}
