/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal;

import org.recourse.radiomics.FeatureCatalogue;
import org.recourse.training.TrainingSettings;
import org.recourse.training.cohort.BundledVariations;
import org.recourse.training.cohort.CohortSource;
import org.recourse.training.cohort.MechanismPatients;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trains the demonstration packages anew. */
@Command(
    name = "train-demo",
    mixinStandardHelpOptions = true,
    description =
        "Trains demonstration packages on synthetic patients; --all takes about 10 minutes of"
            + " processor time. The same seed gives the same weights on the same machine.")
final class TrainDemoCommand extends TrainingTask {

  /** Which synthetic patients. */
  enum Cohort {
    /** Variations of the bundled case with a simple formula behind the outcome. */
    BUNDLED,
    /** Cohort of four centres with a hidden mechanism behind the outcome. */
    MECHANISM
  }

  @Option(
      names = "--cohort",
      paramLabel = "C",
      description =
          "Synthetic patients: ${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}, those of the"
              + " packages that ship.")
  private Cohort cohort = Cohort.BUNDLED;

  @Option(
      names = "--patients",
      paramLabel = "N",
      description = "Synthetic patients; default: ${DEFAULT-VALUE}.")
  private int patients = BundledVariations.PAPER_COUNT;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "Most passes over the patients; default: 60.")
  private int epochs = TrainingSettings.shipped().epochs();

  TrainDemoCommand(Surroundings surroundings, TrainingServices services) {
    super(surroundings, services);
  }

  @Override
  CohortSource source(FeatureCatalogue features) {
    long seed = TrainingSettings.SHIPPED_SEED;
    return switch (cohort) {
      case BUNDLED -> new BundledVariations(surroundings().cacheFolder(), features, patients, seed);
      case MECHANISM -> new MechanismPatients(features, patients, seed);
    };
  }

  @Override
  TrainingSettings settings() {
    TrainingSettings shipped = TrainingSettings.shipped();
    return shipped.with(shipped.variant(), shipped.box(), shipped.folds(), epochs);
  }
}
