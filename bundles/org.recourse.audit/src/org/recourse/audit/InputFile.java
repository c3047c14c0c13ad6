/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.audit;

import java.util.Objects;

/**
 * A file that a number was computed from. Immutable.
 *
 * @param relativePath path within the case folder, with {@code /} on every system
 * @param sha256 digest of its bytes, lower-case hexadecimal
 */
public record InputFile(String relativePath, String sha256) {

  public InputFile {
    Objects.requireNonNull(sha256, "sha256");
    if (relativePath.isBlank()) {
      throw new IllegalArgumentException("an input file has a path");
    }
  }
}
