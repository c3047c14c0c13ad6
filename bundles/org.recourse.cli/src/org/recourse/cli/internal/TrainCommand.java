/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.recourse.inference.network.NetworkVariant;
import org.recourse.radiomics.FeatureCatalogue;
import org.recourse.training.TrainingSettings;
import org.recourse.training.cohort.CohortSource;
import org.recourse.training.cohort.DoseBox;
import org.recourse.training.cohort.PatientTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trains packages on the patients of a department. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description = "Trains packages on a table of features and a folder of doses.")
final class TrainCommand extends TrainingTask {

  private static final Set<Integer> VOXELS_MM = new TreeSet<>(Set.of(1, 2, 4, 5));

  @Option(
      names = "--table",
      required = true,
      paramLabel = "FILE",
      description =
          "CSV with the columns id, event, fractions, prescribedGy and features such as"
              + " T1C/original_glcm_Contrast.")
  private Path table;

  @Option(
      names = "--doses",
      paramLabel = "FOLDER",
      description = "Folder with ID.nrrd (dose in Gy) and ID.target.nrrd (1 inside of PTVnx).")
  private Optional<Path> doses = Optional.empty();

  @Option(names = "--synthetic", description = "The patients are made up.")
  private boolean synthetic;

  @Option(
      names = "--variant",
      paramLabel = "V",
      description = "Network: ${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
  private NetworkVariant variant = NetworkVariant.FAST;

  @Option(
      names = "--voxel-mm",
      paramLabel = "1|2|4|5",
      description = "Voxels of the dose; default: ${DEFAULT-VALUE}. The paper has 1.")
  private int voxelMm = 2;

  @Option(
      names = "--folds",
      paramLabel = "N",
      description = "Folds of the cross-validation; default: ${DEFAULT-VALUE}.")
  private int folds = 5;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "Most passes over the patients; default: ${DEFAULT-VALUE}.")
  private int epochs = 300;

  TrainCommand(Surroundings surroundings, TrainingServices services) {
    super(surroundings, services);
  }

  @Override
  CohortSource source(FeatureCatalogue features) throws RefusalException {
    if (!Files.isRegularFile(table)) {
      throw new RefusalException(table + " does not exist.");
    }
    if (!VOXELS_MM.contains(voxelMm)) {
      throw new RefusalException("--voxel-mm is one of " + VOXELS_MM + ".");
    }
    return new PatientTable(table, doses, synthetic);
  }

  @Override
  TrainingSettings settings() {
    return TrainingSettings.ofPaper(variant, DoseBox.ofVoxels(voxelMm), folds, epochs);
  }
}
