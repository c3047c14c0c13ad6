/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.wishes;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.recourse.grid.geometry.Vector3;
import org.recourse.planning.json.JsonFields;
import org.recourse.planning.json.PlanningFileException;
import org.recourse.planning.objective.Conformity;
import org.recourse.planning.objective.DoseModel;
import org.recourse.planning.objective.DoseVolume;
import org.recourse.planning.objective.GeneralisedEquivalentDose;
import org.recourse.planning.objective.MeanDose;
import org.recourse.planning.objective.Objective;
import org.recourse.planning.objective.SquaredDeviation;
import org.recourse.planning.objective.SquaredOverdose;
import org.recourse.planning.objective.SquaredUnderdose;
import org.recourse.planning.optimisation.PlanConstraint;
import org.recourse.planning.optimisation.PlanObjective;
import org.recourse.planning.optimisation.Scenario;
import org.recourse.planning.site.PlanningSite;
import org.recourse.radiobiology.fractionation.AlphaBetaRatio;

/**
 * Objectives and constraints of a plan, for structures by name. The file is JSON with the schema
 * {@value #SCHEMA}, described in {@code docs/objectives.md}. Immutable.
 *
 * @param fractionCount of the planned course
 * @param targets structures that the beams are aimed at
 * @param objectives weighted wishes
 * @param constraints limits that must hold
 * @param shiftsMm by how much previous courses may lie elsewhere than their registration says,
 *     patient mm; at least one, and one that is 0 where their place is taken as certain
 */
