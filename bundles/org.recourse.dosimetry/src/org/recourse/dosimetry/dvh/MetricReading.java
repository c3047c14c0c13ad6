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
import java.util.function.DoubleUnaryOperator;
import org.recourse.dosimetry.dvh.DoseMetric.DoseAtVolumeCm3;
import org.recourse.dosimetry.dvh.DoseMetric.DoseAtVolumePercent;
import org.recourse.dosimetry.dvh.DoseMetric.DoseComplement;
import org.recourse.dosimetry.dvh.DoseMetric.MaximumDose;
import org.recourse.dosimetry.dvh.DoseMetric.MeanDose;
import org.recourse.dosimetry.dvh.DoseMetric.MeanOfColdest;
import org.recourse.dosimetry.dvh.DoseMetric.MeanOfHottest;
import org.recourse.dosimetry.dvh.DoseMetric.MinimumDose;
import org.recourse.dosimetry.dvh.DoseMetric.VolumeCm3AtDose;
import org.recourse.dosimetry.dvh.DoseMetric.VolumeComplement;
import org.recourse.dosimetry.dvh.DoseMetric.VolumePercentAtDose;
import org.recourse.dosimetry.dvh.MetricValue.Defined;
import org.recourse.dosimetry.dvh.MetricValue.Undefined;
import org.recourse.dosimetry.dvh.MetricValue.Unit;
import org.recourse.dosimetry.dvh.NumericalError.Method;

/** Reads metrics and their errors from one histogram. */
record MetricReading(Dvh dvh) {

  private static final double PERCENT = 100;

  MetricValue value(DoseMetric metric) {
    return switch (metric) {
      case DoseAtVolumePercent(double percent) -> gy(dvh.doseAtVolumePercentGy(percent));
      case DoseAtVolumeCm3(double volume) ->
          ofPart(metric, new VolumePart(volume, Unit.CM3), dvh::doseAtVolumePercentGy);
      case VolumePercentAtDose(double dose) ->
          new Defined(dvh.volumeAtDosePercent(dose), Unit.PERCENT);
      case VolumeCm3AtDose(double dose) -> new Defined(dvh.volumeAtDoseCm3(dose), Unit.CM3);
      case VolumeComplement(double dose, Unit unit) ->
          unit == Unit.PERCENT
              ? new Defined(PERCENT - dvh.volumeAtDosePercent(dose), unit)
              : new Defined(dvh.coveredVolumeCm3() - dvh.volumeAtDoseCm3(dose), unit);
      case MeanDose() -> gy(dvh.meanGy());
      case MaximumDose() -> gy(dvh.maxGy());
      case MinimumDose() -> gy(dvh.minGy());
      case MeanOfHottest(VolumePart part) -> ofPart(metric, part, dvh::meanOfHottestGy);
      case MeanOfColdest(VolumePart part) -> ofPart(metric, part, dvh::meanOfColdestGy);
      case DoseComplement(VolumePart part) ->
          ofPart(metric, part, percent -> dvh.doseAtVolumePercentGy(PERCENT - percent));
    };
  }

  private static MetricValue gy(double doseGy) {
    return new Defined(doseGy, Unit.GY);
  }

  private double percentOf(VolumePart part) {
    return part.unit() == Unit.PERCENT
        ? part.amount()
        : PERCENT * part.amount() / dvh.coveredVolumeCm3();
  }

  private MetricValue ofPart(
      DoseMetric metric, VolumePart part, DoubleUnaryOperator doseAtPercentGy) {
    double percent = percentOf(part);
    if (percent > PERCENT) {
      return new Undefined(
          String.format(
              Locale.ROOT,
              "%s is not defined: the structure has %.3g cc inside the dose grid.",
              metric.text(),
              dvh.coveredVolumeCm3()));
    }
    return gy(doseAtPercentGy.applyAsDouble(percent));
  }

  Optional<NumericalError> error(DoseMetric metric) {
    return switch (value(metric)) {
      case Undefined undefined -> Optional.empty();
      case Defined defined -> Optional.of(errorOfDefined(metric));
    };
  }

  private NumericalError errorOfDefined(DoseMetric metric) {
    return switch (metric) {
      case DoseAtVolumePercent(double percent) -> doseError(percent);
      case DoseAtVolumeCm3(double volume) -> doseError(percentOf(new VolumePart(volume, Unit.CM3)));
      case DoseComplement(VolumePart part) -> doseError(PERCENT - percentOf(part));
      // A mean over a part is no less certain than the dose at its border.
      case MeanOfHottest(VolumePart part) -> doseError(percentOf(part));
      case MeanOfColdest(VolumePart part) -> doseError(PERCENT - percentOf(part));
      case VolumePercentAtDose(double dose) -> volumeError(dose, Unit.PERCENT);
      case VolumeCm3AtDose(double dose) -> volumeError(dose, Unit.CM3);
      case VolumeComplement(double dose, Unit unit) -> volumeError(dose, unit);
      case MeanDose() -> new NumericalError(dvh.meanErrorGy(), Unit.GY, Method.HALF_OF_SAMPLES);
      case MaximumDose() -> new NumericalError(dvh.maxErrorGy(), Unit.GY, Method.EXTREME_OF_HALF);
      case MinimumDose() -> new NumericalError(dvh.minErrorGy(), Unit.GY, Method.EXTREME_OF_HALF);
    };
  }

  private NumericalError doseError(double percent) {
    if (percent <= 0) {
      return new NumericalError(dvh.maxErrorGy(), Unit.GY, Method.EXTREME_OF_HALF);
    }
    double error = dvh.doseErrorGy(percent);
    return new NumericalError(
        error, Unit.GY, error > Dvh.BIN_GY / 2 ? Method.HALF_OF_SAMPLES : Method.HALF_BIN);
  }

  private NumericalError volumeError(double doseGy, Unit unit) {
    double percent = dvh.volumeErrorPercent(doseGy);
    double error = unit == Unit.PERCENT ? percent : percent * dvh.coveredVolumeCm3() / PERCENT;
    return new NumericalError(error, unit, Method.HALF_OF_SAMPLES);
  }
}
