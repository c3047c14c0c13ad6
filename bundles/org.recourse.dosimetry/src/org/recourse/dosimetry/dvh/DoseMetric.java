/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosimetry.dvh;

import java.util.Optional;
import java.util.OptionalDouble;
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
 * <tr><td>{@code V95%[%]}</td><td>the same at 95 % of a prescribed dose, see {@link
 * #parse(String, double)}</td></tr>
 * <tr><td>{@code Dmean, Dmax, Dmin}</td><td>mean, largest and least dose, Gy</td></tr>
 * <tr><td>{@code MOH5%, MOH1cc}</td><td>mean dose of the hottest part, Gy</td></tr>
 * <tr><td>{@code MOC5%, MOC1cc}</td><td>mean dose of the coldest part, Gy</td></tr>
 * <tr><td>{@code CV20Gy[cc]}</td><td>volume that receives less than 20 Gy</td></tr>
 * <tr><td>{@code DC5%, DC0.1cc}</td><td>largest dose within the coldest part, Gy</td></tr>
 * </table>
 *
 * CV and DC as in Mayo 2016, doi 10.1016/j.ijrobp.2016.02.010 (the complements of V and D); MOH and
 * MOC as in Deasy 2003, doi 10.1118/1.1568978. A D metric may end in {@code [Gy]}; {@code cm3} may
 * be written for {@code cc}. {@link #text()} gives the form that parses back.
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

  /** Mean dose of the hottest part of the volume. */
  record MeanOfHottest(VolumePart part) implements DoseMetric {}

  /** Mean dose of the coldest part of the volume. */
  record MeanOfColdest(VolumePart part) implements DoseMetric {}

  /** Largest dose within the coldest part of the volume: D of the rest. */
  record DoseComplement(VolumePart part) implements DoseMetric {}

  /** Volume that receives less than a dose, in % or cm³. */
  record VolumeComplement(double doseGy, Unit unit) implements DoseMetric {
    public VolumeComplement {
      checkDose(doseGy);
      if (unit == Unit.GY) {
        throw new IllegalArgumentException("a volume is in % or cc: " + unit);
      }
    }
  }

  /**
   * Reads the text form.
   *
   * @throws IllegalArgumentException with a sentence for the user if the text is not a metric
   */
  static DoseMetric parse(String text) {
    return new DoseMetricParser(text, OptionalDouble.empty()).metric();
  }

  /**
   * Reads the text form where a dose of a V or CV metric may be in percent of a prescribed dose, as
   * in {@code V95%[%]}. The metric that is returned has the dose in Gy.
   *
   * @param prescribedGy above 0
   * @throws IllegalArgumentException with a sentence for the user if the text is not a metric
   */
  static DoseMetric parse(String text, double prescribedGy) {
    if (!(prescribedGy > 0 && prescribedGy < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("a prescribed dose is above 0 Gy: " + prescribedGy);
    }
    return new DoseMetricParser(text, OptionalDouble.of(prescribedGy)).metric();
  }

  /** Reads this figure from a histogram. */
  default MetricValue evaluate(Dvh dvh) {
    return new MetricReading(dvh).value(this);
  }

  /** Estimates the numerical error of {@link #evaluate(Dvh)}; empty where that is undefined. */
  default Optional<NumericalError> error(Dvh dvh) {
    return new MetricReading(dvh).error(this);
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
      case VolumeComplement(double dose, Unit unit) -> unit;
      case DoseAtVolumePercent d -> Unit.GY;
      case DoseAtVolumeCm3 d -> Unit.GY;
      case MeanDose d -> Unit.GY;
      case MaximumDose d -> Unit.GY;
      case MinimumDose d -> Unit.GY;
      case MeanOfHottest d -> Unit.GY;
      case MeanOfColdest d -> Unit.GY;
      case DoseComplement d -> Unit.GY;
    };
  }

  /** Returns the text form, such as {@code D0.03cc}. */
  default String text() {
    return switch (this) {
      case DoseAtVolumePercent(double percent) -> "D" + VolumePart.plain(percent) + "%";
      case DoseAtVolumeCm3(double volume) -> "D" + VolumePart.plain(volume) + "cc";
      case VolumePercentAtDose(double dose) -> "V" + VolumePart.plain(dose) + "Gy[%]";
      case VolumeCm3AtDose(double dose) -> "V" + VolumePart.plain(dose) + "Gy[cc]";
      case MeanDose() -> "Dmean";
      case MaximumDose() -> "Dmax";
      case MinimumDose() -> "Dmin";
      case MeanOfHottest(VolumePart part) -> "MOH" + part.text();
      case MeanOfColdest(VolumePart part) -> "MOC" + part.text();
      case DoseComplement(VolumePart part) -> "DC" + part.text();
      case VolumeComplement(double dose, Unit unit) ->
          "CV" + VolumePart.plain(dose) + "Gy[" + unit.symbol() + "]";
    };
  }

  private static void checkDose(double doseGy) {
    if (!(doseGy >= 0 && doseGy < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("the dose of a V metric must be >= 0 Gy: " + doseGy);
    }
  }
}
