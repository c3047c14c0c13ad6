/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.replan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.assistant.numbers.EarlierEqd2;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.planning.PlannedBeams;
import org.recourse.assistant.planning.PlanningSession;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.planning.objective.DoseModel;
import org.recourse.planning.plan.AimedBeams;
import org.recourse.planning.plan.PlanOutcome;
import org.recourse.radiobiology.fractionation.AlphaBetaRatio;
import org.recourse.tuning.proposal.PlanEdit;
import org.recourse.tuning.proposal.PlanEvaluation;

/**
 * A plan whose fluence can be optimised: the patient, the dose of the beamlets of its beams, and
 * the plan as it is, as the same engine delivers it. Thread-safe.
 */
final class PreparedPlan {

  private final PlannedBeams beams;
  private final PlanningSession session;
  private final AimedBeams aimed;
  private final PlanOutcome asItIs;
  private final PlanEdit.NewBeamDoses.Recalculation recalculation;
  private final double[] storedGy;
  private final double[] baseGy;
  private final String frameUid;
  private final PlanEvaluation evaluation;
  private final EarlierEqd2 earlier;
  private final Map<AlphaBetaRatio, double[]> earlierByTissue = new HashMap<>();

  PreparedPlan(
      PlannedBeams beams,
      PlanningSession session,
      AimedBeams aimed,
      PlanOutcome asItIs,
      PlanEdit.NewBeamDoses.Recalculation recalculation,
      PlanNumbers.PlanDose stored,
      PlanEvaluation evaluation) {
    this.beams = beams;
    this.session = session;
    this.aimed = aimed;
    this.asItIs = asItIs;
    this.recalculation = recalculation;
    this.storedGy = values(stored.doseGy());
    this.baseGy = values(asItIs.dose());
    this.frameUid = stored.frameUid();
    this.evaluation = evaluation;
    this.earlier = new EarlierEqd2(evaluation.models().voxels(), evaluation.models().executor());
  }

  /** Doses of all voxels of a grid. */
  static double[] values(DoseGrid grid) {
    GridGeometry geometry = grid.geometry();
    double[] values = new double[geometry.voxelCount()];
    float[] slice = new float[geometry.sliceVoxelCount()];
    for (int z = 0; z < geometry.sizeZ(); z++) {
      grid.copySlice(z, slice);
      for (int i = 0; i < slice.length; i++) {
        values[z * slice.length + i] = slice[i];
      }
    }
    return values;
  }

  /** Doses of some voxels. */
  static double[] gathered(double[] gridGy, int[] voxels) {
    double[] own = new double[voxels.length];
    for (int i = 0; i < own.length; i++) {
      own[i] = gridGy[voxels[i]];
    }
    return own;
  }

  PlannedBeams beams() {
    return beams;
  }

  PlanningSession session() {
    return session;
  }

  AimedBeams aimed() {
    return aimed;
  }

  /** The plan as it is, made of segments. */
  PlanOutcome asItIs() {
    return asItIs;
  }

  PlanEdit.NewBeamDoses.Recalculation recalculation() {
    return recalculation;
  }

  /** Dose of the plan as the case has it, Gy. */
  double[] storedGy() {
    return storedGy;
  }

  /** The same as the engine delivers it, Gy. */
  double[] baseGy() {
    return baseGy;
  }

  String frameUid() {
    return frameUid;
  }

  GridGeometry grid() {
    return session.site().grid();
  }

  /** Voxels of a structure; empty if it has none in the dose grid. */
  Optional<int[]> voxels(String structure) {
    return session.site().voxels(structure).filter(voxels -> voxels.length > 0);
  }

  double volumeCm3(int voxelCount) {
    return voxelCount * grid().voxelVolumeMm3() / 1000;
  }

  /**
   * Returns the dose in EQD2 over all courses as a function of the physical dose of the plan; of
   * the plan alone where the earlier courses have no usable dose, which the checks then say.
   */
  DoseModel cumulative(
      AlphaBetaRatio tissue, int fractionCount, int[] voxels, IProgressMonitor monitor) {
    double[] before;
    synchronized (earlierByTissue) {
      before = earlierByTissue.computeIfAbsent(tissue, ratio -> earlierGy(ratio, monitor));
    }
    return before.length == 0
        ? new DoseModel.Equieffective(tissue, fractionCount)
        : new DoseModel.Cumulative(tissue, fractionCount, gathered(before, voxels));
  }

  private double[] earlierGy(AlphaBetaRatio tissue, IProgressMonitor monitor) {
    return switch (earlier.on(grid(), frameUid, beams.source().snapshot(), tissue, monitor)) {
      case EarlierEqd2.Result.Unknown unknown -> new double[0];
      case EarlierEqd2.Result.Known known -> {
        double[] values = values(known.eqd2());
        for (int i = 0; i < values.length; i++) {
          values[i] = Math.max(0, values[i]);
        }
        yield values;
      }
    };
  }

  /** Doses of the beams of a change under names of their own. */
  List<PlanEdit.NewBeamDoses.BeamDose> beamDoses(PlanOutcome outcome, String what) {
    return beamDoses(outcome, beams, evaluation.freshDoseUid(what), frameUid);
  }

  /** Doses of the beams under names of their own. */
  static List<PlanEdit.NewBeamDoses.BeamDose> beamDoses(
      PlanOutcome outcome, PlannedBeams beams, String name, String frameUid) {
    return outcome.beams().stream()
        .map(
            beam -> {
              int number = beams.beamNumbers().get(beam.number() - 1);
              return new PlanEdit.NewBeamDoses.BeamDose(
                  number,
                  name + "/" + number,
                  frameUid,
                  beam.segments().size(),
                  beam.monitorUnits(),
                  beam.dose());
            })
        .toList();
  }
}