public record PlanWishes(
    int fractionCount,
    List<String> targets,
    List<Wish> objectives,
    List<Limit> constraints,
    List<Vector3> shiftsMm) {

  public static final String SCHEMA = "recourse/objectives/1";

  /** In which dose a wish is measured. */
  public enum Measure {
    PHYSICAL,
    EQD2,
    CUMULATIVE_EQD2
  }

  /**
   * A dose to measure in.
   *
   * @param measure kind of dose
   * @param alphaBetaGy without meaning for physical dose
   * @param judgement what counts where the place of previous courses is uncertain
   */
  public record Dose(Measure measure, double alphaBetaGy, Scenario.Judgement judgement) {}

  /**
   * A weighted wish.
   *
   * @param structure name
   * @param without structures whose voxels are left out
   * @param objective what is wanted
   * @param dose the dose it is measured in
   * @param weight priority, at least 0
   */
  public record Wish(
      String structure, List<String> without, Objective objective, Dose dose, double weight) {

    public Wish {
      without = List.copyOf(without);
    }
  }

  /**
   * A limit.
   *
   * @param structure name
   * @param kind what is limited
   * @param limitGy in the dose it is measured in
   * @param dose the dose it is measured in
   * @param marginMm voxels this near to the structure count as well, not negative
   */
  public record Limit(
      String structure, PlanConstraint.Kind kind, double limitGy, Dose dose, double marginMm) {}

  public PlanWishes {
    if (fractionCount < 1 || targets.isEmpty() || shiftsMm.isEmpty()) {
      throw new IllegalArgumentException(
          fractionCount + " fractions, targets " + targets + ", shifts " + shiftsMm);
    }
    shiftsMm = List.copyOf(shiftsMm);
    targets = List.copyOf(targets);
    objectives = List.copyOf(objectives);
    constraints = List.copyOf(constraints);
  }

  /**
   * @throws PlanningFileException with the place and the fault
   */
  public static PlanWishes read(String text) throws PlanningFileException {
    JsonFields fields = JsonFields.ofText(text, SCHEMA);
    fields.allow(
        Set.of("schema", "fractionCount", "targets", "objectives", "constraints", "shiftsMm"));
    var objectives = new ArrayList<Wish>();
    for (JsonFields one : fields.children("objectives")) {
      objectives.add(wish(one));
    }
    var constraints = new ArrayList<Limit>();
    if (fields.has("constraints")) {
      for (JsonFields one : fields.children("constraints")) {
        constraints.add(limit(one));
      }
    }
    List<String> targets = fields.texts("targets");
    if (targets.isEmpty() || objectives.isEmpty()) {
      throw fields.fault(targets.isEmpty() ? "targets" : "objectives", "is empty");
    }
    return new PlanWishes(
        fields.count("fractionCount", 1), targets, objectives, constraints, shifts(fields));
  }

  private static List<Vector3> shifts(JsonFields fields) throws PlanningFileException {
    if (!fields.has("shiftsMm")) {
      return List.of(Vector3.ZERO);
    }
    var shifts = new ArrayList<Vector3>();
    for (double[] one : fields.numberLists("shiftsMm", 3)) {
      shifts.add(new Vector3(one[0], one[1], one[2]));
    }
    if (shifts.isEmpty()) {
      throw fields.fault("shiftsMm", "is empty");
    }
    return shifts;
  }

  private static Wish wish(JsonFields fields) throws PlanningFileException {
    fields.allow(
        Set.of(
            "structure",
            "without",
            "kind",
            "doseGy",
            "volumePercent",
            "exponent",
            "weight",
            "dose",
            "alphaBetaGy",
            "judgement"));
    double weight = fields.number("weight");
    if (weight < 0) {
      throw fields.fault("weight", "is below 0: " + weight);
    }
    try {
      return new Wish(
          fields.text("structure"),
          fields.has("without") ? fields.texts("without") : List.of(),
          objective(fields),
          dose(fields),
          weight);
    } catch (IllegalArgumentException e) {
      throw fields.fault("kind", "cannot be used: " + e.getMessage());
    }
  }

  private static Objective objective(JsonFields fields) throws PlanningFileException {
    return switch (fields.text("kind")) {
      case "deviation" -> new SquaredDeviation(fields.number("doseGy"));
      case "overdose" -> new SquaredOverdose(fields.number("doseGy"));
      case "underdose" -> new SquaredUnderdose(fields.number("doseGy"));
      case "mean" -> new MeanDose();
      case "gEud" ->
          new GeneralisedEquivalentDose(fields.number("exponent"), fields.number("doseGy"));
      case "conformity" -> new Conformity(fields.number("doseGy"));
      case "doseVolumeAtMost" -> doseVolume(fields, DoseVolume.Bound.AT_MOST);
      case "doseVolumeAtLeast" -> doseVolume(fields, DoseVolume.Bound.AT_LEAST);
      default ->
          throw fields.fault(
              "kind",
              "is none of deviation, overdose, underdose, mean, gEud, conformity,"
                  + " doseVolumeAtMost, doseVolumeAtLeast");
    };
  }

  private static DoseVolume doseVolume(JsonFields fields, DoseVolume.Bound bound)
      throws PlanningFileException {
    return new DoseVolume(fields.number("doseGy"), fields.number("volumePercent") / 100, bound);
  }

  private static Limit limit(JsonFields fields) throws PlanningFileException {
    fields.allow(
        Set.of("structure", "kind", "limitGy", "dose", "alphaBetaGy", "judgement", "marginMm"));
    PlanConstraint.Kind kind =
        switch (fields.text("kind")) {
          case "maximum" -> PlanConstraint.Kind.MAXIMUM;
          case "minimum" -> PlanConstraint.Kind.MINIMUM;
          case "mean" -> PlanConstraint.Kind.MEAN;
          default -> throw fields.fault("kind", "is none of maximum, minimum, mean");
        };
    double limitGy = fields.number("limitGy");
    if (limitGy < 0) {
      throw fields.fault("limitGy", "is below 0: " + limitGy);
    }
    double marginMm = fields.numberOr("marginMm", 0);
    if (marginMm < 0) {
      throw fields.fault("marginMm", "is below 0: " + marginMm);
    }
    return new Limit(fields.text("structure"), kind, limitGy, dose(fields), marginMm);
  }

  private static Dose dose(JsonFields fields) throws PlanningFileException {
    Measure measure =
        switch (fields.optionalText("dose").orElse("physical")) {
          case "physical" -> Measure.PHYSICAL;
          case "eqd2" -> Measure.EQD2;
          case "cumulativeEqd2" -> Measure.CUMULATIVE_EQD2;
          default -> throw fields.fault("dose", "is none of physical, eqd2, cumulativeEqd2");
        };
    double alphaBetaGy = measure == Measure.PHYSICAL ? 0 : fields.number("alphaBetaGy");
    if (measure != Measure.PHYSICAL && !(alphaBetaGy > 0)) {
      throw fields.fault("alphaBetaGy", "must be above 0: " + alphaBetaGy);
    }
    Scenario.Judgement judgement =
        switch (fields.optionalText("judgement").orElse("worst")) {
          case "worst" -> Scenario.Judgement.WORST;
          case "mean" -> Scenario.Judgement.MEAN;
          default -> throw fields.fault("judgement", "is neither worst nor mean");
        };
    return new Dose(measure, alphaBetaGy, judgement);
  }

  /**
   * The objectives for a patient.
   *
   * @throws PlanningFileException if a structure is missing or empty, or there is no background
   */
  public List<PlanObjective> objectives(PlanningSite site, Background background)
      throws PlanningFileException {
    var resolved = new ArrayList<PlanObjective>();
    for (Wish wish : objectives) {
      require(site, wish.structure());
      for (String other : wish.without()) {
        require(site, other);
      }
      int[] voxels = site.voxelsWithout(wish.structure(), wish.without());
      if (voxels.length == 0) {
        throw new PlanningFileException(wish.structure() + " holds no voxel of the dose grid");
      }
      var scenario = new Scenario(models(wish.dose(), voxels, background), wish.dose().judgement());
      resolved.add(
          new PlanObjective(wish.structure(), voxels, wish.objective(), scenario, wish.weight()));
    }
    return resolved;
  }

  /** The constraints for a patient; under uncertainty one for each possibility. */
  public List<PlanConstraint> constraints(PlanningSite site, Background background)
      throws PlanningFileException {
    var resolved = new ArrayList<PlanConstraint>();
    for (Limit limit : constraints) {
      require(site, limit.structure());
      int[] voxels = site.voxelsWithin(limit.structure(), limit.marginMm()).orElseThrow();
      for (DoseModel model : models(limit.dose(), voxels, background)) {
        resolved.add(
            new PlanConstraint(limit.structure(), voxels, limit.kind(), limit.limitGy(), model));
      }
    }
    return resolved;
  }

  private static int[] require(PlanningSite site, String structure) throws PlanningFileException {
    int[] voxels =
        site.voxels(structure)
            .orElseThrow(
                () ->
                    new PlanningFileException(
                        "there is no structure "
                            + structure
                            + "; there are "
                            + String.join(", ", site.structures().keySet())));
    if (voxels.length == 0) {
      throw new PlanningFileException(structure + " holds no voxel of the dose grid");
    }
    return voxels;
  }

  private List<DoseModel> models(Dose dose, int[] voxels, Background background)
      throws PlanningFileException {
    return switch (dose.measure()) {
      case PHYSICAL -> List.of(new DoseModel.Physical());
      case EQD2 ->
          List.of(
              new DoseModel.Equieffective(new AlphaBetaRatio(dose.alphaBetaGy()), fractionCount));
      case CUMULATIVE_EQD2 -> {
        var models = new ArrayList<DoseModel>();
        for (double[] eqd2Gy : background.eqd2Gy(dose.alphaBetaGy(), voxels, shiftsMm)) {
          models.add(
              new DoseModel.Cumulative(
                  new AlphaBetaRatio(dose.alphaBetaGy()), fractionCount, eqd2Gy));
        }
        yield models;
      }
    };
  }
}
