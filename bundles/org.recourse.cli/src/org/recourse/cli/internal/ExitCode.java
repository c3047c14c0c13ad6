/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal;

import java.util.Collection;
import org.recourse.grid.finding.Finding;

/** How a command ended. */
enum ExitCode {
  /** Done. */
  DONE(0),
  /** Done, with findings of severity ERROR. */
  DONE_WITH_ERRORS(1),
  /** Wrong usage or unreadable input. */
  REFUSED(2),
  /** Cancelled by the user. */
  CANCELLED(130);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  static ExitCode of(Collection<Finding> findings) {
    return findings.stream().anyMatch(f -> f.severity() == Finding.Severity.ERROR)
        ? DONE_WITH_ERRORS
        : DONE;
  }
}
