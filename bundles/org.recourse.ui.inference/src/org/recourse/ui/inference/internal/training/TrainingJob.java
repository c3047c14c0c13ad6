/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.inference.internal.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.recourse.inference.engine.InferenceException;
import org.recourse.inference.training.NetworkTrainer;
import org.recourse.inference.training.TrainingEpoch;
import org.recourse.training.ModelInputs;
import org.recourse.training.PackageTraining;
import org.recourse.training.TrainedPackage;
import org.recourse.training.TrainingException;
import org.recourse.training.TrainingSettings;
import org.recourse.training.cohort.CohortSource;
import org.recourse.training.cohort.TrainingCohort;

/** Trains a model off the UI thread. Cancelled, it leaves checkpoints that the next run takes. */
final class TrainingJob extends Job {

  /**
   * What is trained; captured when the job is made.
   *
   * @param source patients
   * @param inputs what the model reads
   * @param settings how
   * @param trainer the engine
   * @param folder takes the folder of the package
   * @param checkpoints of this training only; deleted when it is done
   */
  record Task(
      CohortSource source,
      ModelInputs inputs,
      TrainingSettings settings,
      NetworkTrainer trainer,
      Path folder,
      Path checkpoints) {

    Task {
      Objects.requireNonNull(source, "source");
      Objects.requireNonNull(inputs, "inputs");
      Objects.requireNonNull(settings, "settings");
      Objects.requireNonNull(trainer, "trainer");
      Objects.requireNonNull(folder, "folder");
      Objects.requireNonNull(checkpoints, "checkpoints");
    }
  }

  /** Is told on the thread of the job. */
  interface Follower {

    /** After every epoch. */
    void progressed(TrainingCurves curves);

    /** Once, at the end. */
    void ended(TrainingEnd end);
  }

  private final Task task;
  private final Follower follower;
  private TrainingCurves curves = TrainingCurves.NONE; // on the thread of the job only

  TrainingJob(Task task, Follower follower) {
    super("Training " + task.inputs().title());
    this.task = Objects.requireNonNull(task, "task");
    this.follower = Objects.requireNonNull(follower, "follower");
    setUser(true);
    setPriority(LONG);
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    try {
      follower.ended(new TrainingEnd.Done(train(SubMonitor.convert(monitor, getName(), 100))));
      return Status.OK_STATUS;
    } catch (OperationCanceledException e) {
      follower.ended(new TrainingEnd.Cancelled());
      return Status.CANCEL_STATUS;
    } catch (TrainingException | InferenceException | IllegalArgumentException e) {
      follower.ended(new TrainingEnd.Failed(String.valueOf(e.getMessage())));
      return Status.error("Training failed: " + e.getMessage(), e);
    }
  }

  private TrainedPackage train(SubMonitor progress) throws TrainingException, InferenceException {
    TrainingCohort cohort = task.source().cohort(task.settings().box(), progress.split(20));
    Path folder = task.folder().resolve(PackageTraining.id(task.inputs(), cohort.synthetic()));
    TrainedPackage trained =
        new PackageTraining(task.settings(), task.trainer(), Optional.of(task.checkpoints()))
            .run(
                cohort,
                task.inputs(),
                folder,
                (stage, epoch) -> hear(stage, epoch, progress),
                progress.split(80));
    delete(task.checkpoints());
    return trained;
  }

  private void hear(String stage, TrainingEpoch epoch, IProgressMonitor monitor) {
    curves = curves.with(stage, epoch);
    monitor.subTask(curves.text());
    follower.progressed(curves);
  }

  private static void delete(Path folder) throws TrainingException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.delete(path);
      }
    } catch (IOException | UncheckedIOException e) {
      throw new TrainingException(
          "The package is written, but its checkpoints in " + folder + " cannot be deleted.", e);
    }
  }
}
