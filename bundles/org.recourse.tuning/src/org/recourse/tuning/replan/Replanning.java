/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.replan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.assistant.cases.FrameTransforms;
import org.recourse.assistant.numbers.CourseState;
import org.recourse.assistant.numbers.DoseAttributions;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.PlanState;
import org.recourse.assistant.planning.PlannedBeams;
import org.recourse.assistant.planning.PlanningSession;
import org.recourse.assistant.planning.PlanningSource;
import org.recourse.dicom.DicomReadException;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.planning.json.PlanningFileException;
import org.recourse.planning.objective.ExternalObjective;
import org.recourse.planning.optimisation.PlanObjective;
import org.recourse.planning.optimisation.PlanOptimisation;
import org.recourse.planning.optimisation.ProjectedNewton;
import org.recourse.planning.plan.AimedBeams;
import org.recourse.planning.plan.BeamInfluences;
import org.recourse.planning.plan.FluencePlanning;
import org.recourse.planning.plan.PlanListener;
import org.recourse.planning.plan.PlanOutcome;
import org.recourse.planning.plan.PlanSetup;
import org.recourse.planning.plan.PlanTask;
import org.recourse.planning.plan.PlanningException;
import org.recourse.planning.site.PlanningSite;
import org.recourse.tuning.proposal.DoseDifference;
import org.recourse.tuning.proposal.PlanEdit;
import org.recourse.tuning.proposal.PlanEvaluation;
import org.recourse.tuning.proposal.PlanTargets;
import org.recourse.tuning.proposal.ProposalSource;

/**
 * Prepares a plan so that its fluence can be optimised again, and keeps what was prepared: the
 * patient, the dose of the beamlets, and the plan as the dose engine delivers it. One object serves
 * one open case. Thread-safe; a second asker waits for the first.
 *
 * <p>The doses of imported beams come without fluence and from another engine. So a fluence is
 * fitted to the dose of the plan and sequenced; the difference that remains is stated on every
 * card, and gains are judged against this plan as well as against the one that was imported.
 */
public final class Replanning {

  private static final double STOP_BELOW = 1e-3;
  private static final int PAIRS = 8;
  private static final int FIT_ITERATIONS = 60;
  private static final double CONSTRAINT_GY = 0.05; // there are none; any value will do
  private static final double TARGET_WEIGHT = 4;
  private static final double HALF = 0.5;
  private static final double MOST_VOXELS = 0.95;

  private final PlanEvaluation evaluation;
  private final BeamInfluences influences;
  private final DoseAttributions attributions;
  private Optional<Site> site = Optional.empty();
  private Optional<Kept> kept = Optional.empty();

  /** What the patient on the dose grid depends on. */
  private record SiteKey(
      String ctSeriesUid,
      String structureSetUid,
      List<PlanningSource.Region> regions,
      String bodyName,
      List<CourseState> courses,
      List<FrameTransforms.Link> registrations,
      GridGeometry grid) {

    static SiteKey of(PlanningSource source, PlanNumbers before, GridGeometry grid) {
      return new SiteKey(
          source.ctSeriesUid(),
          source.structureSetUid(),
          source.regions(),
          source.bodyName(),
          before.snapshot().courses().stream()
              .filter(course -> course.kind() == org.recourse.model.CourseKind.PREVIOUS)
              .toList(),
          before.snapshot().registrations(),
          grid);
    }
  }

  private record Site(SiteKey key, PlanningSession session) {}

  /** What a prepared plan depends on beside its patient. */
  private record PlanKey(SiteKey site, PlanState plan, PlanSetup setup, List<Object> aims) {}

  private record Kept(PlanKey key, PreparedPlan plan) {}

  /** A prepared plan, or why there is none. */
  sealed interface Preparation {

    /** It is ready. */
    record Ready(PreparedPlan plan) implements Preparation {}

    /** It cannot be; the sentence says why. */
    record Refused(String sentence) implements Preparation {}
  }

