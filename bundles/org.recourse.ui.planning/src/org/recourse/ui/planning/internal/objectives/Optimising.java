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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.planning.PlanIntoCase;
import org.recourse.assistant.planning.PlanningSource;
import org.recourse.model.Plan;
import org.recourse.model.Structure;
import org.recourse.planning.plan.PlanOutcome;
import org.recourse.planning.plan.PlanSetup;
import org.recourse.ui.editor.ModelRefresh;
import org.recourse.ui.planning.internal.charts.ObjectiveChart;
import org.recourse.ui.planning.internal.charts.PlanCurve;
import org.recourse.ui.planning.internal.charts.PlanDvhChart;
import org.recourse.ui.planning.internal.optimise.BeamAims;
import org.recourse.ui.planning.internal.optimise.LiveState;
import org.recourse.ui.planning.internal.optimise.OptimiseJob;
import org.recourse.ui.planning.internal.optimise.PlanningSessions;
import org.recourse.ui.planning.internal.plans.PlanEdit;
import org.recourse.ui.planning.internal.plans.PlanStructures;
import org.recourse.ui.planning.internal.plans.PlanningState;
import org.recourse.ui.planning.internal.plans.PlansOfCase;
import org.recourse.ui.session.CaseSession;

/**
 * Runs the optimiser for one page: shows how it goes on, and puts its plan into the case. UI thread
 * only.
 */
final class Optimising {

  /** Where it is shown. */
  record Shown(Control owner, PlanDvhChart dvh, ObjectiveChart path, Consumer<String> status) {}

  private static final int UNKNOWN_RGB = 0x808080;
  private static final double HELD_TO_GY = 0.05; // as the optimiser keeps limits

  private final CaseSession session;
  private final PlanningState state;
  private final PlanningSessions sessions;
  private final Shown shown;
  private final Display display;
  private final Consumer<String> whenEnded;
  private Optional<Job> running = Optional.empty();
  private Optional<String> last = Optional.empty();
  private List<PlanCurve> before = List.of();

  Optimising(
      CaseSession session,
      PlanningState state,
      PlanningSessions sessions,
      Shown shown,
      Consumer<String> whenEnded) {
    this.session = Objects.requireNonNull(session, "session");
    this.state = Objects.requireNonNull(state, "state");
    this.sessions = Objects.requireNonNull(sessions, "sessions");
    this.shown = Objects.requireNonNull(shown, "shown");
    display = shown.owner().getDisplay();
    this.whenEnded = Objects.requireNonNull(whenEnded, "whenEnded");
  }

  boolean isRunning() {
    return running.isPresent();
  }

  void cancel() {
    running.ifPresent(Job::cancel);
  }

  /** What the last run said. */
  Optional<String> lastSentence() {
    return last;
  }

  private Optional<Plan> plan() {
    return PlansOfCase.inWork(session.patientCase());
  }

  /** Why no plan can be computed, beside the objectives. */
  Optional<String> hindrance() {
    try {
      plan().ifPresent(BeamAims::of);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(e.getMessage());
    }
  }

  void start(WishList wishes, double gridMm, double beamletMm, int iterations) {
    Optional<Plan> from = plan();
    if (from.isEmpty() || isRunning()) {
      return;
    }
    try {
      OptimiseJob.Request request = request(from.get(), wishes, gridMm, beamletMm, iterations);
      before = curves(wishes, true);
      shown.path().clear();
      var job =
          new OptimiseJob(
              request,
              sessions,
              session.openCase().voxels(),
              session.executor(),
              new Live(from.get()));
      job.addJobChangeListener(new Ended());
      running = Optional.of(job);
      job.schedule();
    } catch (IllegalArgumentException e) {
      end(e.getMessage());
    }
  }

  private OptimiseJob.Request request(
      Plan plan, WishList wishes, double gridMm, double beamletMm, int iterations) {
    String first = wishes.targets().stream().findFirst().orElse("");
    Structure target =
        PlanStructures.named(plan, first)
            .orElseThrow(
                () -> new IllegalArgumentException("Name a structure of the plan as target."));
    return new OptimiseJob.Request(
        PlanningSource.of(session.patientCase(), plan.getStructureSet()),
        wishes,
        BeamAims.of(plan),
        PlanSetup.standard().withBeamletMm(beamletMm),
        gridMm,
        iterations,
        target,
        new PlanIntoCase(
            session.caseFolder(),
            session.patientCase(),
            plan.getStructureSet(),
            PlanIntoCase.freeLabel(session.patientCase())),
        session.caseFolder(),
        state.kept());
  }

  /** Hears of a run on its thread. */
  private final class Live implements OptimiseJob.Listener {

    private final Plan from;

    Live(Plan from) {
      this.from = from;
    }

