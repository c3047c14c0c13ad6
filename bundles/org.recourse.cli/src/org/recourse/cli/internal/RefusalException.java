/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal;

/** Wrong usage or unreadable input; the message is the one line the user sees. */
final class RefusalException extends Exception {

  private static final long serialVersionUID = 1L;

  RefusalException(String line) {
    super(line);
  }

  RefusalException(String line, Throwable cause) {
    super(line, cause);
  }
}
