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
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * SHA-256 of files, computed once for as long as size and time of a file stay what they were.
 * Thread-safe.
 */
public final class FileDigests {

  private static final int BUFFER_BYTES = 1 << 16;

  /** What a file looked like when it was read. */
  private record Known(long sizeBytes, FileTime modified, String sha256) {}

  private final Map<Path, Known> knownByFile = new ConcurrentHashMap<>();

  /** Returns the digest of the bytes of a file, lower-case hexadecimal. */
  public String sha256(Path file) throws IOException {
    Path key = file.toAbsolutePath().normalize();
    BasicFileAttributes now = Files.readAttributes(key, BasicFileAttributes.class);
    Known known = knownByFile.get(key);
    if (known != null // not read yet
        && known.sizeBytes() == now.size()
        && known.modified().equals(now.lastModifiedTime())) {
      return known.sha256();
    }
    String sha256 = read(key);
    knownByFile.put(key, new Known(now.size(), now.lastModifiedTime(), sha256));
    return sha256;
  }

  /** Returns the digest of a text in UTF-8. */
  public static String ofText(String text) {
    return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String read(Path file) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream stream = Files.newInputStream(file)) {
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