  /**
   * @param evaluation computes the numbers of the case; shared with the search
   * @param influences computes the doses of beamlets
   */
  public Replanning(PlanEvaluation evaluation, BeamInfluences influences) {
    this.evaluation = Objects.requireNonNull(evaluation, "evaluation");
    this.influences = Objects.requireNonNull(influences, "influences");
    attributions =
        new DoseAttributions(
            evaluation.models().risks(),
            evaluation.models().parameters(),
            evaluation.voxels(),
            evaluation.models().executor());
  }

  /** Returns the sources of changes for a plan with these beams. */
  public List<ProposalSource> sources(PlannedBeams.Capture beams) {
    return List.of(new SculptSource(this, beams), new ReoptimiseSource(this, beams));
  }

  PlanEvaluation evaluation() {
    return evaluation;
  }

  DoseAttributions attributions() {
    return attributions;
  }

  /** Prepares a plan, or takes it as it was prepared before. */
  synchronized Preparation prepare(
      PlannedBeams.Capture capture, PlanNumbers before, IProgressMonitor monitor) {
    return switch (capture) {
      case PlannedBeams.Capture.Refused(String sentence) -> new Preparation.Refused(sentence);
      case PlannedBeams.Capture.Ready(PlannedBeams beams) -> prepare(beams, before, monitor);
    };
  }

  private Preparation prepare(PlannedBeams beams, PlanNumbers before, IProgressMonitor monitor) {
    PlanNumbers.PlanDose dose = before.planDose().orElseThrow(); // the search asks for a dose first
    if (!dose.frameUid().equals(beams.source().frameUid())) {
      return new Preparation.Refused(
          "The dose of the plan lies in another frame of reference than its images.");
    }
    if (PlanTargets.prescribedGy(before).isEmpty()
        || PlanBounds.fractionCount(before).orElse(0) < 1) {
      return new Preparation.Refused("The prescribed dose or the number of fractions is unknown.");
    }
    try {
      SubMonitor progress = SubMonitor.convert(monitor, "Preparing the plan", 100);
      PlanSetup setup = beams.setup().withPosition(beams.source().position(beams.caseFolder()));
      GridGeometry grid = dose.doseGy().geometry();
      SiteKey siteKey = SiteKey.of(beams.source(), before, grid);
      List<Object> aims = new ArrayList<>(beams.aims());
      var key = new PlanKey(siteKey, before.snapshot().assessedPlan().orElseThrow(), setup, aims);
      if (kept.filter(one -> one.key().equals(key)).isEmpty()) {
        PlanningSession session = session(siteKey, beams, progress.split(20));
        kept = Optional.of(new Kept(key, prepared(session, setup, beams, before, progress)));
      }
      return new Preparation.Ready(kept.get().plan());
    } catch (DicomReadException | PlanningFileException | PlanningException e) {
      return new Preparation.Refused(e.getMessage());
    } catch (IllegalArgumentException e) { // a position or image that planning does not take
      return new Preparation.Refused(String.valueOf(e.getMessage()));
    }
  }

  private PlanningSession session(SiteKey key, PlannedBeams beams, IProgressMonitor monitor)
      throws DicomReadException {
    if (site.filter(one -> one.key().equals(key)).isEmpty()) {
      PlanningSession session =
          PlanningSession.on(
              key.grid(),
              beams.source(),
              evaluation.models().voxels(),
              influences,
              evaluation.models().executor(),
              monitor);
      site = Optional.of(new Site(key, session));
    }
    return site.get().session();
  }

