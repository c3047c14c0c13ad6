/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.proposal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.recourse.assistant.numbers.BeamState;
import org.recourse.assistant.numbers.PlanSnapshot;
import org.recourse.assistant.numbers.PrescriptionState;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.planning.plan.PlanOutcome;

/** A change of the assessed plan as values; made real by one undoable command. Immutable. */
public sealed interface PlanEdit {

  /** Returns the snapshot with the change made. The case has an assessed plan. */
  PlanSnapshot appliedTo(PlanSnapshot snapshot);

  /** Returns the change in words. */
  String text();

  /**
   * Weights of beams, by beam number; beams not named keep theirs.
   *
   * @param weightByBeam new weights, finite and not negative
   */
  record BeamWeights(SortedMap<Integer, Double> weightByBeam) implements PlanEdit {
    public BeamWeights {
      weightByBeam = Collections.unmodifiableSortedMap(new TreeMap<>(weightByBeam));
      for (double weight : weightByBeam.values()) {
        if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
          throw new IllegalArgumentException("a beam weight is finite and >= 0: " + weight);
        }
      }
    }

    @Override
    public PlanSnapshot appliedTo(PlanSnapshot snapshot) {
      return Snapshots.withPlan(
          snapshot,
          plan ->
              Snapshots.withBeams(
                  plan,
                  plan.beams().stream()
                      .map(
                          beam ->
                              new BeamState(
                                  beam.number(),
                                  beam.name(),
                                  weightByBeam.getOrDefault(beam.number(), beam.weight()),
                                  beam.enabled()))
                      .toList()));
    }

    @Override
    public String text() {
      List<String> parts = new ArrayList<>();
      for (Map.Entry<Integer, Double> entry : weightByBeam.entrySet()) {
        parts.add(String.format(Locale.ROOT, "beam %d: %.3f", entry.getKey(), entry.getValue()));
      }
      return "Weights of beams: " + String.join(", ", parts) + ".";
    }
  }

  /**
   * A prescription: total dose, fractions and their spread over the day. The physical dose follows
   * the total dose.
   *
   * @param totalDoseGy above 0
   * @param fractionCount at least 1
   * @param fractionsPerDay at least 1
   * @param hoursBetweenFractions hours between two fractions of one day; empty if once daily
   */
  record Schedule(
      double totalDoseGy,
      int fractionCount,
      int fractionsPerDay,
      OptionalDouble hoursBetweenFractions)
      implements PlanEdit {
    public Schedule {
      Objects.requireNonNull(hoursBetweenFractions, "hoursBetweenFractions");
      if (!(totalDoseGy > 0 && totalDoseGy < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("totalDoseGy must be finite and > 0: " + totalDoseGy);
      }
      if (fractionCount < 1 || fractionsPerDay < 1) {
        throw new IllegalArgumentException(fractionCount + " fractions, " + fractionsPerDay);
      }
    }

    @Override
    public PlanSnapshot appliedTo(PlanSnapshot snapshot) {
      return Snapshots.withPrescription(
          snapshot,
          old ->
              new PrescriptionState(
                  OptionalDouble.of(totalDoseGy),
                  OptionalInt.of(fractionCount),
                  fractionsPerDay,
                  hoursBetweenFractions,
                  old.targetName()));
    }

    @Override
    public String text() {
      String daily =
          fractionsPerDay == 1
              ? "once daily"
              : fractionsPerDay
                  + " fractions a day, "
                  + String.format(Locale.ROOT, "%.0f h apart", hoursBetweenFractions.orElse(0));
      return String.format(
          Locale.ROOT,
          "%.2f Gy in %d fractions of %.2f Gy, %s.",
          totalDoseGy,
          fractionCount,
          totalDoseGy / fractionCount,
          daily);
    }
  }

  /**
   * New doses of the same beams, computed from segments that a machine can deliver. They exist in
   * memory only until the proposal is accepted, which writes them.
   *
   * @param beams one for each beam of the plan that is switched on
   * @param description what was optimised
   * @param outcome what is delivered, beams in the same order; accepting writes it
   * @param recalculation the plan as it is, computed by the same engine
   */
  record NewBeamDoses(
      List<BeamDose> beams, String description, PlanOutcome outcome, Recalculation recalculation)
      implements PlanEdit {

    /**
     * The dose of a beam.
     *
     * @param beamNumber beam of the plan
     * @param doseUid name under which the dose is found until it is written
     * @param frameUid frame of reference of the plan
     * @param segments shapes that are delivered
     * @param monitorUnits of one fraction
     * @param doseGy dose of all fractions at weight 1 and 100 % normalisation
     */
    public record BeamDose(
        int beamNumber,
        String doseUid,
        String frameUid,
        int segments,
        double monitorUnits,
        DoseGrid doseGy) {
      public BeamDose {
        Objects.requireNonNull(doseUid, "doseUid");
        Objects.requireNonNull(frameUid, "frameUid");
        Objects.requireNonNull(doseGy, "doseGy");
      }
    }

    /**
     * The plan as it is, computed by the engine that computed the new doses from a fluence that was
     * fitted to its dose. New doses are judged against it as well as against the plan itself, so
     * that the difference of two engines never passes for a gain.
     *
     * @param engine name of the engine
     * @param beams doses of the beams as they are
     * @param difference by how much it differs from the dose of the plan
     */
    public record Recalculation(String engine, List<BeamDose> beams, DoseDifference difference) {
      public Recalculation {
        Objects.requireNonNull(engine, "engine");
        beams = List.copyOf(beams);
        Objects.requireNonNull(difference, "difference");
      }
    }

    public NewBeamDoses {
      beams = List.copyOf(beams);
      Objects.requireNonNull(description, "description");
      Objects.requireNonNull(outcome, "outcome");
      Objects.requireNonNull(recalculation, "recalculation");
      if (beams.isEmpty() || beams.size() != outcome.beams().size()) {
        throw new IllegalArgumentException(
            beams.size() + " doses for " + outcome.beams().size() + " beams");
      }
    }

    @Override
    public PlanSnapshot appliedTo(PlanSnapshot snapshot) {
      return Snapshots.withBeamDoses(snapshot, beams);
    }

    @Override
    public String text() {
      int segments = beams.stream().mapToInt(BeamDose::segments).sum();
      return description + " " + beams.size() + " beams, " + segments + " segments.";
    }
  }
}
