/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recourse.cohort.cases.CohortPatient;
import org.recourse.cohort.cases.CohortTable;
import org.recourse.cohort.cases.FeatureTable;
import org.recourse.cohort.cases.PatientOutcome;

class CohortTrainCommandTest {

  private static final int PATIENTS = 150;
  private static final int TRAINING = 100;
  private static final int FEATURES = 5;

  @TempDir Path folder;
  private CommandLineHarness commandLine;
  private Path cohort;

  /** Feature 0 of each sequence raises the risk, the others are noise. */
  @BeforeEach
  void makeACohort() throws Exception {
    commandLine = new CommandLineHarness(folder.resolve("cache"));
    cohort = Files.createDirectories(folder.resolve("cohort"));
    var random = new Random(5);
    List<String> names = new ArrayList<>();
    for (String sequence : List.of("T1", "T1C", "T2")) {
      for (int j = 0; j < FEATURES; j++) {
        names.add(sequence + "/original_test_F" + j);
      }
    }
    List<CohortPatient> patients = new ArrayList<>();
    double[][] rows = new double[PATIENTS][names.size()];
    for (int i = 0; i < PATIENTS; i++) {
      for (int j = 0; j < names.size(); j++) {
        rows[i][j] = random.nextGaussian();
      }
      double risk = rows[i][0] + rows[i][FEATURES] + rows[i][2 * FEATURES];
      boolean event = random.nextDouble() < 1 / (1 + Math.exp(0.7 - 1.5 * risk));
      var outcome = new PatientOutcome(event, event ? 6 : 20);
      Map<String, String> clinical = new LinkedHashMap<>();
      clinical.put("male", Integer.toString(random.nextInt(2)));
      clinical.put("ageYears", Integer.toString(40 + random.nextInt(30)));
      patients.add(
          new CohortPatient(
              "synthetic-" + i,
              i % 2 == 0 ? "A" : "B",
              i < TRAINING ? "train" : "test",
              "",
              clinical,
              Map.of("necrosis", outcome, "recurrence", outcome, "death", outcome)));
    }
    new CohortTable(patients).write(cohort.resolve("cohort.csv"));
    new FeatureTable(patients.stream().map(CohortPatient::id).toList(), names, rows)
        .write(cohort.resolve("features.csv"));
  }

  @Test
  void trainsAndEvaluatesTheSignature() throws Exception {
    Path models = folder.resolve("models");
    CommandLineHarness.Outcome trained =
        commandLine.run(
            "cohort",
            "train",
            cohort.toString(),
            "--system",
            "signature",
            "--to",
            models.toString(),
            "--seed",
            "3",
            "--quick",
            "--permutations",
            "4",
            "--quiet");

    assertEquals(0, trained.exitCode(), trained.err());
    assertTrue(Files.exists(models.resolve("signature.prnn-1-year/model.json")));
    assertFalse(Files.exists(folder.resolve("models.unfinished")), "done: nothing to go on with");
    String report = Files.readString(models.resolve("report.md"));
    assertTrue(report.contains("| signature | 4 |"), "permutations asked for: " + report);
    assertTrue(report.contains("does not depend on the planned"));
    assertTrue(Files.readString(models.resolve("training.json")).contains("\"recourse/cohort/1\""));

    JsonObject result =
        commandLine
            .run(
                "cohort",
                "evaluate",
                models.toString(),
                cohort.toString(),
                "--json",
                "-",
                "--quiet")
            .json();

    assertEquals("recourse/cohort/1", result.get("schema").getAsString());
    JsonObject model = result.getAsJsonArray("models").get(0).getAsJsonObject();
    assertEquals("signature.prnn-1-year", model.get("modelId").getAsString());
    JsonObject test = model.getAsJsonArray("samples").get(1).getAsJsonObject();
    assertEquals("test", test.get("split").getAsString());
    assertEquals(PATIENTS - TRAINING, test.get("patients").getAsInt());
    assertTrue(test.get("auc").getAsDouble() > 0.65, test.toString());
    assertEquals(2, test.getAsJsonArray("aucInterval95").size());
  }

  @Test
  void saysHowToGoOnAfterAKillWhileResultsAreWritten() throws Exception {
    Path models = Files.createDirectories(folder.resolve("models"));
    Files.createFile(models.resolve("report.md"));
    Files.createDirectories(folder.resolve("models.unfinished"));

    CommandLineHarness.Outcome outcome =
        commandLine.run(
            "cohort",
            "train",
            cohort.toString(),
            "--system",
            "signature",
            "--to",
            models.toString(),
            "--seed",
            "3",
            "--quick");

    assertTrue(outcome.err().contains("the same command goes on"), outcome.err());
  }

  @Test
  void refusesAFolderThatIsNoCohortInOneLine() {
    CommandLineHarness.Outcome outcome =
        commandLine.run(
            "cohort",
            "train",
            folder.toString(),
            "--system",
            "recurrence",
            "--to",
            folder.resolve("m").toString(),
            "--seed",
            "1",
            "--quiet");

    assertEquals(2, outcome.exitCode());
    assertEquals(1, outcome.errLines(), outcome.err());
    assertTrue(outcome.err().contains("cohort.csv"), outcome.err());
  }

  @Test
  void saysThatNoEngineIsInstalled() {
    CommandLineHarness.Outcome outcome =
        commandLine.run(
            "cohort",
            "train",
            cohort.toString(),
            "--system",
            "multiomics",
            "--to",
            folder.resolve("m").toString(),
            "--seed",
            "1",
            "--quiet");

    assertEquals(2, outcome.exitCode());
    assertTrue(outcome.err().contains("no engine that trains"), outcome.err());
  }
}
