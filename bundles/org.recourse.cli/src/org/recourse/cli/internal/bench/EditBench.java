/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.bench;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.edit.domain.EditingDomain;
import org.recourse.assistant.cases.OpenCase;
import org.recourse.assistant.numbers.NumbersComputation;
import org.recourse.assistant.numbers.PlanNumbers;
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
 * snapshot, dose, histograms, cumulative EQD2, goals and risks, delivered to a listener. Beam
 * weights, beams on and off, and fractions are edited in turn.
 */
public final class EditBench {

  private static final int WARM_UP = 15;
  private static final int RUNS = 60;

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
    var here = new WatchThreads(Runnable::run, Runnable::run, Runnable::run);
    try (var watch = new PlanWatch(openCase.patientCase(), computation, here)) {
      watch.addListener(received);
      watch.start();
      return Measurement.of(
          "edit/numbers",
          executor.threadCount(),
          WARM_UP,
          RUNS,
          i -> {
            if (monitor.isCanceled()) {
              throw new OperationCanceledException();
            }
            int before = received.revisions.size();
            domain.getCommandStack().execute(edit(domain, plan, i));
            if (received.revisions.size() == before) {
              throw new IllegalStateException("edit " + i + " gave no numbers");
            }
          });
    }
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

  /** Counts what arrives. */
  private static final class Received implements PlanWatchListener {

    private final List<Long> revisions = new ArrayList<>();

    @Override
    public void onStale(long revision) {
      // The numbers follow on the same thread.
    }

    @Override
    public void onNumbers(PlanNumbers numbers) {
      revisions.add(numbers.revision());
    }

    @Override
    public void onFailure(long revision, RuntimeException cause) {
      throw cause;
    }
  }
}
