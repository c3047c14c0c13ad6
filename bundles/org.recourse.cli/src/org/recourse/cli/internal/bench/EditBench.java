/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.bench;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.edit.domain.EditingDomain;
import org.recourse.assistant.cases.OpenCase;
import org.recourse.assistant.numbers.NumbersComputation;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.PlanSnapshot;
import org.recourse.assistant.watch.PlanWatch;
import org.recourse.assistant.watch.PlanWatchListener;
import org.recourse.assistant.watch.WatchThreads;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.model.Beam;
import org.recourse.model.Course;
import org.recourse.model.CourseKind;
import org.recourse.model.EditKeeps;
import org.recourse.model.Plan;
import org.recourse.model.edit.CaseEditing;
import org.recourse.model.edit.PlanEdits;
import org.recourse.risk.RiskCatalogue;

/**
 * From an edit of the model to every number: the command on the editing domain, the captured
 * snapshot, dose, histograms, cumulative EQD2, goals and risks, delivered to a listener by the
 * background thread. Every edit interrupts the intervals that follow the numbers of the one before.
 * Beam weights, beams on and off, and fractions are edited in turn.
 */
public final class EditBench {

  private static final int WARM_UP = 15;
  private static final int RUNS = 60;
  private static final int BANDS_WARM_UP = 2;
  private static final int BANDS_RUNS = 8;

  private final OpenCase openCase;
  private final RiskCatalogue catalogue;
  private final SliceExecutor executor;

  public EditBench(OpenCase openCase, RiskCatalogue catalogue, SliceExecutor executor) {
    this.openCase = openCase;
    this.catalogue = catalogue;
    this.executor = executor;
  }

  /** Runs on the calling thread; the kernels use the executor. */
  public Measurement run(IProgressMonitor monitor) {
    monitor.subTask("edit/numbers");
    EditingDomain domain = CaseEditing.newDomain(openCase.patientCase());
    Plan plan = plannedPlan();
    var received = new Received();
    var computation = new NumbersComputation(openCase.voxels(), catalogue, executor);
    ExecutorService background = Executors.newSingleThreadExecutor();
    var threads = new WatchThreads(Runnable::run, background, Runnable::run);
    try (background;
        var watch = new PlanWatch(openCase.patientCase(), computation, threads)) {
      watch.addListener(received);
      watch.start();
      received.await(watch.revision());
      return Measurement.of(
          "edit/numbers",
          executor.threadCount(),
          WARM_UP,
          RUNS,
          i -> {
            if (monitor.isCanceled()) {
              throw new OperationCanceledException();
            }
            domain.getCommandStack().execute(edit(domain, plan, i));
            received.await(watch.revision());
          });
    }
  }

  /** The intervals of the numbers, which follow them in the background. */
  public Measurement bands(IProgressMonitor monitor) {
    monitor.subTask("edit/bands");
    var computation = new NumbersComputation(openCase.voxels(), catalogue, executor);
    PlanNumbers numbers = computation.compute(PlanSnapshot.of(openCase.patientCase(), 1), monitor);
    return Measurement.of(
        "edit/bands",
        executor.threadCount(),
        BANDS_WARM_UP,
        BANDS_RUNS,
        i -> computation.computeBands(numbers, monitor));
  }

  private Plan plannedPlan() {
    for (Course course : openCase.patientCase().getCourses()) {
      if (course.getKind() == CourseKind.PLANNED && !course.getPlans().isEmpty()) {
        return course.getPlans().get(0);
      }
    }
    throw new IllegalArgumentException("the case has no plan to edit");
  }

  /** Every edit changes something. */
  private static Command edit(EditingDomain domain, Plan plan, int i) {
    Beam beam = plan.getBeams().get(i / 3 % plan.getBeams().size());
    return switch (i % 3) {
      case 0 -> PlanEdits.setBeamWeight(domain, beam, beam.getWeight() < 1 ? 1.1 : 0.8);
      case 1 -> PlanEdits.setBeamEnabled(domain, beam, !beam.isEnabled());
      default ->
          PlanEdits.setFractionCount(
              domain,
              plan.getPrescription(),
              plan.getPrescription().getFractionCount() < 30 ? 30 : 27,
              EditKeeps.TOTAL_DOSE);
    };
  }

  /** Waits for what arrives on the background thread. */
  private static final class Received implements PlanWatchListener {

    private long revision;
    private Optional<RuntimeException> failure = Optional.empty();

    @Override
    public void onStale(long now) {
      // The numbers follow.
    }

    @Override
    public synchronized void onNumbers(PlanNumbers numbers) {
      revision = numbers.revision();
      notifyAll();
    }

    @Override
    public synchronized void onFailure(long now, RuntimeException cause) {
      failure = Optional.of(cause);
      notifyAll();
    }

    synchronized void await(long wanted) {
      try {
        while (revision < wanted && failure.isEmpty()) {
          wait();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new OperationCanceledException();
      }
      if (failure.isPresent()) {
        throw failure.get();
      }
    }
  }
}
