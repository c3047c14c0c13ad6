/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.risk.organ;

import java.util.Locale;
import java.util.OptionalDouble;
import org.recourse.dosimetry.dvh.DoseMetric;
import org.recourse.radiobiology.conversion.LinearQuadratic;
import org.recourse.radiobiology.fractionation.AlphaBetaRatio;
import org.recourse.radiobiology.fractionation.Fractionation;
import org.recourse.risk.RiskCourse;
import org.recourse.risk.RiskInputValue;
import org.recourse.risk.RiskStructure;
import org.recourse.risk.RiskUnit;
import org.recourse.risk.TypedOrganDose;

/**
 * Near-maximum dose of an organ from a course on paper, as EQD2. EQD2 grows with dose at a fixed
 * fraction number, so the EQD2 of a dose-volume figure is the figure of the EQD2.
 *
 * @param courseLabel course it belongs to
 * @param volumeCm3 volume of the figure; 0 for the maximum
 * @param doseGy physical dose of the course
 * @param fractionCount fractions of the course
 * @param eqd2Gy the dose as EQD2
 */
record TypedEqd2(
    String courseLabel, double volumeCm3, double doseGy, int fractionCount, double eqd2Gy) {

  /** A figure, or the sentence that says what is missing. */
  sealed interface Lookup {
    record Found(TypedEqd2 dose) implements Lookup {}

    record Lacking(String sentence) implements Lookup {}
  }

  /** Looks for the figure with the smallest volume, best the maximum. */
  static Lookup of(RiskCourse course, Organ organ, RiskStructure structure, AlphaBetaRatio tissue) {
    double bestVolumeCm3 = Double.POSITIVE_INFINITY;
    double bestDoseGy = 0;
    for (TypedOrganDose typed : course.typedDoses()) {
      OptionalDouble volume = nearMaximumVolumeCm3(typed.metric());
      if (isOf(typed, organ, structure)
          && volume.isPresent()
          && volume.getAsDouble() < bestVolumeCm3) {
        bestVolumeCm3 = volume.getAsDouble();
        bestDoseGy = typed.doseGy();
      }
    }
    if (bestVolumeCm3 == Double.POSITIVE_INFINITY) {
      return new Lookup.Lacking(
          course.label()
              + " is known from paper only and has no maximum dose of the "
              + organ.words()
              + ". Type it as Dmax in Courses; type 0 Gy if the organ was far from the fields.");
    }
    if (bestDoseGy > 0 && course.fractionCount().isEmpty()) {
      return new Lookup.Lacking(
          "The number of fractions of "
              + course.label()
              + " is not known, so its EQD2 cannot be computed. Enter it in Courses.");
    }
    int fractions = course.fractionCount().orElse(1);
    double eqd2Gy = LinearQuadratic.eqd2Gy(new Fractionation(bestDoseGy, fractions), tissue);
    return new Lookup.Found(
        new TypedEqd2(course.label(), bestVolumeCm3, bestDoseGy, fractions, eqd2Gy));
  }

  RiskInputValue toInputValue(Organ organ) {
    String metric = volumeCm3 == 0 ? "Dmax" : "D" + volumeCm3 + "cc";
    return new RiskInputValue(
        metric + ", " + organ.words() + ", " + courseLabel,
        eqd2Gy,
        RiskUnit.EQD2_GY,
        String.format(
            Locale.ROOT,
            "typed from paper: %.1f Gy physical, %d fractions",
            doseGy,
            fractionCount));
  }

  private static boolean isOf(TypedOrganDose typed, Organ organ, RiskStructure structure) {
    return OrganNames.matches(organ, typed.structureName())
        || typed.structureName().equalsIgnoreCase(structure.name())
        || typed.structureName().equalsIgnoreCase(structure.tg263Name());
  }

  private static OptionalDouble nearMaximumVolumeCm3(String metric) {
    try {
      return switch (DoseMetric.parse(metric)) {
        case DoseMetric.MaximumDose maximum -> OptionalDouble.of(0);
        case DoseMetric.DoseAtVolumeCm3(double volume) -> OptionalDouble.of(volume);
        case DoseMetric.DoseAtVolumePercent percent -> OptionalDouble.empty();
        case DoseMetric.VolumePercentAtDose volume -> OptionalDouble.empty();
        case DoseMetric.VolumeCm3AtDose volume -> OptionalDouble.empty();
        case DoseMetric.MeanDose mean -> OptionalDouble.empty();
        case DoseMetric.MinimumDose minimum -> OptionalDouble.empty();
        case DoseMetric.MeanOfHottest mean -> OptionalDouble.empty();
        case DoseMetric.MeanOfColdest mean -> OptionalDouble.empty();
        case DoseMetric.DoseComplement dose -> OptionalDouble.empty();
        case DoseMetric.VolumeComplement volume -> OptionalDouble.empty();
      };
    } catch (
        IllegalArgumentException e) { // typed by hand: not a metric, so no figure of this organ
      return OptionalDouble.empty();
    }
  }
}
