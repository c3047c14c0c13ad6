/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.planning.beam.BeamAngles;
import org.recourse.planning.beam.Beamlets;
import org.recourse.planning.influence.DoseInfluence;
import org.recourse.planning.influence.InfluenceMatrix;
import org.recourse.planning.influence.PlannedBeam;
import org.recourse.planning.optimisation.FluenceProblem;
import org.recourse.planning.optimisation.PlanConstraint;
import org.recourse.planning.optimisation.PlanObjective;
import org.recourse.planning.optimisation.PlanOptimisation;
import org.recourse.planning.sequencing.LeafSequencing;
import org.recourse.planning.sequencing.Segment;

/**
 * Optimises fluence, makes it deliverable, and sums the doses of the beams.
 *
 * @param optimisation the search
 * @param levels steps of fluence that a beam is delivered in, at least 1
 * @param executor runs the kernels
 */
public record FluencePlanning(PlanOptimisation optimisation, int levels, SliceExecutor executor) {

  /** 1 Gy at the depth of maximum dose for 100 MU at 1000 mm, as the generic machine is scaled. */
  private static final double MONITOR_UNITS_PER_FLUENCE = 100;

  /**
   * What is planned.
   *
   * @param angles of each beam
   * @param beams with their beamlets, in the order of {@code influence}
   * @param influence total dose per unit fluence
   * @param objectives weighted wishes
   * @param constraints limits
   * @param targetGy greatest wanted dose, for the first guess
   * @param targetVoxels where it is wanted
   * @param fractionCount of the course
   */
  public record Task(
      List<BeamAngles> angles,
      List<PlannedBeam> beams,
      DoseInfluence influence,
      List<PlanObjective> objectives,
      List<PlanConstraint> constraints,
      double targetGy,
      int[] targetVoxels,
      int fractionCount) {}

  /** Plans. A cancelled search ends with the best plan found. */
  public PlanOutcome plan(Task task, IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, "Optimising", 100);
    List<Double> path = new ArrayList<>();
    PlanOptimisation.Result found =
        optimisation.optimise(
            task.influence(),
            task.objectives(),
            task.constraints(),
            start(task, progress),
            (iteration, value, weights) -> path.add(value),
            executor,
            progress.split(80));
    double[] delivered = new double[found.weight().length];
    var segments = new ArrayList<List<Segment>>();
    int first = 0;
    for (PlannedBeam beam : task.beams()) {
      Beamlets beamlets = beam.beamlets();
      double[] own = Arrays.copyOfRange(found.weight(), first, first + beamlets.count());
      LeafSequencing.Sequence sequence = new LeafSequencing(levels).sequence(beamlets, own);
      System.arraycopy(sequence.fluence(), 0, delivered, first, own.length);
      segments.add(sequence.segments());
      first += own.length;
    }
    var check =
        new FluenceProblem(task.influence(), task.objectives(), task.constraints(), executor);
    check.evaluateObjectives(delivered);
    List<PlanOutcome.OutcomeBeam> beams = beams(task, delivered, segments, progress.split(20));
    long nonZeros = task.influence() instanceof InfluenceMatrix matrix ? matrix.nonZeroCount() : 0;
    return new PlanOutcome(
        beams,
        grid(task.influence().geometry(), check.doseGy()),
        found.objective(),
        check.objectiveValue(),
        check.excessesGy(),
        path,
        found.end(),
        nonZeros);
  }

  private double[] start(Task task, IProgressMonitor monitor) {
    double[] weight = new double[task.influence().weightCount()];
    Arrays.fill(weight, 1);
    double[] dose = new double[task.influence().geometry().voxelCount()];
    task.influence().dose(weight, dose, executor, monitor);
    double mean =
        Arrays.stream(task.targetVoxels()).mapToDouble(v -> dose[v]).average().orElseThrow();
    Arrays.fill(weight, task.targetGy() / mean);
    return weight;
  }

  private List<PlanOutcome.OutcomeBeam> beams(
      Task task, double[] weight, List<List<Segment>> segments, IProgressMonitor monitor) {
    var beams = new ArrayList<PlanOutcome.OutcomeBeam>();
    GridGeometry geometry = task.influence().geometry();
    int first = 0;
    for (int b = 0; b < task.beams().size(); b++) {
      PlannedBeam beam = task.beams().get(b);
      double[] own = new double[weight.length];
      System.arraycopy(weight, first, own, first, beam.beamlets().count());
      first += beam.beamlets().count();
      double[] dose = new double[geometry.voxelCount()];
      task.influence().dose(own, dose, executor, monitor);
      double fluence = segments.get(b).stream().mapToDouble(Segment::fluence).sum();
      beams.add(
          new PlanOutcome.OutcomeBeam(
              b + 1,
              task.angles().get(b),
              beam.frame().isocentreMm(),
              opening(beam.beamlets()),
              segments.get(b).size(),
              MONITOR_UNITS_PER_FLUENCE * fluence / task.fractionCount(),
              grid(geometry, dose)));
    }
    return beams;
  }

  private static double[] opening(Beamlets beamlets) {
    double[] opening = {1e9, -1e9, 1e9, -1e9};
    double half = beamlets.sideMm() / 2;
    for (int i = 0; i < beamlets.count(); i++) {
      opening[0] = Math.min(opening[0], beamlets.uMm(i) - half);
      opening[1] = Math.max(opening[1], beamlets.uMm(i) + half);
      opening[2] = Math.min(opening[2], beamlets.vMm(i) - half);
      opening[3] = Math.max(opening[3], beamlets.vMm(i) + half);
    }
    return opening;
  }

  static DoseGrid grid(GridGeometry geometry, double[] doseGy) {
    DoseGrid.Builder builder = DoseGrid.builder(geometry);
    int voxels = geometry.sliceVoxelCount();
    for (int z = 0; z < geometry.sizeZ(); z++) {
      float[] slice = new float[voxels];
      for (int i = 0; i < voxels; i++) {
        slice[i] = (float) doseGy[z * voxels + i];
      }
      builder.slice(z, slice);
    }
    return builder.build();
  }
}