    @Override
    public void progressed(LiveState now) {
      later(() -> show(now));
    }

    @Override
    public void done(OptimiseJob.Result result) {
      later(() -> enter(result, from));
    }
  }

  /** A run that failed, or was cancelled before it had a plan. */
  private final class Ended extends JobChangeAdapter {
    @Override
    public void done(IJobChangeEvent event) {
      IStatus result = event.getResult();
      if (result.getSeverity() == IStatus.CANCEL) {
        later(() -> end("Cancelled before a first plan was found; nothing was changed."));
      } else if (!result.isOK()) {
        later(() -> end(result.getMessage()));
      }
    }
  }

  private void later(Runnable task) {
    if (!display.isDisposed()) {
      display.asyncExec(
          () -> {
            if (!shown.owner().isDisposed()) {
              task.run();
            }
          });
    }
  }

  private void show(LiveState now) {
    if (!isRunning()) {
      return;
    }
    shown.path().add(now.iteration(), now.objective());
    shown.status().accept(sentence(now));
    var curves = new ArrayList<>(before);
    for (LiveState.Curve curve : now.curves()) {
      curves.add(
          new PlanCurve(
              curve.structure(),
              rgb(curve.structure()),
              false,
              curve.binGy(),
              curve.volumePercent()));
    }
    shown.dvh().show(curves);
  }

  private void enter(OptimiseJob.Result result, Plan from) {
    var edit = new PlanEdit(session.editingDomain(), session.patientCase());
    String label = "Add " + result.plan().getLabel();
    boolean there = from.eContainer() != null; // EMF: null once it was deleted
    var model = new ModelRefresh(session);
    state.keep(
        new PlanningState.Kept(
            result.plan(), result.structures(), result.beams(), result.outcome()));
    model.execute(
        there
            ? edit.enter(label, result.plan(), from)
            : PlanIntoCase.asNewCourse(
                session.editingDomain(), session.patientCase(), result.plan()));
    end(sentence(result));
  }

  private void end(String sentence) {
    running = Optional.empty();
    last = Optional.of(sentence);
    whenEnded.accept(sentence);
  }

  private static String sentence(LiveState now) {
    String limits =
        now.greatestExcessGy() > HELD_TO_GY
            ? String.format(
                Locale.ROOT, ", a hard limit exceeded by %.1f Gy", now.greatestExcessGy())
            : "";
    return String.format(
        Locale.ROOT, "Iteration %d: objective %.1f%s", now.iteration(), now.objective(), limits);
  }

  /** What a run found, with the loss by sequencing. */
  static String sentence(OptimiseJob.Result result) {
    PlanOutcome outcome = result.outcome();
    int segments = outcome.beams().stream().mapToInt(beam -> beam.segments().size()).sum();
    String end =
        switch (outcome.end()) {
          case CONVERGED -> "Found";
          case ITERATIONS_USED_UP -> "Stopped at the limit of iterations";
          case CANCELLED -> "Cancelled, best plan kept";
        };
    double worstGy = java.util.Arrays.stream(outcome.excessesGy()).max().orElse(0);
    String limits =
        worstGy > HELD_TO_GY
            ? String.format(Locale.ROOT, " A hard limit is exceeded by %.1f Gy.", worstGy)
            : "";
    return String.format(
        Locale.ROOT,
        "%s after %d iterations%s: objective %.1f, %.1f when delivered in %d segments"
            + " (sequencing loss %+.1f %%).%s",
        end,
        outcome.path().size(),
        result.warm() ? " from the plan before" : "",
        outcome.objective(),
        outcome.deliveredObjective(),
        segments,
        outcome.sequencingLossPercent(),
        limits);
  }

  /** Shows the histograms of the plan in work for the structures of the objectives. */
  void showPlanInWork(Optional<WishList> wishes) {
    shown.dvh().show(wishes.map(list -> curves(list, false)).orElse(List.of()));
  }

  private List<PlanCurve> curves(WishList wishes, boolean dashed) {
    Optional<PlanNumbers> numbers = session.planWatch().latest();
    var curves = new ArrayList<PlanCurve>();
    for (String name : structures(wishes)) {
      numbers
          .flatMap(known -> known.structure(name))
          .flatMap(structure -> structure.physicalDvh())
          .ifPresent(dvh -> curves.add(PlanCurve.of(name, rgb(name), dashed, dvh)));
    }
    return curves;
  }

  private static Set<String> structures(WishList wishes) {
    Set<String> names = new LinkedHashSet<>(wishes.targets());
    wishes.rows().forEach(row -> names.add(row.structure()));
    return names;
  }

  private int rgb(String structure) {
    return plan()
        .flatMap(plan -> PlanStructures.named(plan, structure))
        .map(Structure::getColourRgb)
        .orElse(UNKNOWN_RGB);
  }
}
