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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.recourse.cohort.figure.NamedScores;
import org.recourse.cohort.learned.ModelEvaluation;
import org.recourse.cohort.tables.FolderEvaluation;
import org.recourse.inference.engine.InferenceException;
import org.recourse.inference.training.NetworkTrainer;
import org.recourse.ui.cohort.internal.EvaluatedModel;
import org.recourse.ui.cohort.internal.Evaluation;
import org.recourse.ui.cohort.internal.OpenCohort;

/** Judges ready-made models on every split of a cohort. */
final class EvaluationJob extends Job {

  private final OpenCohort cohort;
  private final Path packages;
  private final Optional<NetworkTrainer> trainer;
  private final Consumer<Evaluation> whenDone;

  /**
   * @param whenDone told the evaluation, on the job's thread
   */
  EvaluationJob(
      OpenCohort cohort,
      Path packages,
      Optional<NetworkTrainer> trainer,
      Consumer<Evaluation> whenDone) {
    super("Evaluating the models of " + packages.getFileName());
    this.cohort = Objects.requireNonNull(cohort, "cohort");
    this.packages = packages;
    this.trainer = Objects.requireNonNull(trainer, "trainer");
    this.whenDone = Objects.requireNonNull(whenDone, "whenDone");
    setUser(true);
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    try {
      whenDone.accept(
          evaluation(FolderEvaluation.of(packages, cohort.folder(), trainer, monitor), cohort));
      return Status.OK_STATUS;
    } catch (OperationCanceledException e) {
      return Status.CANCEL_STATUS;
    } catch (IOException | InferenceException e) {
      return Status.error("The models could not be judged: " + e.getMessage(), e);
    }
  }

  /** Scores at the threshold that came with each model. */
  static Evaluation evaluation(FolderEvaluation judged, OpenCohort cohort) {
    List<EvaluatedModel> models = new ArrayList<>();
    String outcome = "the outcome";
    for (ModelEvaluation model : judged.models()) {
      outcome = model.endpoint();
      for (ModelEvaluation.OnSample sample : model.samples()) {
        String split = sample.split().isEmpty() ? "all patients" : sample.split();
        models.add(
            new EvaluatedModel(
                new NamedScores(model.modelId() + ", " + split, sample.scores(), false),
                sample.figures().threshold(),
                List.of()));
      }
    }
    return new Evaluation(
        "Ready-made models on " + cohort.path().getFileName(),
        outcome,
        cohort.folder().cohort().synthetic(),
        models,
        List.of(),
        Optional.of(new Evaluation.Trained(List.of(), Map.of(), judged.findings())));
  }
}
