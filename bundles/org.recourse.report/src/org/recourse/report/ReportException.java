/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.report;

import java.nio.file.Path;

/** A report that was not written; an older file of the same name is still there. */
public final class ReportException extends Exception {

  private static final long serialVersionUID = 1L;

  public ReportException(Path file, String sentence) {
    super(file + ": " + sentence);
  }

  public ReportException(Path file, String sentence, Throwable cause) {
    super(file + ": " + sentence, cause);
  }
}
