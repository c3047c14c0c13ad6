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

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shape of benchmark results; never how long anything takes. */
class BenchCommandTest {

  @TempDir Path folder;

  @Test
  void accuracyIsWrittenAsFiguresAndAsAPage() throws Exception {
    Path page = folder.resolve("dvh-accuracy.md");

    CommandLineHarness.Outcome outcome =
        run("bench", "dvh-accuracy", "--only=sphere/1/", "--table=" + page, "--quiet");

    assertEquals(0, outcome.exitCode(), outcome.err());
    JsonObject result = outcome.json();
    assertEquals("recourse/bench/1", result.get("schema").getAsString());
    assertEquals("dvh-accuracy", result.get("name").getAsString());
    List<JsonObject> figures =
        result.getAsJsonArray("results").asList().stream()
            .map(JsonElement::getAsJsonObject)
            .toList();
    assertEquals(1 + 1 + 3 * 9, figures.size()); // calibration, volume, three axes
    assertEquals("calibration/fma-1e9", figures.get(0).get("case").getAsString());
    assertEquals("sphere/1/volume", figures.get(1).get("case").getAsString());
    assertEquals("relErrorPercent", figures.get(1).get("metric").getAsString());
    assertEquals("sphere/1/x/D99%", figures.get(2).get("case").getAsString());
    assertEquals("absErrorGy", figures.get(2).get("metric").getAsString());
    assertEquals(8, figures.get(2).get("n").getAsInt());
    assertTrue(figures.get(2).get("max").getAsDouble() <= 0.1);
    assertTrue(Files.readString(page).contains("| plastimatch | mid |"));
  }

  @Test
  void planningIsMeasuredOnASmallBox() {
    CommandLineHarness.Outcome outcome =
        run("bench", "planning", "--only=influence/small,evaluate/small,optimise/small", "--quiet");

    assertEquals(0, outcome.exitCode(), outcome.err());
    List<JsonObject> figures =
        outcome.json().getAsJsonArray("results").asList().stream()
            .map(JsonElement::getAsJsonObject)
            .toList();
    for (String figure :
        List.of(
            "influence/small wallMs",
            "influence/small nonZeros",
            "influence/small MiB",
            "evaluate/small wallMs",
            "floor/small wallMs",
            "optimise/small wallMs",
            "optimise/small iterations",
            "optimise/small objective")) {
      assertTrue(
          figures.stream()
              .anyMatch(
                  one ->
                      figure.equals(
                          one.get("case").getAsString() + " " + one.get("metric").getAsString())),
          figure);
    }
  }

  @Test
  void anUnknownBenchmarkIsRefusedWithThoseThereAre() {
    CommandLineHarness.Outcome outcome = run("bench", "nonsense", "--quiet");

    assertEquals(2, outcome.exitCode());
    assertTrue(outcome.err().contains("interactive, dvh-accuracy, dose"), outcome.err());
  }

  @Test
  void aPageBelongsToAccuracyOnly() {
    CommandLineHarness.Outcome outcome = run("bench", "dose", "--table=a.md", "--quiet");

    assertEquals(2, outcome.exitCode());
    assertTrue(outcome.err().contains("--table"), outcome.err());
  }

  @Test
  void theNetworksOfTheCampaignBelongToTheAssistant() {
    CommandLineHarness.Outcome outcome = run("bench", "dose", "--model=networks", "--quiet");

    assertEquals(2, outcome.exitCode());
    assertTrue(outcome.err().contains("--model to assistant"), outcome.err());
  }

  @Test
  void theCampaignSaysWhatItNeeds() {
    CommandLineHarness.Outcome outcome =
        run("bench", "assistant", "--only=truth", "--model=" + folder.resolve("none"), "--quiet");

    assertEquals(2, outcome.exitCode());
    assertTrue(outcome.err().contains("none holds no networks"), outcome.err());
    assertTrue(outcome.err().contains("--campaign"), outcome.err());
  }

  private CommandLineHarness.Outcome run(String... arguments) {
    return new CommandLineHarness(folder.resolve("cache")).run(arguments);
  }
}
