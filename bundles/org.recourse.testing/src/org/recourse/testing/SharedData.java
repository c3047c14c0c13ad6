/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Data sets that are not part of the checkout, such as real patients. They lie in {@code
 * shared/data} beside the checkout or in one of the folders above it, or in {@code data} of the
 * folder that the system property {@value #PROPERTY} names. Stateless.
 */
public final class SharedData {

  /** System property with the path of the {@code shared} folder. */
  public static final String PROPERTY = "recourse.shared";

  private static final String DATA = "data";

  private SharedData() {}

  /** Returns the folder of a data set; empty if it is not on this machine. */
  public static Optional<Path> find(String name) {
    String shared = System.getProperty(PROPERTY, "");
    return shared.isBlank()
        ? findAbove(Path.of("").toAbsolutePath(), name)
        : Optional.of(Path.of(shared, DATA, name)).filter(Files::isDirectory);
  }

  /**
   * Returns the folder of a data set, or skips the running test and prints why. A test that needs a
   * data set starts with this call.
   */
  public static Path orSkip(String name) {
    Optional<Path> folder = find(name);
    if (folder.isEmpty()) {
      String reason = skipReason(name);
      System.getLogger(SharedData.class.getName()).log(System.Logger.Level.INFO, reason);
      assumeTrue(false, reason);
    }
    return folder.orElseThrow();
  }

  /** Looks in {@code folder} and everything above it. */
  static Optional<Path> findAbove(Path folder, String name) {
    for (Path above = folder; above != null; above = above.getParent()) {
      Path candidate = above.resolve("shared").resolve(DATA).resolve(name);
      if (Files.isDirectory(candidate)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  private static String skipReason(String name) {
    return "SKIPPED: data set "
        + name
        + " is not on this machine; put it into shared/data beside the checkout or set -D"
        + PROPERTY;
  }
}
