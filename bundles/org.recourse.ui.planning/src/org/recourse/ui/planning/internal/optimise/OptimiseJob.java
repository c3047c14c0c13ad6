/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.planning.internal.optimise;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.recourse.assistant.cases.CaseVoxels;
import org.recourse.assistant.planning.PlanIntoCase;
import org.recourse.assistant.planning.PlanningSession;
import org.recourse.assistant.planning.PlanningSource;
import org.recourse.dicom.DicomReadException;
import org.recourse.dicom.DicomWriteException;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.model.Plan;
import org.recourse.model.Structure;
import org.recourse.planning.json.PlanningFileException;
import org.recourse.planning.optimisation.PlanOptimisation;
import org.recourse.planning.optimisation.ProjectedNewton;
import org.recourse.planning.plan.AimedBeams;
import org.recourse.planning.plan.BeamAim;
import org.recourse.planning.plan.FluencePlanning;
import org.recourse.planning.plan.PlanOutcome;
import org.recourse.planning.plan.PlanProgress;
import org.recourse.planning.plan.PlanSetup;
import org.recourse.planning.plan.PlanTask;
import org.recourse.planning.plan.PlanningException;
import org.recourse.planning.wishes.PlanWishes;
import org.recourse.ui.planning.internal.objectives.WishList;
import org.recourse.ui.planning.internal.plans.PlanningState;

/**
 * Computes a plan and writes its files. A cancelled search keeps the best plan found so far; before
 * the search has begun there is none to keep.
 */
public final class OptimiseJob extends Job {

  /**
   * What is asked for; captured when the job is made.
   *
   * @param source the case
   * @param wishes the objectives
   * @param beams where the beams stand
   * @param setup machine, engine and beamlets
   * @param spacingMm of the dose grid
   * @param mostIterations of the search
   * @param target structure the dose is prescribed to
   * @param writing puts the plan into the case folder
   * @param kept what the last optimisation left
   */
  public record Request(
      PlanningSource source,
      WishList wishes,
      List<BeamAim> beams,
      PlanSetup setup,
      double spacingMm,
      int mostIterations,
      Structure target,
      PlanIntoCase writing,
      Optional<PlanningState.Kept> kept) {

    public Request {
      beams = List.copyOf(beams);
    }

    /** What the influence of the beams depends on beside them and their setup. */
    String structures() {
      return wishes.targets() + " " + source.regions() + " " + spacingMm;
    }
  }

  /**
   * What came of it.
   *
   * @param plan not yet part of the case; its files are written
   * @param beams with the dose of their beamlets
   * @param outcome of the search
   * @param structures what the beams' doses depend on
   * @param warm whether the search began at the plan before
   * @param findings reservations
   */
  public record Result(
      Plan plan,
      AimedBeams beams,
      PlanOutcome outcome,
      String structures,
      boolean warm,
      List<Finding> findings) {
    public Result {
      findings = List.copyOf(findings);
    }
  }

  /** Hears of it, on the thread of the job. */
  public interface Listener {

    void progressed(LiveState state);

    void done(Result result);
  }

  private static final double STOP_BELOW = 1e-4;
  private static final int PAIRS = 8;
  private static final int MOST_ROUNDS = 12;
  private static final double BIN_GY = 0.5;
  private static final long LEAST_BETWEEN_NS = 150_000_000;

  private final Request request;
  private final PlanningSessions sessions;
  private final CaseVoxels voxels;
  private final SliceExecutor executor;
  private final Listener listener;
  private long toldNs;

  public OptimiseJob(
      Request request,
      PlanningSessions sessions,
      CaseVoxels voxels,
      SliceExecutor executor,
      Listener listener) {
    super("Optimising the plan");
    this.request = Objects.requireNonNull(request, "request");
    this.sessions = Objects.requireNonNull(sessions, "sessions");
    this.voxels = Objects.requireNonNull(voxels, "voxels");
    this.executor = Objects.requireNonNull(executor, "executor");
    this.listener = Objects.requireNonNull(listener, "listener");
    setUser(true);
    setPriority(LONG);
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    try {
      listener.done(result(SubMonitor.convert(monitor, getName(), 100)));
      return Status.OK_STATUS;
    } catch (OperationCanceledException e) {
      return Status.CANCEL_STATUS;
    } catch (DicomReadException
        | DicomWriteException
        | IOException
        | PlanningException
        | PlanningFileException
        | IllegalArgumentException e) {
      return Status.error(Sentence.of(e), e);
    }
  }

  private Result result(SubMonitor progress)
      throws DicomReadException,
          DicomWriteException,
          IOException,
          PlanningException,
          PlanningFileException {
    PlanWishes wishes = request.wishes().wishes();
    progress.subTask("Preparing the patient");
    PlanningSession session =
        sessions.of(request.source(), voxels, request.spacingMm(), executor, progress.split(10));
    PlanTask task = session.task(wishes, progress.split(5));
    Optional<PlanningState.Kept> usable = request.kept().filter(this::fits);
    progress.subTask(usable.isPresent() ? "Taking the doses over" : "Computing beamlet doses");
    SubMonitor aiming = progress.split(30);
    AimedBeams beams =
        usable.isPresent()
            ? usable.get().beams()
            : session.aim(request.setup(), request.beams(), wishes.targets(), aiming);
    progress.subTask("Optimising");
    var search = new ProjectedNewton(request.mostIterations(), STOP_BELOW, PAIRS);
    PlanOutcome outcome =
        session.optimise(
            beams,
            task,
            new PlanOptimisation(search, WishValues.TOLERANCE_GY, MOST_ROUNDS),
            FluencePlanning.LEVELS,
            usable.map(kept -> kept.outcome().fluence()),
            state -> accepted(state, session, wishes, progress),
            progress.slice(50));
    progress.subTask("Writing the plan");
    Plan plan =
        request
            .writing()
            .write(
                outcome,
                new PlanIntoCase.Prescribed(
                    request.target(), task.targetGy(), task.fractionCount()),
                LocalDate.now(),
                new NullProgressMonitor()); // the plan of a cancelled search is written as well
    plan.setObjectives(request.wishes().text());
    return new Result(
        plan, beams, outcome, request.structures(), usable.isPresent(), session.findings());
  }

  /** Whether the doses of the last optimisation are those of the same beams and targets. */
  private boolean fits(PlanningState.Kept kept) {
    return kept.structures().equals(request.structures())
        && kept.beams().setup().equals(request.setup())
        && BeamAims.alike(kept.beams().aims(), request.beams());
  }

  private void accepted(
      PlanProgress state, PlanningSession session, PlanWishes wishes, IProgressMonitor monitor) {
    long nowNs = System.nanoTime();
    if (nowNs - toldNs < LEAST_BETWEEN_NS && state.iteration() > 1) {
      return;
    }
    toldNs = nowNs;
    monitor.subTask("Optimising, iteration " + state.iteration());
    Set<String> names = new LinkedHashSet<>(wishes.targets());
    wishes.objectives().forEach(wish -> names.add(wish.structure()));
    wishes.constraints().forEach(limit -> names.add(limit.structure()));
    var curves = new ArrayList<LiveState.Curve>();
    for (String name : names) {
      session
          .site()
          .voxels(name)
          .filter(structure -> structure.length > 0)
          .ifPresent(
              structure ->
                  curves.add(
                      new LiveState.Curve(
                          name, BIN_GY, state.dvh(structure, BIN_GY).volumePercent())));
    }
    listener.progressed(
        new LiveState(
            state.iteration(),
            state.objective(),
            Arrays.stream(state.excessesGy()).max().orElse(0),
            curves));
  }
}
