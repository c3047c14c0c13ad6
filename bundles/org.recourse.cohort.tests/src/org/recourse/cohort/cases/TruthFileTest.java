/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recourse.phantom.cohort.CohortSettings;
import org.recourse.phantom.cohort.SyntheticCohort;
import org.recourse.phantom.cohort.SyntheticPatient;

class TruthFileTest {

  @TempDir Path folder;

  @Test
  void evaluatesAChangedDoseAsThePatientDoes() throws IOException, TableFormatException {
    SyntheticPatient patient = new SyntheticCohort(9, CohortSettings.STANDARD).patient(4);
    Path file = folder.resolve("truth.json");
    new TruthFile(Map.of(patient.id(), TruthFile.Truth.of(patient))).write(file);
    TruthFile.Truth truth = TruthFile.read(file).patients().get(patient.id());
    assertEquals(patient.riskFraction(), truth.riskFraction(), 0);
    assertEquals(patient.facts().fragility(), truth.fragility());
    double[] doseGy = patient.plannedDoseAtPlacesGy();
    for (int i = 0; i < doseGy.length; i++) {
      doseGy[i] *= 0.97;
    }
    assertEquals(patient.trueRisk().evaluate(doseGy), truth.risk().evaluate(doseGy), 0);
  }

  @Test
  void refusesAnotherFile() throws IOException {
    Path file = folder.resolve("truth.json");
    Files.writeString(file, "{\"schema\":\"recourse/dvh/1\"}");
    assertThrows(TableFormatException.class, () -> TruthFile.read(file));
    Files.writeString(file, "{\"schema\":\"recourse/cohort-truth/1\"}");
    assertThrows(TableFormatException.class, () -> TruthFile.read(file));
  }
}
