/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A file that a number was computed from. Immutable.
 *
 * @param relativePath path within the case folder, with {@code /} on every system
 * @param sha256 digest of its bytes, lower-case hexadecimal
 */
public record InputFile(String relativePath, String sha256) {

  private static final Comparator<InputFile> BY_PATH =
      Comparator.comparing(InputFile::relativePath);

  public InputFile {
    Objects.requireNonNull(sha256, "sha256");
    if (relativePath.isBlank()) {
      throw new IllegalArgumentException("an input file has a path");
    }
  }

  /**
   * Returns one line for each folder, because a series of images has hundreds of files: the digest
   * of a folder is that of the paths and digests of its files in order.
   */
  public static List<InputFile> perFolder(List<InputFile> files) {
    Map<String, StringBuilder> byFolder = new TreeMap<>();
    Map<String, Integer> counts = new TreeMap<>();
    for (InputFile file : files.stream().sorted(BY_PATH).toList()) {
      int end = file.relativePath().lastIndexOf('/');
      String folder = end < 0 ? "." : file.relativePath().substring(0, end);
      byFolder
          .computeIfAbsent(folder, name -> new StringBuilder())
          .append(file.relativePath())
          .append(' ')
          .append(file.sha256())
          .append('\n');
      counts.merge(folder, 1, Integer::sum);
    }
    List<InputFile> folders = new ArrayList<>();
    byFolder.forEach(
        (folder, lines) ->
            folders.add(
                new InputFile(
                    folder + " (" + counts.get(folder) + " files)",
                    FileDigests.ofText(lines.toString()))));
    return List.copyOf(folders);
  }
}
