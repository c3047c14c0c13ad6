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
import java.util.TreeMap;
import org.recourse.grid.finding.Finding;
import org.recourse.registration.quality.QualityReport;
import org.recourse.registration.quality.QualityThresholds;

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
    report
        .reverse()
        .ifPresent(
            reverse ->
                text.append(
                    String.format(
                        Locale.ROOT,
                        "%nSearched in both directions: %.1f mm apart on average, 5 %% of the body"
                            + " beyond %.1f mm.%nVolume factors of the body: %.2f to %.2f (1 to"
                            + " 99 %%).",
                        reverse.meanMm(),
                        reverse.percentile95Mm(),
                        report.volume().percentile1(),
                        report.volume().percentile99())));
    addMarkedAndDrawn(report, text);
    for (Finding finding : report.findings()) {
      text.append(System.lineSeparator()).append(finding.text());
    }
    text.append(System.lineSeparator())
        .append("Limits: ")
        .append(QualityThresholds.tg132().source())
        .append('.');
    return text.toString();
  }

  private static void addMarkedAndDrawn(QualityReport report, StringBuilder text) {
    report
        .landmarks()
        .ifPresent(
            error ->
                text.append(
                    String.format(
                        Locale.ROOT,
                        "%n%d landmarks: mean error %.1f mm, largest %.1f mm at %s.",
                        error.each().size(),
                        error.meanMm(),
                        error.maximumMm(),
                        error.worst())));
    new TreeMap<>(report.contours())
        .forEach(
            (name, overlap) ->
                text.append(
                    String.format(
                        Locale.ROOT,
                        "%n%s: Dice %.2f, mean distance %.1f mm, Hausdorff %.1f mm.",
                        name,
                        overlap.dice(),
                        overlap.meanDistanceMm(),
                        overlap.hausdorffMm())));
  }
}
