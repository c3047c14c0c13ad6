/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosimetry.dvh;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the text form of a metric; every refusal says what was expected. */
final class DoseMetricParser {

  private static final Pattern QUANTITY =
      Pattern.compile("([dv])([0-9]+(?:\\.[0-9]+)?|\\.[0-9]+)(%|cc|cm3|gy|)(?:\\[(%|cc|cm3)\\])?");

  private final String text;
  private final String compact;

  DoseMetricParser(String text) {
    this.text = text;
    compact = text.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
  }

  DoseMetric metric() {
    return switch (compact) {
      case "dmean" -> new DoseMetric.MeanDose();
      case "dmax" -> new DoseMetric.MaximumDose();
      case "dmin" -> new DoseMetric.MinimumDose();
      default -> quantity();
    };
  }

  private DoseMetric quantity() {
    Matcher matcher = QUANTITY.matcher(compact);
    if (!matcher.matches()) {
      throw refusal("expected D95%, D0.03cc, V20Gy[%], V20Gy[cc], Dmean, Dmax or Dmin.");
    }
    double number = Double.parseDouble(matcher.group(2));
    String unit = matcher.group(3);
    String result = matcher.group(4) == null ? "" : matcher.group(4);
    try {
      return matcher.group(1).equals("d")
          ? doseMetric(number, unit, result)
          : volumeMetric(number, unit, result);
    } catch (DoseMetricRefusal refusal) {
      throw refusal;
    } catch (IllegalArgumentException e) { // the record names the range
      throw refusal(e.getMessage() + ".");
    }
  }

  private DoseMetric doseMetric(double volume, String unit, String result) {
    if (!result.isEmpty()) {
      throw refusal("a D metric is always in Gy; leave out [" + result + "].");
    }
    return switch (unit) {
      case "%" -> new DoseMetric.DoseAtVolumePercent(volume);
      case "cc", "cm3" -> new DoseMetric.DoseAtVolumeCm3(volume);
      default -> throw refusal("the volume of a D metric needs % or cc, as in D95% or D0.03cc.");
    };
  }

  private DoseMetric volumeMetric(double dose, String unit, String result) {
    if (unit.equals("%")) {
      throw refusal(
          "a dose in percent needs a prescription; write the dose in Gy, as in V57Gy[%].");
    }
    if (!unit.equals("gy")) {
      throw refusal("the dose of a V metric needs Gy, as in V20Gy[%].");
    }
    return switch (result) {
      case "%" -> new DoseMetric.VolumePercentAtDose(dose);
      case "cc", "cm3" -> new DoseMetric.VolumeCm3AtDose(dose);
      default -> throw refusal("say in which unit the volume is wanted: V20Gy[%] or V20Gy[cc].");
    };
  }

  private DoseMetricRefusal refusal(String reason) {
    return new DoseMetricRefusal("\"" + text + "\" is not a dose metric: " + reason);
  }

  /** Told apart from the refusals of the records, which do not quote the text. */
  private static final class DoseMetricRefusal extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    DoseMetricRefusal(String message) {
      super(message);
    }
  }
}
