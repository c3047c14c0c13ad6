/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.audit;

import java.nio.file.Path;

/** A record that cannot be written, read or replayed; the message names the file and the remedy. */
public final class AuditException extends Exception {

  private static final long serialVersionUID = 1L;

  public AuditException(Path file, String sentence) {
    super(file + ": " + sentence);
  }

  public AuditException(Path file, String sentence, Throwable cause) {
    super(file + ": " + sentence, cause);
  }
}
