/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.model.store;

import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.emf.ecore.resource.Resource;
import org.xml.sax.SAXParseException;

/** Says of a damaged case file what is wrong, in which line, and what can be done. */
final class DamagedCase {

  private static final int NO_LINE = 0;

  private DamagedCase() {}

  /** Makes the exception for a file in which EMF or a parser found {@code cause}. */
  static CaseStoreException of(Path file, Throwable cause) {
    Throwable root = cause;
    int line = line(root);
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
      line = Math.max(line, line(root));
    }
    return of(file, line, reason(root), cause);
  }

  static CaseStoreException of(Path file, int line, String reason, Throwable cause) {
    return new CaseStoreException(
        file, line, "the case file is damaged: " + reason + " " + remedy(file), cause);
  }

  static CaseStoreException of(Path file, String reason) {
    return new CaseStoreException(file, "the case file is damaged: " + reason + " " + remedy(file));
  }

  /** Returns the way out that exists for this file. */
  static String remedy(Path file) {
    Path backup = file.resolveSibling(CaseStore.BACKUP_NAME);
    return Files.exists(backup)
        ? "The version before the last save is beside it: copy "
            + CaseStore.BACKUP_NAME
            + " to "
            + file.getFileName()
            + " and open the case again."
        : "There is no former version beside it: take one from your backup, or import the DICOM"
            + " files again.";
  }

  private static int line(Throwable cause) {
    return switch (cause) {
      case SAXParseException e -> e.getLineNumber();
      case Resource.Diagnostic e -> e.getLine();
      default -> NO_LINE;
    };
  }

  /** Returns the text of the cause as a sentence, without the place that parsers append to it. */
  private static String reason(Throwable cause) {
    String text = String.valueOf(cause.getMessage()).strip();
    text = text.replaceFirst("(?s) \\([^()]*, -?\\d+, -?\\d+\\)$", "");
    return text.endsWith(".") ? text : text + ".";
  }
}
