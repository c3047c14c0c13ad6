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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Folders and facts of the machine. Stateless. */
final class HostFolders {

  /** Environment variable that names another cache folder. */
  static final String CACHE_VARIABLE = "RECOURSE_CACHE";

  private static final String NAME = "recourse";

  private HostFolders() {}

  /** Returns the folder for what can be made again, by the custom of the operating system. */
  static Path cacheFolder(Map<String, String> environment, String osName, Path home) {
    String chosen = environment.getOrDefault(CACHE_VARIABLE, "");
    if (!chosen.isBlank()) {
      return Path.of(chosen);
    }
    String os = osName.toLowerCase(Locale.ROOT);
    if (os.contains("win") && environment.containsKey("LOCALAPPDATA")) {
      return Path.of(environment.get("LOCALAPPDATA"), NAME, "cache");
    }
    if (os.contains("mac")) {
      return home.resolve("Library").resolve("Caches").resolve(NAME);
    }
    String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
    return (xdg.isBlank() ? home.resolve(".cache") : Path.of(xdg)).resolve(NAME);
  }

  /**
   * Tells whether standard error is a terminal. Java knows this only for input and output together;
   * where the system says what file descriptor 2 is, that is taken instead.
   */
  static boolean errIsTerminal() {
    try {
      String target = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException e) { // no /proc: not Linux
      return System.console() != null;
    }
  }
}
