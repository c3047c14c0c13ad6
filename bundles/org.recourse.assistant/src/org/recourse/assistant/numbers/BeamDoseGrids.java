/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.numbers;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.assistant.cases.CaseVoxels;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.model.DoseSummation;

/**
 * The doses of the single beams of a plan at weight 1, each as it enters the sum of the plan: with
 * normalisation and prescription, on the one grid of that sum. Thread-safe.
 */
public final class BeamDoseGrids {

  /** Doses, or why there are none. */
  public sealed interface Result {

    /**
     * The doses.
     *
     * @param beams beams that are switched on
     * @param doses of each of them, all on one grid
     * @param findings reservations
     */
    record Known(List<BeamState> beams, List<DoseGrid> doses, List<Finding> findings)
        implements Result {
      public Known {
        beams = List.copyOf(beams);
        doses = List.copyOf(doses);
        findings = List.copyOf(findings);
      }
    }

    /** No doses; a sentence says what is missing and what to do. */
    record Unknown(String reason) implements Result {}
  }

  private final CaseVoxels voxels;
  private final SliceExecutor executor;

  public BeamDoseGrids(CaseVoxels voxels, SliceExecutor executor) {
    this.voxels = voxels;
    this.executor = executor;
  }

  /** Reads the beams of a plan. */
  public Result of(PlanState plan, IProgressMonitor monitor) {
    List<BeamState> beams = plan.beams().stream().filter(BeamState::enabled).toList();
    if (beams.isEmpty()) {
      return new Result.Unknown("The plan has no beam that is switched on.");
    }
    SubMonitor progress = SubMonitor.convert(monitor, "Reading beam doses", beams.size());
    List<DoseGrid> doses = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    for (BeamState beam : beams) {
      PlanState alone = alone(plan, beam);
      if (alone.doses().isEmpty()) {
        return new Result.Unknown(
            "Beam " + beam.name() + " has no dose of its own; export the plan with beam doses.");
      }
      PlanDoseSum.Result one = new PlanDoseSum(voxels, executor).of(alone, progress.split(1));
      if (one.dose().isEmpty()) {
        return new Result.Unknown(
            one.findings().isEmpty()
                ? "The dose of beam " + beam.name() + " is not known."
                : one.findings().getFirst().text());
      }
      findings.addAll(one.findings());
      doses.add(one.dose().get().doseGy());
    }
    if (doses.stream().anyMatch(dose -> !dose.geometry().equals(doses.getFirst().geometry()))) {
      return new Result.Unknown(
          "The doses of the beams lie on different grids; export them on one grid.");
    }
    return new Result.Known(beams, doses, findings.stream().distinct().toList());
  }

  private static PlanState alone(PlanState plan, BeamState beam) {
    List<DoseState> own =
        plan.doses().stream()
            .filter(dose -> dose.summation() == DoseSummation.BEAM)
            .filter(dose -> dose.beamNumber().equals(java.util.OptionalInt.of(beam.number())))
            .toList();
    return new PlanState(
        plan.label(),
        plan.prescription(),
        plan.normalisationPercent(),
        List.of(new BeamState(beam.number(), beam.name(), 1, true)),
        own,
        plan.importedTotalDoseGy(),
        plan.importedFractionCount(),
        plan.structureSetUid());
  }
}