  private PreparedPlan prepared(
      PlanningSession session,
      PlanSetup setup,
      PlannedBeams beams,
      PlanNumbers before,
      SubMonitor progress)
      throws PlanningException, PlanningFileException {
    List<String> targets = targets(session, before);
    AimedBeams aimed = session.aim(setup, beams.aims(), targets, progress.split(40));
    PlanNumbers.PlanDose stored = before.planDose().orElseThrow();
    PlanOutcome fitted =
        session.optimise(
            aimed,
            fit(session, targets, before),
            optimisation(FIT_ITERATIONS),
            FluencePlanning.LEVELS,
            Optional.empty(),
            PlanListener.NONE,
            progress.split(40));
    progress.checkCanceled(); // a fit that was stopped is no plan
    var recalculation =
        new PlanEdit.NewBeamDoses.Recalculation(
            aimed.engine().title(),
            PreparedPlan.beamDoses(
                fitted, beams, evaluation.freshDoseUid("as it is"), stored.frameUid()),
            difference(
                stored.doseGy(), fitted.dose(), PlanTargets.prescribedGy(before).orElseThrow()));
    return new PreparedPlan(beams, session, aimed, fitted, recalculation, stored, evaluation);
  }

  static PlanOptimisation optimisation(int iterations) {
    return new PlanOptimisation(
        new ProjectedNewton(iterations, STOP_BELOW, PAIRS), CONSTRAINT_GY, 1);
  }

  private static List<String> targets(PlanningSession session, PlanNumbers before)
      throws PlanningFileException {
    List<String> targets = new ArrayList<>();
    PlanTargets.planning(before).forEach(one -> targets.add(one.structure().name()));
    PlanTargets.gross(before).forEach(one -> targets.add(one.structure().name()));
    targets.removeIf(name -> session.site().voxels(name).filter(v -> v.length > 0).isEmpty());
    if (targets.isEmpty()) {
      throw new PlanningFileException("No target of the plan lies in its dose grid.");
    }
    return targets;
  }

  /** The dose of the plan everywhere, in the targets with more weight. */
  private static PlanTask fit(PlanningSession session, List<String> targets, PlanNumbers before) {
    double[] wanted = PreparedPlan.values(before.planDose().orElseThrow().doseGy());
    int[] body = PlanningSite.positions(session.site().body());
    int[] inTargets = PlanningSite.positions(session.site().union(targets));
    return task(
        List.of(like("body", body, wanted, 1), like("targets", inTargets, wanted, TARGET_WEIGHT)),
        inTargets,
        before);
  }

  private static PlanObjective like(String name, int[] voxels, double[] wantedGy, double weight) {
    double[] own = PreparedPlan.gathered(wantedGy, voxels);
    ExternalObjective.Term term =
        (dose, derivative) -> {
          double sum = 0;
          for (int i = 0; i < dose.length; i++) {
            double off = dose[i] - own[i];
            sum += off * off;
            derivative[i] = 2 * off / dose.length;
          }
          return sum / dose.length;
        };
    return PlanObjective.physical(
        name, voxels, new ExternalObjective("dose of the plan", term), weight);
  }

  /** A task with these objectives. */
  static PlanTask task(List<PlanObjective> objectives, int[] targetVoxels, PlanNumbers before) {
    return new PlanTask(
        objectives,
        List.of(),
        PlanTargets.prescribedGy(before).orElseThrow(),
        targetVoxels,
        PlanBounds.fractionCount(before).orElseThrow());
  }

  private static DoseDifference difference(DoseGrid stored, DoseGrid again, double prescribedGy) {
    double[] was = PreparedPlan.values(stored);
    double[] is = PreparedPlan.values(again);
    double[] off = new double[was.length];
    int count = 0;
    for (int i = 0; i < was.length; i++) {
      if (was[i] >= HALF * prescribedGy) {
        off[count++] = Math.abs(is[i] - was[i]);
      }
    }
    double[] sorted = Arrays.copyOf(off, count);
    Arrays.sort(sorted);
    return count == 0
        ? new DoseDifference(prescribedGy, prescribedGy, prescribedGy)
        : new DoseDifference(
            Arrays.stream(sorted).average().orElseThrow(),
            sorted[(int) (MOST_VOXELS * (count - 1))],
            prescribedGy);
  }
}
