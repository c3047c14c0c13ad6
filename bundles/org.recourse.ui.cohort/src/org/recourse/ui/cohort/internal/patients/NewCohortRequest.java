/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.cohort.internal.patients;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.recourse.cohort.cases.SyntheticFolder;

/**
 * The synthetic cohort that is asked for.
 *
 * @param patients how many, test patients included
 * @param testPatients how many of them are kept for tests; the last ones
 * @param readers structure sets of so many readers
 * @param seed decides everything
 * @param folder folder of the cohort
 */
record NewCohortRequest(int patients, int testPatients, int readers, long seed, Path folder) {

  NewCohortRequest {
    Objects.requireNonNull(folder, "folder");
    if (patients < 1 || testPatients < 0 || testPatients >= patients || readers < 1) {
      throw new IllegalArgumentException(
          "%d patients, %d for tests, %d readers".formatted(patients, testPatients, readers));
    }
  }

  Map<String, Integer> splits() {
    Map<String, Integer> splits = new LinkedHashMap<>();
    splits.put("train", patients - testPatients);
    if (testPatients > 0) {
      splits.put("test", testPatients);
    }
    return splits;
  }

  /** Returns a sentence on what must be changed before it can be made; empty if nothing. */
  static Optional<String> problem(int patients, int testPatients, String folder) {
    if (testPatients >= patients) {
      return Optional.of("Keep fewer patients for tests than there are in all.");
    }
    if (folder.isBlank()) {
      return Optional.of("Choose a folder for the cohort.");
    }
    Path path = Path.of(folder.strip());
    if (Files.exists(path.resolve(SyntheticFolder.TABLE))) {
      return Optional.of("This folder holds a cohort already. Choose another folder.");
    }
    return Files.exists(path) && !Files.isDirectory(path)
        ? Optional.of("This is a file. Choose a folder.")
        : Optional.empty();
  }
}
