/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.model;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A file that a model package names.
 *
 * @param path where it lies in the folder: names of letters, digits, dot, dash and underscore
 *     joined by slashes; no name starts with a dot, so no path leaves the folder
 * @param role what it is for
 * @param byteCount its exact size
 * @param sha256 its SHA-256 digest in 64 lower-case hexadecimal digits
 */
public record PackageFile(String path, FileRole role, long byteCount, String sha256) {

  private static final Pattern PATH =
      Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*(/[A-Za-z0-9_][A-Za-z0-9._-]*)*");
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
  private static final int LONGEST_PATH = 200;

  public PackageFile {
    Objects.requireNonNull(role, "role");
    if (path.length() > LONGEST_PATH || !PATH.matcher(path).matches()) {
      throw new IllegalArgumentException("not a path inside the package: " + path);
    }
    if (byteCount < 1) {
      throw new IllegalArgumentException("a file has at least one byte: " + byteCount);
    }
    if (!DIGEST.matcher(sha256).matches()) {
      throw new IllegalArgumentException("not a SHA-256 digest: " + sha256);
    }
  }
}
