/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.cohort.internal.patients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recourse.cohort.extraction.DoseVolumeGrid;
import org.recourse.cohort.tables.CohortFolder;
import org.recourse.inference.network.NetworkSize;

class NewCohortRequestTest {

  @TempDir Path folder;

  @Test
  void splitsAreInTheOrderOfThePatients() {
    var request = new NewCohortRequest(30, 10, 1, 7, folder);
    assertEquals(List.of("train", "test"), List.copyOf(request.splits().keySet()));
    assertEquals(List.of(20, 10), List.copyOf(request.splits().values()));
    assertEquals(
        List.of("train"), List.copyOf(new NewCohortRequest(3, 0, 1, 7, folder).splits().keySet()));
    assertThrows(IllegalArgumentException.class, () -> new NewCohortRequest(10, 10, 1, 7, folder));
  }

  @Test
  void saysWhatToChange() throws Exception {
    assertTrue(NewCohortRequest.problem(5, 5, folder.toString()).orElseThrow().contains("fewer"));
    assertTrue(NewCohortRequest.problem(5, 2, " ").orElseThrow().contains("Choose a folder"));
    assertEquals(Optional.empty(), NewCohortRequest.problem(5, 2, folder.resolve("a").toString()));
    Path file = Files.writeString(folder.resolve("cohort.csv"), "id\n");
    assertTrue(NewCohortRequest.problem(5, 2, folder.toString()).orElseThrow().contains("already"));
    assertTrue(NewCohortRequest.problem(5, 2, file.toString()).orElseThrow().contains("a file"));
  }

  @Test
  void gridsAreNamedWithTheirUnit() {
    assertEquals(
        "30 × 30 × 20 voxels of 4 mm (networks train in minutes)",
        ExtractDialog.text(Optional.of(DoseVolumeGrid.STANDARD)));
    assertTrue(ExtractDialog.text(Optional.empty()).startsWith("none"));
    assertEquals(
        "4,106 features; dose volumes of 30 × 30 × 20 voxels of 4 mm.",
        PatientsView.extracted(
            4106, Optional.of(new CohortFolder.DoseGridSize(new NetworkSize(30, 30, 20), 4))));
    assertEquals(
        "2,106 features; no dose volumes.", PatientsView.extracted(2106, Optional.empty()));
    assertTrue(PatientsView.extracted(0, Optional.empty()).contains("extract them"));
  }
}
