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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutcomesCommandTest {

  private static final String NECROSIS = "lethal nasopharyngeal necrosis after re-irradiation";

  @TempDir Path folder;

  @Test
  void anAssessmentMeetsItsOutcome() throws Exception {
    var commandLine = new CommandLineHarness(SharedCache.FOLDER);
    String registry = folder.resolve("registry").toString();

    CommandLineHarness.Outcome recorded =
        commandLine.run(
            "cohort",
            "outcomes",
            "record",
            "bundled",
            "--registry",
            registry,
            "--json",
            "-",
            "--quiet");
    assertEquals(0, recorded.exitCode(), recorded.err());
    JsonObject first = recorded.json().getAsJsonArray("models").get(0).getAsJsonObject();
    String outcome = first.get("outcome").getAsString();
    assertTrue(first.get("new").getAsBoolean());

    CommandLineHarness.Outcome monitored =
        commandLine.run(
            "cohort",
            "outcomes",
            "monitor",
            "--registry",
            registry,
            "--outcome",
            outcome,
            "--model",
            first.get("modelId").getAsString(),
            "--json",
            "-",
            "--quiet");
    assertEquals(0, monitored.exitCode(), monitored.err());
    JsonObject known = monitored.json().getAsJsonArray("models").get(0).getAsJsonObject();
    assertEquals(1, known.get("notYetKnownCount").getAsInt(), "nobody was seen yet");

    CommandLineHarness.Outcome exported =
        commandLine.run(
            "cohort",
            "outcomes",
            "export",
            "--registry",
            registry,
            "--outcome",
            outcome,
            "--to",
            folder.toString(),
            "--quiet");
    assertEquals(0, exported.exitCode(), exported.err());
    String text = Files.readString(folder.resolve("cohort-2026-01-02.csv"));
    assertTrue(text.contains("said." + first.get("modelId").getAsString()), text);
    assertEquals(2, text.lines().count(), "heads and one patient");
  }

  @Test
  void aFollowUpIsKeptAndAWrongDateRefused() {
    var commandLine = new CommandLineHarness(folder.resolve("cache"));
    String registry = folder.resolve("registry").toString();

    assertEquals(
        0,
        commandLine
            .run(
                "cohort",
                "outcomes",
                "follow-up",
                "--registry",
                registry,
                "--patient",
                "P1",
                "--outcome",
                NECROSIS,
                "--found",
                "FREE",
                "--on",
                "2026-01-01",
                "--quiet")
            .exitCode());
    CommandLineHarness.Outcome wrong =
        commandLine.run(
            "cohort",
            "outcomes",
            "follow-up",
            "--registry",
            registry,
            "--patient",
            "P1",
            "--outcome",
            NECROSIS,
            "--found",
            "FREE",
            "--on",
            "soon",
            "--quiet");
    assertEquals(2, wrong.exitCode());
    assertEquals(1, wrong.errLines());
    assertFalse(wrong.err().contains("Exception"), wrong.err());
  }

  @Test
  void anUnknownDatabaseIsRefused() {
    CommandLineHarness.Outcome refused =
        new CommandLineHarness(folder.resolve("cache"))
            .run(
                "cohort",
                "outcomes",
                "export",
                "--registry",
                "jdbc:oracle:x",
                "--outcome",
                "o",
                "--to",
                folder.toString(),
                "--quiet");

    assertEquals(2, refused.exitCode());
    assertTrue(refused.err().contains("PostgreSQL"), refused.err());
  }
}
