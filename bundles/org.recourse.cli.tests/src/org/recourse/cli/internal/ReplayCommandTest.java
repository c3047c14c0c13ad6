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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records and reports of {@code assess}, and what {@code replay} makes of the records. */
class ReplayCommandTest {

  @TempDir static Path folder;

  private static CommandLineHarness commandLine;

  @BeforeAll
  static void start() {
    commandLine = new CommandLineHarness(SharedCache.FOLDER);
  }

  private static JsonObject assess(String... more) {
    String[] arguments = new String[6 + more.length];
    System.arraycopy(
        new String[] {"assess", "bundled", "--no-bands", "--json", "-", "--quiet"},
        0,
        arguments,
        0,
        6);
    System.arraycopy(more, 0, arguments, 6, more.length);
    return commandLine.run(arguments).json();
  }

  @Test
  void aRecordedAssessmentIsTheSameBitsWhenReplayed() {
    String record = assess().get("record").getAsString();

    CommandLineHarness.Outcome outcome = commandLine.run("replay", record, "--quiet");
    JsonObject result = outcome.json();

    assertEquals(0, outcome.exitCode());
    assertEquals("recourse/replay/1", result.get("schema").getAsString());
    JsonObject replayed = result.getAsJsonArray("records").get(0).getAsJsonObject();
    assertTrue(replayed.get("agrees").getAsBoolean());
    assertTrue(replayed.get("comparedNumbers").getAsInt() > 300);
    assertEquals(0, replayed.get("differingNumbers").getAsInt());
    assertEquals("ASSESSMENT", replayed.get("kind").getAsString());
  }

  @Test
  void aChangedNumberIsFoundAndEndsWithOne() throws Exception {
    Path record = Path.of(assess().get("record").getAsString());
    String text = Files.readString(record);
    Path changed = record.resolveSibling("changed.json");
    Files.writeString(
        changed, text.replaceFirst("(Brainstem/physical/dMeanGy\": )[0-9.]+", "$199.5"));

    CommandLineHarness.Outcome outcome =
        commandLine.run("replay", changed.toString(), "--quiet", "--json", "-");
    Files.delete(changed);

    assertEquals(1, outcome.exitCode());
    JsonObject replayed = outcome.json().getAsJsonArray("records").get(0).getAsJsonObject();
    assertFalse(replayed.get("agrees").getAsBoolean());
    assertEquals(1, replayed.get("differingNumbers").getAsInt());
    assertEquals(
        99.5,
        replayed
            .getAsJsonArray("differences")
            .get(0)
            .getAsJsonObject()
            .get("recorded")
            .getAsDouble());
  }

  @Test
  void whatIsNoRecordIsRefusedInOneLine() throws Exception {
    Path file = folder.resolve("note.json");
    Files.writeString(file, "{}");

    CommandLineHarness.Outcome outcome = commandLine.run("replay", file.toString(), "--quiet");

    assertEquals(2, outcome.exitCode());
    assertEquals(1, outcome.errLines());
    assertTrue(outcome.err().contains("note.json"));
  }

  @Test
  void nothingIsRecordedWhereNobodyWantsIt() {
    assertFalse(assess("--no-record").has("record"));
  }

  @Test
  void aReportIsWrittenByItsEnding() throws Exception {
    Path html = folder.resolve("report.html");
    Path pdf = folder.resolve("report.pdf");

    assertEquals(
        0, commandLine.run("assess", "bundled", "--report", html.toString(), "--quiet").exitCode());
    assertEquals(
        0, commandLine.run("assess", "bundled", "--report", pdf.toString(), "--quiet").exitCode());

    assertTrue(Files.readString(html, StandardCharsets.UTF_8).contains("<h2>Model cards</h2>"));
    assertTrue(Files.readString(pdf, StandardCharsets.ISO_8859_1).startsWith("%PDF-"));
  }

  @Test
  void anUnknownEndingIsRefusedBeforeAnythingIsComputed() {
    CommandLineHarness.Outcome outcome =
        commandLine.run("assess", "bundled", "--report", "report.doc", "--quiet");

    assertEquals(2, outcome.exitCode());
    assertTrue(outcome.err().contains(".pdf, .html"));
  }

  @Test
  void aResultMustBeNamed() {
    CommandLineHarness.Outcome outcome = commandLine.run("assess", "bundled", "--quiet");

    assertEquals(2, outcome.exitCode());
    assertTrue(outcome.err().contains("--report"));
  }
}
