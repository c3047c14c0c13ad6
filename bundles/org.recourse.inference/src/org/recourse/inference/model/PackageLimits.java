/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.model;

/**
 * How large a package may be, so that a wrong or hostile one cannot use up the memory.
 *
 * @param descriptionBytes largest {@code model.json}
 * @param fileBytes largest other file
 * @param totalBytes largest sum of all files
 * @param fileCount most files
 */
public record PackageLimits(int descriptionBytes, int fileBytes, long totalBytes, int fileCount) {

  /** One MiB of description, 1 GiB a file, 2 GiB together, 32 files. */
  public static final PackageLimits STANDARD = new PackageLimits(1 << 20, 1 << 30, 1L << 31, 32);

  public PackageLimits {
    if (descriptionBytes < 1 || fileBytes < 1 || totalBytes < 1 || fileCount < 1) {
      throw new IllegalArgumentException("limits are at least one");
    }
  }
}
