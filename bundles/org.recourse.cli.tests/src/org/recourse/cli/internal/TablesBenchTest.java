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
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TablesBenchTest {

  @TempDir Path folder;

  /** About two minutes: 100 patients are made and their features extracted. */
  @Test
  void everyCellOfTheSignatureHasItsIntervalCodeAndSeed() throws Exception {
    Assumptions.assumeTrue(Boolean.getBoolean("recourse.full"), "needs -Drecourse.full");
    Path report = folder.resolve("report.md");

    CommandLineHarness.Outcome outcome = quick("liu2023", report);

    assertEquals(0, outcome.exitCode(), outcome.err());
    List<JsonObject> cells =
        outcome.json().getAsJsonArray("results").asList().stream()
            .map(element -> element.getAsJsonObject())
            .filter(cell -> cell.get("case").getAsString().startsWith("liu2023/"))
            .toList();
    assertTrue(cells.size() >= 15, cells.toString());
    for (JsonObject cell : cells) {
      assertTrue(cell.has("code") && cell.has("seed"), cell.toString());
      if (cell.get("metric").getAsString().equals("auc")) {
        assertEquals(2, cell.getAsJsonArray("interval95").size());
      }
    }
    assertTrue(Files.readString(report).contains("Candidate pipelines"));
  }

  private CommandLineHarness.Outcome quick(String paper, Path report) {
    return new CommandLineHarness(folder.resolve("cache"))
        .run(
            "bench",
            "tables",
            "--quick",
            "--only",
            paper,
            "--report",
            report.toString(),
            "--quiet");
  }

  @Test
  void optionsOfTheTablesBelongToThem() {
    CommandLineHarness.Outcome outcome =
        new CommandLineHarness(folder.resolve("cache")).run("bench", "dose", "--quick");

    assertEquals(2, outcome.exitCode());
    assertTrue(outcome.err().contains("belong to tables"), outcome.err());
  }

  @Test
  void patientsArePreparedForACampaignOnly() {
    var harness = new CommandLineHarness(folder.resolve("cache"));

    CommandLineHarness.Outcome alone = harness.run("bench", "tables", "--prepare", "100");
    CommandLineHarness.Outcome broken =
        harness.run(
            "bench",
            "tables",
            "--campaign",
            folder.resolve("patients").toString(),
            "--prepare",
            "150");

    assertEquals(2, alone.exitCode());
    assertTrue(alone.err().contains("belong to --campaign"), alone.err());
    assertEquals(2, broken.exitCode());
    assertTrue(broken.err().contains("parts of 100"), broken.err());
  }

  /** About two minutes: a ResNet50 of random weights gives the deep features of 85 patients. */
  @Test
  void allThirtyRecurrenceModelsRun() throws Exception {
    Assumptions.assumeTrue(Boolean.getBoolean("recourse.full"), "needs -Drecourse.full");
    Path report = folder.resolve("report.md");

    CommandLineHarness.Outcome outcome = quick("hu2025", report);

    assertEquals(0, outcome.exitCode(), outcome.err());
    long models =
        outcome.json().getAsJsonArray("results").asList().stream()
            .map(element -> element.getAsJsonObject())
            .filter(cell -> cell.get("metric").getAsString().equals("auc"))
            .map(cell -> cell.get("case").getAsString())
            .filter(name -> name.endsWith("/validation"))
            .distinct()
            .count();
    assertEquals(30, models);
    assertTrue(Files.readString(report).contains("random weights, not trained"));
  }
}
