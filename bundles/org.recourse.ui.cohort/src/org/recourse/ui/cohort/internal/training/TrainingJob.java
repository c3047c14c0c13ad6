/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.cohort.internal.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.recourse.cohort.learned.PackagedModel;
import org.recourse.cohort.learned.SystemResult;
import org.recourse.inference.engine.InferenceException;
import org.recourse.learning.pipeline.NotFittedException;
import org.recourse.ui.cohort.internal.Evaluation;
import org.recourse.ui.cohort.internal.OpenCohort;

/** Trains a system on a cohort and keeps its models. */
final class TrainingJob extends Job {

  private final OpenCohort cohort;
  private final TrainRequest request;
  private final TrainedSystem.Network network;
  private final Consumer<Evaluation> whenDone;

  /**
   * @param whenDone told the evaluation, on the job's thread
   */
  TrainingJob(
      OpenCohort cohort,
      TrainRequest request,
      TrainedSystem.Network network,
      Consumer<Evaluation> whenDone) {
    super("Training: " + request.system().title());
    this.cohort = Objects.requireNonNull(cohort, "cohort");
    this.request = Objects.requireNonNull(request, "request");
    this.network = Objects.requireNonNull(network, "network");
    this.whenDone = Objects.requireNonNull(whenDone, "whenDone");
    setUser(true);
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, getName(), 100);
    try {
      SystemResult result =
          request.system().train(cohort.folder(), request, network, progress.split(95));
      if (request.packages().isPresent()) {
        keep(result, request.packages().get(), progress.split(5));
      }
      whenDone.accept(SystemEvaluation.of(result, cohort, request.system().outcome()));
      return Status.OK_STATUS;
    } catch (OperationCanceledException e) {
      return Status.CANCEL_STATUS;
    } catch (NotFittedException | InferenceException e) {
      return Status.error("Nothing was trained: " + e.getMessage(), e);
    } catch (IOException e) {
      return Status.error("A file of the training could not be used: " + e.getMessage(), e);
    }
  }

  private static void keep(SystemResult result, Path folder, IProgressMonitor monitor)
      throws IOException {
    SubMonitor progress = SubMonitor.convert(monitor, "Writing models", result.models().size());
    for (PackagedModel model : result.models()) {
      progress.checkCanceled();
      model.write(folder);
      progress.worked(1);
    }
  }
}
