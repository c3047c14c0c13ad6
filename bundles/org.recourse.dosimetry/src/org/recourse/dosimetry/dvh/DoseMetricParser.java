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
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.recourse.dosimetry.dvh.MetricValue.Unit;

/** Reads the text form of a metric; every refusal says what was expected. */
final class DoseMetricParser {

  private static final Pattern QUANTITY =
      Pattern.compile(
          "(d|v|moh|moc|dc|cv)([0-9]+(?:\\.[0-9]+)?|\\.[0-9]+)(%|cc|cm3|gy|)"
              + "(?:\\[(%|cc|cm3|gy)\\])?");

  private final String text;
  private final String compact;

  private final OptionalDouble prescribedGy;

  DoseMetricParser(String text, OptionalDouble prescribedGy) {
    this.text = text;
    this.prescribedGy = prescribedGy;
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
      throw refusal(
          "expected D95%, D0.03cc, V20Gy[%], V20Gy[cc], Dmean, Dmax, Dmin, MOH5%, MOC5%,"
              + " CV20Gy[cc] or DC0.1cc.");
    }
    double number = Double.parseDouble(matcher.group(2));
    String unit = matcher.group(3);
    String result = matcher.group(4) == null ? "" : matcher.group(4);
    try {
      return switch (matcher.group(1)) {
        case "d" -> doseMetric(number, unit, result);
        case "v", "cv" -> volumeMetric(doseGy(number, unit), result, matcher.group(1).equals("cv"));
        case "moh" -> new DoseMetric.MeanOfHottest(part(number, unit, result));
        case "moc" -> new DoseMetric.MeanOfColdest(part(number, unit, result));
        default -> new DoseMetric.DoseComplement(part(number, unit, result));
      };
    } catch (DoseMetricRefusal refusal) {
      throw refusal;
    } catch (IllegalArgumentException e) { // the record names the range
      throw refusal(e.getMessage() + ".");
    }
  }

  private DoseMetric doseMetric(double volume, String unit, String result) {
    Unit in = volumeUnit(unit, result);
    return in == Unit.PERCENT
        ? new DoseMetric.DoseAtVolumePercent(volume)
        : new DoseMetric.DoseAtVolumeCm3(volume);
  }

  private VolumePart part(double volume, String unit, String result) {
    return new VolumePart(volume, volumeUnit(unit, result));
  }

  private Unit volumeUnit(String unit, String result) {
    if (!result.isEmpty() && !result.equals("gy")) {
      throw refusal("a D metric is always in Gy; leave out [" + result + "].");
    }
    return switch (unit) {
      case "%" -> Unit.PERCENT;
      case "cc", "cm3" -> Unit.CM3;
      default -> throw refusal("the volume of a D metric needs % or cc, as in D95% or D0.03cc.");
    };
  }

  private double doseGy(double dose, String unit) {
    if (unit.equals("%")) {
      return dose
          / 100
          * prescribedGy.orElseThrow(
              () ->
                  refusal(
                      "a dose in percent needs a prescription; write the dose in Gy, as in"
                          + " V57Gy[%]."));
    }
    if (!unit.equals("gy")) {
      throw refusal("the dose of a V metric needs Gy, as in V20Gy[%].");
    }
    return dose;
  }

  private DoseMetric volumeMetric(double doseGy, String result, boolean complement) {
    return switch (result) {
      case "%" ->
          complement
              ? new DoseMetric.VolumeComplement(doseGy, Unit.PERCENT)
              : new DoseMetric.VolumePercentAtDose(doseGy);
      case "cc", "cm3" ->
          complement
              ? new DoseMetric.VolumeComplement(doseGy, Unit.CM3)
              : new DoseMetric.VolumeCm3AtDose(doseGy);
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
