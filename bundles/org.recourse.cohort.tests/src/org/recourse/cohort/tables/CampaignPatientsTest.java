/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.tables;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recourse.cohort.cases.CohortPatient;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.inference.network.NetworkSize;
import org.recourse.phantom.cohort.CohortSettings;
import org.recourse.phantom.cohort.SyntheticCohort;
import org.recourse.phantom.cohort.SyntheticPatient;
import org.recourse.radiomics.BuiltInFeatures;

class CampaignPatientsTest {

  private static final NetworkSize SIZE = new NetworkSize(16, 16, 10);
  private static final double SPACING_MM = 8;

  @TempDir Path folder;

  private final SyntheticCohort source = new SyntheticCohort(5, CohortSettings.STANDARD);
  private final CampaignPatients patients =
      new CampaignPatients(source, BuiltInFeatures.catalogue(), SIZE, SPACING_MM, 2);

  @Test
  void whatWasLostIsMadeAgainAndTheSameForAnyNumberOfThreads() throws Exception {
    try (SliceExecutor one = SliceExecutor.ofThreads(1)) {
      patients.prepare(folder, 4, one, new NullProgressMonitor());
    }
    byte[] dose = Files.readAllBytes(folder.resolve("part-00002.dose.f32"));
    String features = Files.readString(folder.resolve("part-00002.features.csv"));
    String table = Files.readString(folder.resolve("part-00000.patients.csv"));
    byte[] kept = Files.readAllBytes(folder.resolve("part-00000.dose.f32"));
    Files.delete(folder.resolve("part-00002.dose.f32"));
    Files.delete(folder.resolve("part-00000.patients.csv"));

    try (SliceExecutor three = SliceExecutor.ofThreads(3)) {
      patients.prepare(folder, 4, three, new NullProgressMonitor());
    }

    assertArrayEquals(dose, Files.readAllBytes(folder.resolve("part-00002.dose.f32")));
    assertEquals(features, Files.readString(folder.resolve("part-00002.features.csv")));
    assertEquals(table, Files.readString(folder.resolve("part-00000.patients.csv")));
    assertArrayEquals(kept, Files.readAllBytes(folder.resolve("part-00000.dose.f32")));
  }

  @Test
  void theFolderHoldsWhatTheCampaignNeeds() throws Exception {
    try (SliceExecutor one = SliceExecutor.ofThreads(1)) {
      patients.prepare(folder, 2, one, new NullProgressMonitor());
    }

    CohortFolder read = CohortFolder.read(folder);

    assertEquals(SIZE, read.grid().orElseThrow().size());
    assertEquals(96, read.cohort().features().completeFeatures().size());
    assertTrue(read.cohort().synthetic());
    SyntheticPatient truth = source.patient(1);
    CohortPatient patient = read.cohort().patients().patient(1);
    assertEquals(truth.id(), patient.id());
    assertEquals(
        truth.riskFraction(), patient.clinicalNumber("truth.necrosisRisk").orElseThrow(), 0);
    assertEquals(truth.event(), patient.outcome("necrosis").orElseThrow().event());
    float[] doseGy = read.doses().of(truth.id(), SIZE).orElseThrow().toArray();
    double mostGy = 0;
    for (float gy : doseGy) {
      mostGy = Math.max(mostGy, gy);
    }
    double prescribedGy = truth.facts().prescribedGy();
    assertTrue(mostGy > 0.9 * prescribedGy && mostGy < 1.4 * prescribedGy, "greatest " + mostGy);
  }

  @Test
  void otherVolumesAndBrokenPartsAreRefused() throws Exception {
    Files.writeString(folder.resolve("dose-grid.csv"), "sizeX,sizeY,sizeZ,spacingMm\n2,2,2,4\n");
    try (SliceExecutor one = SliceExecutor.ofThreads(1)) {
      var monitor = new NullProgressMonitor();
      assertThrows(IOException.class, () -> patients.prepare(folder, 2, one, monitor));
      assertThrows(IOException.class, () -> patients.prepare(folder.resolve("x"), 3, one, monitor));
    }
  }

  @Test
  void stopsWhenCancelled() {
    var monitor = new NullProgressMonitor();
    monitor.setCanceled(true);
    try (SliceExecutor one = SliceExecutor.ofThreads(1)) {
      assertThrows(
          OperationCanceledException.class, () -> patients.prepare(folder, 2, one, monitor));
    }
    assertFalse(Files.exists(folder.resolve("part-00000.dose.f32")));
  }
}
