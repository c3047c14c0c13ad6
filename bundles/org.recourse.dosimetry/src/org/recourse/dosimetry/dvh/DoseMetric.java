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
import java.util.Optional;
import org.recourse.dosimetry.dvh.MetricValue.Defined;
import org.recourse.dosimetry.dvh.MetricValue.Undefined;
import org.recourse.dosimetry.dvh.MetricValue.Unit;

/**
 * A figure read from a dose-volume histogram. Immutable.
 *
 * <p>Text form, upper and lower case alike, blanks ignored:
 *
 * <table>
 * <caption>Grammar</caption>
 * <tr><td>{@code D95%}</td><td>largest dose that at least 95 % of the volume receive, Gy</td></tr>
 * <tr><td>{@code D0.03cc}</td><td>largest dose that at least 0.03 cm³ receive, Gy</td></tr>
 * <tr><td>{@code V20Gy[%]}</td><td>part of the volume that receives at least 20 Gy, %</td></tr>
 * <tr><td>{@code V20Gy[cc]}</td><td>volume that receives at least 20 Gy, cm³</td></tr>
 * <tr><td>{@code Dmean, Dmax, Dmin}</td><td>mean, largest and least dose, Gy</td></tr>
 * </table>
 *
 * {@code cm3} may be written for {@code cc}. {@link #text()} gives the form that parses back.
 */
public sealed interface DoseMetric {

  /** Largest dose that at least this part of the volume receives. */
  record DoseAtVolumePercent(double volumePercent) implements DoseMetric {
    public DoseAtVolumePercent {
      if (!(volumePercent > 0 && volumePercent <= 100)) {
        throw new IllegalArgumentException(
            "the volume of a D metric must be above 0 % and at most 100 %: " + volumePercent);
      }
    }
  }

  /** Largest dose that at least this volume receives. */
  record DoseAtVolumeCm3(double volumeCm3) implements DoseMetric {
    public DoseAtVolumeCm3 {
      if (!(volumeCm3 > 0 && volumeCm3 < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "the volume of a D metric must be above 0 cc: " + volumeCm3);
      }
    }
  }

  /** Part of the volume that receives at least this dose, %. */
  record VolumePercentAtDose(double doseGy) implements DoseMetric {
    public VolumePercentAtDose {
      checkDose(doseGy);
    }
  }

  /** Volume that receives at least this dose, cm³. */
  record VolumeCm3AtDose(double doseGy) implements DoseMetric {
    public VolumeCm3AtDose {
      checkDose(doseGy);
    }
  }

  /** Mean dose. */
  record MeanDose() implements DoseMetric {}

  /** Largest dose. */
  record MaximumDose() implements DoseMetric {}

  /** Least dose. */
  record MinimumDose() implements DoseMetric {}

  /**
   * Reads the text form.
   *
   * @throws IllegalArgumentException with a sentence for the user if the text is not a metric
   */
  static DoseMetric parse(String text) {
    return new DoseMetricParser(text).metric();
  }

  /** Reads this figure from a histogram. */
  default MetricValue evaluate(Dvh dvh) {
    return switch (this) {
      case DoseAtVolumePercent(double percent) ->
          new Defined(dvh.doseAtVolumePercentGy(percent), Unit.GY);
      case DoseAtVolumeCm3(double volume) ->
          volume > dvh.coveredVolumeCm3()
              ? new Undefined(
                  String.format(
                      Locale.ROOT,
                      "%s is not defined: the structure has %.3g cc inside the dose grid.",
                      text(),
                      dvh.coveredVolumeCm3()))
              : new Defined(dvh.doseAtVolumeCm3Gy(volume), Unit.GY);
      case VolumePercentAtDose(double dose) ->
          new Defined(dvh.volumeAtDosePercent(dose), Unit.PERCENT);
      case VolumeCm3AtDose(double dose) -> new Defined(dvh.volumeAtDoseCm3(dose), Unit.CM3);
      case MeanDose() -> new Defined(dvh.meanGy(), Unit.GY);
      case MaximumDose() -> new Defined(dvh.maxGy(), Unit.GY);
      case MinimumDose() -> new Defined(dvh.minGy(), Unit.GY);
    };
  }

  /** Reads this figure from a histogram that may not exist, as of an empty structure. */
  default MetricValue evaluate(Optional<Dvh> dvh) {
    return dvh.map(this::evaluate)
        .orElseGet(
            () ->
                new Undefined(
                    text() + " is not defined: no part of the structure lies in the dose grid."));
  }

  /** Unit of the value. */
  default Unit unit() {
    return switch (this) {
      case VolumePercentAtDose v -> Unit.PERCENT;
      case VolumeCm3AtDose v -> Unit.CM3;
      case DoseAtVolumePercent d -> Unit.GY;
      case DoseAtVolumeCm3 d -> Unit.GY;
      case MeanDose d -> Unit.GY;
      case MaximumDose d -> Unit.GY;
      case MinimumDose d -> Unit.GY;
    };
  }

  /** Returns the text form, such as {@code D0.03cc}. */
  default String text() {
    return switch (this) {
      case DoseAtVolumePercent(double percent) -> "D" + plain(percent) + "%";
      case DoseAtVolumeCm3(double volume) -> "D" + plain(volume) + "cc";
      case VolumePercentAtDose(double dose) -> "V" + plain(dose) + "Gy[%]";
      case VolumeCm3AtDose(double dose) -> "V" + plain(dose) + "Gy[cc]";
      case MeanDose() -> "Dmean";
      case MaximumDose() -> "Dmax";
      case MinimumDose() -> "Dmin";
    };
  }

  private static String plain(double number) {
    return new java.math.BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
  }

  private static void checkDose(double doseGy) {
    if (!(doseGy >= 0 && doseGy < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("the dose of a V metric must be >= 0 Gy: " + doseGy);
    }
  }
}
