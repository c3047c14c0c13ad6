/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal;

import com.google.gson.JsonArray;
import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.cohort.cases.TableFormatException;
import org.recourse.cohort.learned.ModelEvaluation;
import org.recourse.cohort.tables.CohortFolder;
import org.recourse.cohort.tables.FolderEvaluation;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.inference.engine.InferenceException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Judges kept models on a cohort. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description =
        "Judges model packages on a cohort they were not trained on: discrimination with 95 %%"
            + " intervals and calibration, split by split. A centre that a harmonised model has"
            + " never seen is adapted from its own patients without their outcomes.")
final class CohortEvaluateCommand extends CommandTask {

  @Parameters(
      index = "0",
      paramLabel = "MODELS",
      description = "A model package or a folder of them, as cohort train writes it.")
  private Path models;

  @Parameters(index = "1", paramLabel = "COHORT", description = "Folder of the cohort.")
  private Path cohort;

  @Option(
      names = "--json",
      required = true,
      paramLabel = "F",
      description = "JSON result; - is standard output.")
  private String json;

  private final TrainingServices services;

  CohortEvaluateCommand(Surroundings surroundings, TrainingServices services) {
    super(surroundings);
    this.services = services;
  }

  @Override
  ExitCode run(SliceExecutor executor, IProgressMonitor monitor) throws RefusalException {
    var result = new JsonResult("cohort", surroundings());
    try {
      CohortJson.inputs(result, cohort);
      FolderEvaluation evaluation =
          FolderEvaluation.of(models, CohortFolder.read(cohort), services.trainer(), monitor);
      var array = new JsonArray();
      for (ModelEvaluation model : evaluation.models()) {
        array.add(CohortJson.model(model));
      }
      result.add("models", array);
      result.findings(evaluation.findings());
      new ResultFile(json).write(result.text(), surroundings().out());
      return ExitCode.of(result.findings());
    } catch (TableFormatException | IOException | InferenceException e) {
      throw new RefusalException(e.getMessage(), e);
    }
  }
}
