/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.planning.internal.objectives;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.recourse.dosimetry.dvh.DoseMetric;
import org.recourse.model.ClinicalGoal;
import org.recourse.model.DoseQuantity;
import org.recourse.model.GoalComparison;
import org.recourse.model.PatientCase;
import org.recourse.model.Plan;
import org.recourse.model.Prescription;
import org.recourse.model.Structure;
import org.recourse.ui.planning.internal.plans.PlanStructures;
import org.recourse.ui.widget.Texts;

/**
 * Objectives to begin with: the prescribed dose for the targets, and what the clinical goals of the
 * case ask for. Stateless; UI thread only.
 */
public final class FirstWishes {

  private static final double PRIORITY = 100;

  private FirstWishes() {}

  /** Targets at the prescribed dose; none where no dose is prescribed. */
  public static WishList ofPrescription(Plan plan) {
    Prescription prescription = plan.getPrescription();
    boolean hasFractions = prescription != null && prescription.isSetFractionCount();
    List<String> targets = PlanStructures.targets(plan).stream().map(Structure::getName).toList();
    var rows = new ArrayList<Wish>();
    if (prescription != null && prescription.isSetTotalDoseGy()) {
      for (String target : targets) {
        rows.add(
            Wish.objective(target, WishKind.DEVIATION, prescription.getTotalDoseGy(), PRIORITY));
      }
    }
    return new WishList(hasFractions ? prescription.getFractionCount() : 1, targets, rows);
  }

  /**
   * The goals of a case as objectives of equal priority. A goal on the dose at a small volume or
   * the maximum becomes an upper dose, one on a volume a point of the histogram, one on the mean a
   * hard limit of the mean. Goals whose structure the plan lacks, or that ask for something else,
   * are left out.
   */
  public static List<Wish> ofGoals(PatientCase patientCase, Plan plan) {
    return patientCase.getGoals().stream()
        .map(goal -> ofGoal(goal, plan))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Wish> ofGoal(ClinicalGoal goal, Plan plan) {
    Optional<Structure> structure = structure(goal, plan);
    if (structure.isEmpty() || goal.getMetric() == null) { // EMF: an unset text is null
      return Optional.empty();
    }
    Optional<DoseMetric> metric;
    try {
      metric = Optional.of(DoseMetric.parse(goal.getMetric()));
    } catch (IllegalArgumentException e) {
      metric = Optional.empty(); // the goals' own table says so
    }
    return metric
        .flatMap(known -> wish(goal, known, structure.get().getName()))
        .flatMap(wish -> inDose(wish, goal.getQuantity(), structure.get()));
  }

  private static Optional<Structure> structure(ClinicalGoal goal, Plan plan) {
    String name = Texts.orEmpty(goal.getStructureName());
    return PlanStructures.all(plan).stream()
        .filter(
            one ->
                name.equalsIgnoreCase(Texts.orEmpty(one.getName()))
                    || name.equalsIgnoreCase(Texts.orEmpty(one.getTg263Name())))
        .findFirst();
  }

  private static Optional<Wish> wish(ClinicalGoal goal, DoseMetric metric, String structure) {
    boolean atMost = goal.getComparison() == GoalComparison.AT_MOST;
    double limit = goal.getLimit();
    return switch (metric) {
      case DoseMetric.DoseAtVolumePercent at -> bound(structure, atMost, limit);
      case DoseMetric.DoseAtVolumeCm3 at -> bound(structure, atMost, limit);
      case DoseMetric.MaximumDose max -> bound(structure, atMost, limit);
      case DoseMetric.MinimumDose min -> bound(structure, atMost, limit);
      case DoseMetric.MeanDose mean ->
          atMost
              ? Optional.of(Wish.objective(structure, WishKind.LIMIT_MEAN, limit, PRIORITY))
              : Optional.empty();
      case DoseMetric.VolumePercentAtDose(double doseGy) ->
          limit > 0 && limit < 100
              ? Optional.of(
                  Wish.objective(
                          structure,
                          atMost ? WishKind.VOLUME_AT_MOST : WishKind.VOLUME_AT_LEAST,
                          doseGy,
                          PRIORITY)
                      .withVolumePercent(limit))
              : Optional.empty();
      case DoseMetric.VolumeCm3AtDose at -> Optional.empty();
      case DoseMetric.MeanOfHottest hottest -> Optional.empty();
      case DoseMetric.MeanOfColdest coldest -> Optional.empty();
      case DoseMetric.DoseComplement complement -> Optional.empty();
      case DoseMetric.VolumeComplement complement -> Optional.empty();
    };
  }

  private static Optional<Wish> bound(String structure, boolean atMost, double limitGy) {
    WishKind kind = atMost ? WishKind.OVERDOSE : WishKind.UNDERDOSE;
    return Optional.of(Wish.objective(structure, kind, limitGy, PRIORITY));
  }

  private static Optional<Wish> inDose(Wish wish, DoseQuantity quantity, Structure structure) {
    WishDose dose =
        switch (quantity) {
          case PHYSICAL -> WishDose.PHYSICAL;
          case PLAN_EQD2 -> WishDose.EQD2;
          case CUMULATIVE_EQD2 -> WishDose.CUMULATIVE_EQD2;
        };
    if (dose == WishDose.PHYSICAL) {
      return Optional.of(wish);
    }
    return structure.isSetAlphaBetaGy()
        ? Optional.of(wish.withDose(dose, structure.getAlphaBetaGy()))
        : Optional.empty();
  }
}
