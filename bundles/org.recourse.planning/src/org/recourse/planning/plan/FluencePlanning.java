/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.planning.beam.Beamlets;
import org.recourse.planning.influence.DoseInfluence;
import org.recourse.planning.influence.PlannedBeam;
import org.recourse.planning.optimisation.FluenceProblem;
import org.recourse.planning.optimisation.PlanOptimisation;
import org.recourse.planning.optimisation.ProjectedNewton;
import org.recourse.planning.sequencing.LeafSequencing;
import org.recourse.planning.sequencing.Segment;
import org.recourse.planning.sequencing.SegmentInfluence;

/**
 * Optimises fluence, makes it deliverable, optimises the weights of the segments, and sums the
 * doses of the beams. Immutable.
 *
 * @param optimisation the search
 * @param levels steps of fluence that a beam is delivered in, at least 1
 * @param executor runs the kernels
 */
public record FluencePlanning(PlanOptimisation optimisation, int levels, SliceExecutor executor) {

  /** Usual number of steps of fluence. */
  public static final int LEVELS = 20;

  private static final int SEGMENT_ITERATIONS = 40;

  /** 1 Gy at the depth of maximum dose for 100 MU at 1000 mm, as the generic machine is scaled. */
  private static final double MONITOR_UNITS_PER_FLUENCE = 100;

  /**
   * Plans. A search that is cancelled keeps the best plan found, which is made deliverable and
   * returned with the end {@code CANCELLED}.
   *
   * @param start first fluence, such as that of the plan before an edit; without one all beamlets
   *     start equal
   */
  public PlanOutcome plan(
      AimedBeams aimed,
      PlanTask task,
      Optional<double[]> start,
      PlanListener listener,
      IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, "Optimising", 100);
    List<Double> path = new ArrayList<>();
    PlanOptimisation.Result found =
        optimisation.optimise(
            aimed.influence(),
            task.objectives(),
            task.constraints(),
            start.orElseGet(() -> equalFluence(aimed.influence(), task)),
            (iteration, value, problem) -> {
              path.add(problem.objectiveValue());
              listener.accepted(new PlanProgress(iteration, problem));
            },
            executor,
            progress.newChild(90));
    return delivered(aimed, task, found, path, progress.newChild(10));
  }

  private PlanOutcome delivered(
      AimedBeams aimed,
      PlanTask task,
      PlanOptimisation.Result found,
      List<Double> path,
      IProgressMonitor monitor) {
    var shapes = new ArrayList<List<Segment>>();
    double[] sequenced = sequence(aimed, found.weight(), shapes);
    List<Beamlets> beamlets = aimed.beams().stream().map(PlannedBeam::beamlets).toList();
    var segmentInfluence = new SegmentInfluence(aimed.influence(), beamlets, shapes);
    var check =
        new FluenceProblem(aimed.influence(), task.objectives(), task.constraints(), executor);
    double sequencedObjective = check.evaluateObjectives(sequenced);
    double[] weight = shapes.stream().flatMap(List::stream).mapToDouble(Segment::fluence).toArray();
    if (weight.length > 0 && found.end() != ProjectedNewton.End.CANCELLED) {
      weight =
          optimisation
              .withIterations(SEGMENT_ITERATIONS)
              .optimise(
                  segmentInfluence,
                  task.objectives(),
                  task.constraints(),
                  weight,
                  (iteration, value, problem) -> {},
                  executor,
                  monitor)
              .weight();
    }
    double[] delivered = segmentInfluence.fluence(weight);
    double objective = check.evaluateObjectives(delivered);
    return new PlanOutcome(
        aimed.setup(),
        found.weight(),
        beams(aimed, task.fractionCount(), delivered, weighted(shapes, weight)),
        grid(aimed.influence().geometry(), check.doseGy()),
        found.objective(),
        sequencedObjective,
        objective,
        check.penalties(),
        check.excessesGy(),
        path,
        found.end());
  }

  /** Makes shapes of every beam; returns the fluence they add up to. */
  private double[] sequence(AimedBeams aimed, double[] fluence, List<List<Segment>> shapes) {
    double[] delivered = new double[fluence.length];
    int first = 0;
    for (PlannedBeam beam : aimed.beams()) {
      Beamlets beamlets = beam.beamlets();
      double[] own = Arrays.copyOfRange(fluence, first, first + beamlets.count());
      LeafSequencing.Sequence sequence = new LeafSequencing(levels).sequence(beamlets, own);
      System.arraycopy(sequence.fluence(), 0, delivered, first, own.length);
      shapes.add(sequence.segments());
      first += own.length;
    }
    return delivered;
  }

  /** The shapes with other weights; those without weight are left out. */
  private static List<List<Segment>> weighted(List<List<Segment>> shapes, double[] weight) {
    var segments = new ArrayList<List<Segment>>();
    int next = 0;
    for (List<Segment> ofBeam : shapes) {
      var kept = new ArrayList<Segment>();
      for (Segment shape : ofBeam) {
        double here = weight[next++];
        if (here > 0) {
          kept.add(new Segment(here, shape.openings()));
        }
      }
      segments.add(kept);
    }
    return segments;
  }

  /** Equal fluence of all beamlets that gives the target its dose in the mean. */
  private double[] equalFluence(DoseInfluence influence, PlanTask task) {
    double[] weight = new double[influence.weightCount()];
    Arrays.fill(weight, 1);
    double[] dose = new double[influence.geometry().voxelCount()];
    influence.dose(weight, dose, executor, new NullProgressMonitor()); // short, and then needed
    double mean =
        Arrays.stream(task.targetVoxels()).mapToDouble(v -> dose[v]).average().orElseThrow();
    if (!(mean > 0)) {
      throw new IllegalArgumentException("no beam gives the target a dose");
    }
    Arrays.fill(weight, task.targetGy() / mean);
    return weight;
  }

  private List<PlanOutcome.OutcomeBeam> beams(
      AimedBeams aimed, int fractionCount, double[] weight, List<List<Segment>> segments) {
    var beams = new ArrayList<PlanOutcome.OutcomeBeam>();
    GridGeometry geometry = aimed.influence().geometry();
    int first = 0;
    for (int b = 0; b < aimed.beams().size(); b++) {
      PlannedBeam beam = aimed.beams().get(b);
      double[] own = new double[weight.length];
      System.arraycopy(weight, first, own, first, beam.beamlets().count());
      first += beam.beamlets().count();
      double[] dose = new double[geometry.voxelCount()];
      aimed.influence().dose(own, dose, executor, new NullProgressMonitor()); // even if cancelled
      double fluence = segments.get(b).stream().mapToDouble(Segment::fluence).sum();
      beams.add(
          new PlanOutcome.OutcomeBeam(
              b + 1,
              aimed.aims().get(b),
              beam.beamlets(),
              segments.get(b),
              MONITOR_UNITS_PER_FLUENCE * fluence / fractionCount,
              grid(geometry, dose)));
    }
    return beams;
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
