/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.registration.internal;

import java.util.Locale;
import org.recourse.grid.finding.Finding;
import org.recourse.registration.quality.QualityReport;

/** A quality report as a few lines for people. Stateless. */
final class VerdictText {

  private VerdictText() {}

  static String of(QualityReport report) {
    var text = new StringBuilder();
    text.append(
        switch (report.verdict()) {
          case PASSED -> "The quality check passed.";
          case NEEDS_REVIEW -> "Look closely: a limit of the quality check is exceeded.";
          case FAILED -> "The quality check failed; it cannot be accepted.";
          case NOT_DONE -> "The quality check was not done.";
        });
    report
        .alignment()
        .ifPresent(
            probe ->
                text.append(
                    String.format(
                        Locale.ROOT,
                        "%nA second registration asks for %.1f mm more.",
                        probe.correctionMm())));
    for (Finding finding : report.findings()) {
      text.append(System.lineSeparator()).append(finding.text());
    }
    return text.toString();
  }
}
