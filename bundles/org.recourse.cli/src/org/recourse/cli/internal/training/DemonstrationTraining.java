/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.assistant.cases.CaseVoxels;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.dicom.DicomReadException;
import org.recourse.inference.engine.InferenceException;
import org.recourse.inference.training.CrossValidation;
import org.recourse.inference.training.FinalFit;
import org.recourse.inference.training.ModelTraining;
import org.recourse.inference.training.NetworkTrainer;
import org.recourse.inference.training.Smote;
import org.recourse.inference.training.TrainingListener;
import org.recourse.radiomics.FeatureCatalogue;

/**
 * Makes synthetic patients, searches, cross-validates, fits and writes the package.
 *
 * @param settings what is trained
 * @param trainer the engine
 * @param features the MR features
 * @param checkpoints folder in which an interrupted training goes on; empty: none
 */
public record DemonstrationTraining(
    DemonstrationSettings settings,
    NetworkTrainer trainer,
    FeatureCatalogue features,
    Optional<Path> checkpoints) {

  private static final int SMOTE_NEIGHBOURS = 5;

  /**
   * Trains on variations of a case and writes the package.
   *
   * @param base numbers of the bundled case
   * @param voxels its voxels
   * @param folder where the package is to lie; must not exist
   * @return the cross-validation of the chosen settings
   */
  public CrossValidation run(
      PlanNumbers base,
      CaseVoxels voxels,
      Path folder,
      TrainingListener listener,
      IProgressMonitor monitor)
      throws DicomReadException, InferenceException, IOException {
    SubMonitor progress = SubMonitor.convert(monitor, "Training " + settings.id(), 100);
    var preparation = new DemonstrationCases(settings, features);
    DemonstrationCases.Cases cases =
        preparation.of(preparation.cohort(base, voxels, progress.split(5)), progress.split(25));
    var training =
        new ModelTraining(
            trainer, settings.folds(), new Smote(SMOTE_NEIGHBOURS, settings.seed()), checkpoints);
    List<CrossValidation> searched =
        training.search(settings.candidates(), cases.cases(), listener, progress.split(60));
    CrossValidation chosen = CrossValidation.best(searched);
    FinalFit fit = training.fit(chosen, cases.cases(), listener, progress.split(10));
    new DemonstrationPackage(settings, cases, searched, chosen, fit).write(folder);
    return chosen;
  }
}
