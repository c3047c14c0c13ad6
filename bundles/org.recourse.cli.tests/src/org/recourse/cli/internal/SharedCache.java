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
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bundled case takes seconds to make, so the test classes of one run share it. */
final class SharedCache {

  /** Folder the bundled case is kept in; removed when the tests have ended. */
  static final Path FOLDER = create();

  private SharedCache() {}

  private static Path create() {
    try {
      Path folder = Files.createTempDirectory("recourse-cli-tests-");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> CaseFolder.delete(folder)));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
