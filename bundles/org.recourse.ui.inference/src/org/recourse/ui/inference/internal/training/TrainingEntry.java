/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.inference.internal.training;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.recourse.inference.network.NetworkVariant;
import org.recourse.radiomics.FeatureCatalogue;
import org.recourse.training.ModelInputs;
import org.recourse.training.TrainingSettings;
import org.recourse.training.cohort.BundledVariations;
import org.recourse.training.cohort.CohortSource;
import org.recourse.training.cohort.DoseBox;
import org.recourse.training.cohort.PatientTable;

/**
 * What the user entered. Immutable.
 *
 * @param synthetic synthetic patients instead of a table
 * @param patients how many of them
 * @param table file with features and outcomes
 * @param doses folder with dose files; blank: none
 * @param inputs what the model reads
 * @param variant network
 * @param voxelMm voxels of the dose
 * @param folds folds of the cross-validation
 * @param epochs most passes over the patients
 * @param folder where the package goes
 */
record TrainingEntry(
    boolean synthetic,
    int patients,
    String table,
    String doses,
    ModelInputs inputs,
    NetworkVariant variant,
    int voxelMm,
    int folds,
    int epochs,
    String folder) {

  /** Voxels that divide the box of the paper into an even number along every axis. */
  static final List<Integer> VOXELS_MM = List.of(1, 2, 4, 5);

  TrainingEntry {
    Objects.requireNonNull(inputs, "inputs");
    Objects.requireNonNull(variant, "variant");
    table = table.strip();
    doses = doses.strip();
    folder = folder.strip();
  }

  /** Returns what is wrong, if something is. */
  Optional<String> mistake() {
    if (folder.isEmpty()) {
      return Optional.of("Name the folder that takes the package.");
    }
    if (synthetic) {
      return Optional.empty();
    }
    if (table.isEmpty() || !Files.isRegularFile(Path.of(table))) {
      return Optional.of("Name the table of the patients.");
    }
    if (inputs.dose() && (doses.isEmpty() || !Files.isDirectory(Path.of(doses)))) {
      return Optional.of("A model with dose needs the folder of the dose files.");
    }
    return Optional.empty();
  }

  /** Returns where the patients come from. */
  CohortSource source(Path cacheFolder, FeatureCatalogue features) {
    return synthetic
        ? new BundledVariations(cacheFolder, features, patients, TrainingSettings.SHIPPED_SEED)
        : new PatientTable(
            Path.of(table),
            Optional.of(doses).filter(text -> !text.isEmpty()).map(Path::of),
            false);
  }

  /** Returns how the model is trained; synthetic patients need no more than the narrow network. */
  TrainingSettings settings() {
    DoseBox box = DoseBox.ofVoxels(voxelMm);
    return synthetic
        ? TrainingSettings.shipped().with(variant, box, folds, epochs)
        : TrainingSettings.ofPaper(variant, box, folds, epochs);
  }

  /** Returns a word that is the same for the same training; its checkpoints lie under it. */
  String key() {
    String all =
        String.join(
            "|",
            Boolean.toString(synthetic),
            Integer.toString(patients),
            table,
            doses,
            inputs.word(),
            variant.name(),
            Integer.toString(voxelMm),
            Integer.toString(folds),
            Integer.toString(epochs));
    return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
