/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.extraction;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A folder with one file per patient and a file that says with which settings they were made.
 * Different patients may be written at once.
 *
 * @param folder where they are
 * @param ending of the names of the files
 */
record PartsFolder(Path folder, String ending) {

  private static final String SETTINGS = "extraction.txt";
  private static final int DIGEST_CHARACTERS = 12;

  /**
   * Opens a folder, which is made if it is missing.
   *
   * @param settings what is extracted; a folder with other settings is refused
   */
  static PartsFolder open(Path folder, String ending, String settings) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(SETTINGS);
    if (Files.exists(file)) {
      if (!Files.readString(file).equals(settings)) {
        throw new IOException(
            folder
                + " holds parts of an extraction with other settings; name another folder or remove"
                + " it.");
      }
    } else {
      write(file, settings.getBytes(StandardCharsets.UTF_8));
    }
    return new PartsFolder(folder, ending);
  }

  /** Writes a file under a temporary name and moves it to its place. */
  static void write(Path file, byte[] content) throws IOException {
    Path temporary = Files.createTempFile(file.toAbsolutePath().getParent(), ".part", ".tmp");
    try {
      Files.write(temporary, content);
      Files.move(
          temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary); // there only if something failed
    }
  }

  /** Returns the file of a patient; two names never share one. */
  Path file(String patientId) {
    String plain = patientId.replaceAll("[^A-Za-z0-9_-]", "_");
    String digest = plain.equals(patientId) ? "" : "-" + digest(patientId);
    return folder.resolve(plain + digest + ending);
  }

  private static String digest(String text) {
    try {
      byte[] bytes =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(bytes).substring(0, DIGEST_CHARACTERS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
