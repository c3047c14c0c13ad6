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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {

  @TempDir Path folder;

  private CommandLineHarness commandLine;

  @BeforeEach
  void start() {
    commandLine = new CommandLineHarness(folder.resolve("cache"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import",
        "dvh",
        "accumulate",
        "assess",
        "models",
        "serve",
        "bench",
        "gamma",
        "features",
        "plan",
        "register",
        "replay",
        "tune"
      })
  void everyCommandHasHelp(String command) {
    CommandLineHarness.Outcome outcome = commandLine.run(command, "--help");

    assertEquals(0, outcome.exitCode());
    assertTrue(outcome.out().contains("Usage: recourse " + command));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cohort", "pacs", "deidentify", "export", "--nonsense"})
  void whatDoesNotExistIsRefusedInOneLine(String command) {
    CommandLineHarness.Outcome outcome = commandLine.run(command);

    assertEquals(2, outcome.exitCode());
    assertEquals(1, outcome.errLines());
    assertTrue(outcome.err().contains(command));
    assertTrue(outcome.out().isEmpty());
  }

  @Test
  void noCommandIsWrongUsage() {
    assertEquals(2, commandLine.run().exitCode());
  }

  @Test
  void aMissingCaseIsNamed() {
    CommandLineHarness.Outcome outcome =
        commandLine.run("assess", folder.resolve("nowhere").toString(), "--json", "-", "--quiet");

    assertEquals(2, outcome.exitCode());
    assertEquals(1, outcome.errLines());
    assertTrue(outcome.err().contains("nowhere"));
  }

  @Test
  void aFolderWithoutCaseSaysHowToMakeOne() {
    CommandLineHarness.Outcome outcome =
        commandLine.run("accumulate", folder.toString(), "--json", "-", "--quiet");

    assertEquals(2, outcome.exitCode());
    assertTrue(outcome.err().contains("--case OUT"));
  }

  @Test
  void aDamagedCaseIsOneLine() throws IOException {
    Files.writeString(folder.resolve("case.recourse"), "<no case");

    CommandLineHarness.Outcome outcome =
        commandLine.run("dvh", folder.toString(), "--json", "-", "--quiet");

    assertEquals(2, outcome.exitCode());
    assertEquals(1, outcome.errLines());
    assertTrue(outcome.err().contains("case.recourse"));
  }

  @Test
  void aFolderWithoutDicomIsRefusedAndLeavesNothingBehind() throws IOException {
    Path source = Files.createDirectory(folder.resolve("source"));
    Files.writeString(source.resolve("letter.txt"), "no DICOM");
    Path target = folder.resolve("case");

    CommandLineHarness.Outcome outcome =
        commandLine.run("import", source.toString(), "--case", target.toString(), "--quiet");

    assertEquals(2, outcome.exitCode());
    assertEquals(1, outcome.errLines());
    assertFalse(Files.exists(target));
    try (var left = Files.list(folder)) {
      assertEquals(1, left.count());
    }
  }

  @Test
  void importNeverWritesIntoAFolderWithContent() throws IOException {
    Path target = Files.createDirectory(folder.resolve("case"));
    Files.writeString(target.resolve("notes.txt"), "mine");

    CommandLineHarness.Outcome outcome =
        commandLine.run("import", folder.toString(), "--case", target.toString(), "--quiet");

    assertEquals(2, outcome.exitCode());
    assertTrue(outcome.err().contains("not empty"));
  }

  @Test
  void aResultMustBeNamed() {
    CommandLineHarness.Outcome outcome = commandLine.run("dvh", "bundled");

    assertEquals(2, outcome.exitCode());
    assertTrue(outcome.err().contains("--json"));
  }

  @Test
  void anUnknownModelIsRefusedBeforeAnythingIsComputed() {
    CommandLineHarness.Outcome outcome =
        commandLine.run("assess", "bundled", "--models", "no.such.model", "--json", "-");

    assertEquals(2, outcome.exitCode());
    assertTrue(outcome.err().contains("no.such.model"));
  }

  @Test
  void modelsAreListedWithTheirSources() {
    JsonObject result = commandLine.run("models", "list", "--json", "-", "--quiet").json();

    assertEquals("recourse/models/1", result.get("schema").getAsString());
    assertEquals(4, result.getAsJsonArray("models").size());
    assertTrue(
        result.getAsJsonArray("models").asList().stream()
            .allMatch(model -> model.getAsJsonObject().has("literature")));
    assertEquals(4, commandLine.run("models", "list").out().lines().count());
  }
}
