/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.planning.internal.optimise;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.recourse.assistant.cases.CaseVoxels;
import org.recourse.assistant.planning.PlanningSession;
import org.recourse.assistant.planning.PlanningSource;
import org.recourse.dicom.DicomReadException;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.planning.json.PlanningFileException;
import org.recourse.planning.plan.PlanTask;
import org.recourse.ui.planning.internal.objectives.WishList;

/** Judges the plan in work by its objectives, off the UI thread; only the newest request counts. */
public final class ValuesJob extends Job {

  /**
   * What is judged.
   *
   * @param source the case
   * @param spacingMm dose grid of the judgement
   * @param wishes the objectives
   * @param doseGy dose of the plan in work; empty for a plan without dose, whose wishes are checked
   */
  public record Request(
      PlanningSource source, double spacingMm, WishList wishes, Optional<DoseGrid> doseGy) {}

  /**
   * The judgement.
   *
   * @param request what was judged
   * @param values one for each row; none without a dose
   * @param complaint why the wishes cannot be used; empty text if they can
   */
  public record Judged(Request request, List<WishValue> values, String complaint) {
    public Judged {
      values = List.copyOf(values);
    }
  }

  private final AtomicReference<Optional<Request>> newest = new AtomicReference<>(Optional.empty());
  private final PlanningSessions sessions;
  private final CaseVoxels voxels;
  private final SliceExecutor executor;
  private final Consumer<Judged> whenDone; // on the job's thread

  public ValuesJob(
      PlanningSessions sessions,
      CaseVoxels voxels,
      SliceExecutor executor,
      Consumer<Judged> whenDone) {
    super("Judging the objectives");
    this.sessions = Objects.requireNonNull(sessions, "sessions");
    this.voxels = Objects.requireNonNull(voxels, "voxels");
    this.executor = Objects.requireNonNull(executor, "executor");
    this.whenDone = Objects.requireNonNull(whenDone, "whenDone");
    setPriority(SHORT);
    setSystem(true);
  }

  public void request(Request request) {
    newest.set(Optional.of(request));
    schedule();
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    Optional<Request> next = newest.getAndSet(Optional.empty());
    if (next.isEmpty()) {
      return Status.OK_STATUS;
    }
    Request request = next.get();
    try {
      whenDone.accept(new Judged(request, values(request, monitor), ""));
      return Status.OK_STATUS;
    } catch (OperationCanceledException e) {
      return Status.CANCEL_STATUS;
    } catch (DicomReadException | PlanningFileException | IllegalArgumentException e) {
      whenDone.accept(new Judged(request, List.of(), Sentence.of(e)));
      return Status.OK_STATUS;
    }
  }

  private List<WishValue> values(Request request, IProgressMonitor monitor)
      throws DicomReadException, PlanningFileException {
    SubMonitor progress = SubMonitor.convert(monitor, 100);
    var wishes = request.wishes().wishes();
    PlanningSession session =
        sessions.of(request.source(), voxels, request.spacingMm(), executor, progress.split(50));
    PlanTask task = session.task(wishes, progress.split(30));
    return request.doseGy().isEmpty()
        ? List.of()
        : WishValues.of(request.doseGy().get(), task, session.site(), executor, progress.split(20));
  }
}
