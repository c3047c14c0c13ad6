/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.internal.dvh;

import java.util.List;
import java.util.Locale;

/** The chart as comma-separated text. Stateless. */
public final class DvhCsv {

  /** First line of everything that leaves the program. */
  public static final String NOTICE = "ReCourse: research only, not for clinical decisions";

  private static final List<String> ENVELOPE = List.of(" worst low", " worst high");

  private DvhCsv() {}

  /** One row per 0.1 Gy, one column per structure; decimals with a point, names in quotes. */
  public static String text(String title, DvhScale scale, List<DvhLine> lines) {
    double stepGy = scale.differential() ? DvhCurve.BIN_GY : DvhCurve.STEP_GY;
    int rows = lines.stream().mapToInt(line -> line.curve().doseGy().length).max().orElse(0);
    double firstGy = scale.differential() ? stepGy / 2 : 0;
    var text = new StringBuilder("# ").append(NOTICE).append('\n');
    text.append("# ").append(title).append(", ").append(scale.axisTitle()).append('\n');
    text.append("\"Dose (Gy)\"");
    for (DvhLine line : lines) {
      head(text, line, "");
      if (line.envelope().isPresent()) {
        ENVELOPE.forEach(what -> head(text, line, what));
      }
    }
    text.append('\n');
    for (int row = 0; row < rows; row++) {
      text.append(String.format(Locale.ROOT, "%.2f", firstGy + row * stepGy));
      for (DvhLine line : lines) {
        double[] volume = line.curve().volume();
        double value = row < volume.length ? volume[row] : 0;
        text.append(String.format(Locale.ROOT, ",%.4f", value));
        double atGy = firstGy + row * stepGy;
        line.envelope().ifPresent(envelope -> append(text, envelope, atGy));
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static void head(StringBuilder text, DvhLine line, String what) {
    text.append(",\"").append(line.name().replace("\"", "\"\"")).append(what).append('"');
  }

  private static void append(StringBuilder text, DvhEnvelope envelope, double atGy) {
    double[] worst = envelope.worstAt(atGy);
    text.append(String.format(Locale.ROOT, ",%.4f,%.4f", worst[0], worst[1]));
  }
}
