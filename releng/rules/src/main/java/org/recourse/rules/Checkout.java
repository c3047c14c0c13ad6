/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.rules;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files of a checkout.
 *
 * @param root its top folder
 */
public record Checkout(Path root) {

  private static final int SNIFFED_BYTES = 8000;

  /** Returns every bundle and fragment below {@code bundles}. */
  public List<Bundle> bundles() throws IOException {
    var bundles = new ArrayList<Bundle>();
    for (Path folder : bundleFolders()) {
      bundles.add(Bundle.read(folder));
    }
    return bundles;
  }

  /** Returns the project folders below {@code bundles} that have a manifest, sorted. */
  public List<Path> bundleFolders() throws IOException {
    Path bundles = root.resolve("bundles");
    if (!Files.isDirectory(bundles)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(bundles)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("META-INF/MANIFEST.MF")))
          .sorted()
          .toList();
    }
  }

  /** Returns the Java files that people write: {@code bundles/x/src}, without generated code. */
  public List<Path> sources() throws IOException {
    var sources = new ArrayList<Path>();
    for (Path folder : bundleFolders()) {
      sources.addAll(javaFiles(folder.resolve("src")));
    }
    return sources;
  }

  /** Returns the Java files below a folder, sorted; none if it does not exist. */
  static List<Path> javaFiles(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  /** Returns the text files that git tracks or would add; of deleted files, none. */
  public List<Path> trackedTexts() throws IOException {
    var git =
        new ProcessBuilder("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
            .directory(root.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String names;
    try (var output = git.getInputStream()) {
      names = new String(output.readAllBytes(), StandardCharsets.UTF_8);
    }
    var texts = new ArrayList<Path>();
    for (String name : names.split("\0")) {
      Path file = root.resolve(name);
      if (!name.isEmpty() && Files.isRegularFile(file) && isText(file)) {
        texts.add(file);
      }
    }
    return texts;
  }

  /** Returns a path as messages show it. */
  public String shown(Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }

  private static boolean isText(Path file) throws IOException {
    try (var stream = Files.newInputStream(file)) {
      for (byte b : stream.readNBytes(SNIFFED_BYTES)) {
        if (b == 0) {
          return false;
        }
      }
      return true;
    }
  }
}
