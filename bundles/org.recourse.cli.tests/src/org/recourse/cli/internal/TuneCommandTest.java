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

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The keys of the contract, on the bundled case with the published models. */
class TuneCommandTest {

  /** New beam doses are written in steps of 0.1 microgray; the curve rises by 0.02 per Gy. */
  private static final double WRITTEN = 1e-6;

  @TempDir private Path folder;

  /** Two bins of the histogram: fluence is scaled to what the target had. */
  private static final double BINS_GY = 0.02;

  /** Weights of beams follow bounds taken as linear; less than this counts as no loss. */
  private static final double STEPS_GY = 0.1;

  private final CommandLineHarness commandLine = new CommandLineHarness(SharedCache.FOLDER);

  @Test
  void proposesAndMakesTheBestAcceptableOne() {
    Path tuned = folder.resolve("tuned");

    CommandLineHarness.Outcome outcome =
        commandLine.run(
            "tune",
            "bundled",
            "--model",
            "org.recourse.risk.temporalLobe.lyman",
            "--json",
            "-",
            "--to",
            tuned.toString(),
            "--quiet");

    JsonObject json = outcome.json();
    assertEquals("recourse/tune/1", json.get("schema").getAsString());
    double before = json.getAsJsonObject("before").get("probability").getAsDouble();
    JsonObject best = json.getAsJsonArray("proposals").get(0).getAsJsonObject();
    assertTrue(kinds(json).containsAll(List.of("beamWeights", "doseSculpt", "reoptimise")));
    assertTrue(best.get("acceptable").getAsBoolean());
    assertEquals(
        best.get("probability").getAsDouble() - before,
        best.get("deltaProbability").getAsDouble(),
        1e-12);
    assertTrue(best.getAsJsonArray("deltaInterval95").get(1).getAsDouble() < 0);
    assertTrue(best.get("deltaTcp").getAsDouble() <= 0.001);
    JsonObject coverage = best.getAsJsonObject("coverage");
    assertTrue(coverage.getAsJsonObject("PTV").get("d95Percent").getAsDouble() >= 95);
    assertTrue(coverage.getAsJsonObject("GTV").get("d98Percent").getAsDouble() >= 95);
    assertTrue(coverage.getAsJsonObject("GTV").get("d0_03ccMinPercent").getAsDouble() >= 90);
    assertTrue(best.getAsJsonArray("unconstrainedOrgans").toString().contains("A_Carotid_L"));
    for (JsonElement one : json.getAsJsonArray("proposals")) {
      boolean passed = true;
      for (JsonElement check : one.getAsJsonObject().getAsJsonArray("checks")) {
        assertFalse(check.getAsJsonObject().get("text").getAsString().isBlank());
        passed &= check.getAsJsonObject().get("passed").getAsBoolean();
      }
      assertEquals(passed, one.getAsJsonObject().get("acceptable").getAsBoolean());
      saysWhatChanges(one.getAsJsonObject());
    }
    assertEquals(best.get("id"), json.get("accepted"));
    assertTrue(Files.isDirectory(tuned));

    JsonObject again =
        commandLine.run("assess", tuned.toString(), "--no-bands", "--json", "-", "--quiet").json();
    double after =
        again.getAsJsonArray("risks").asList().stream()
            .map(JsonElement::getAsJsonObject)
            .filter(r -> r.get("modelId").getAsString().endsWith("lyman"))
            .findFirst()
            .orElseThrow()
            .get("probability")
            .getAsDouble();
    assertEquals(best.get("probability").getAsDouble(), after, WRITTEN);
  }

  private static void saysWhatChanges(JsonObject proposal) {
    if (proposal.has("deltaInterval95")) {
      double delta = proposal.get("deltaProbability").getAsDouble();
      assertTrue(delta >= proposal.getAsJsonArray("deltaInterval95").get(0).getAsDouble());
      assertTrue(delta <= proposal.getAsJsonArray("deltaInterval95").get(1).getAsDouble());
    }
    JsonObject target = proposal.getAsJsonObject("coverage").getAsJsonObject("PTV");
    assertTrue(target.get("d95BeforePercent").getAsDouble() > 99);
    double lostGy = -target.get("deltaD95Gy").getAsDouble();
    if (proposal.get("title").getAsString().contains("coverage kept")) {
      double mostGy = proposal.get("kind").getAsString().equals("beamWeights") ? STEPS_GY : BINS_GY;
      assertTrue(lostGy < mostGy, proposal.get("title").getAsString() + " loses " + lostGy);
    }
  }

  private static List<String> kinds(JsonObject json) {
    return json.getAsJsonArray("proposals").asList().stream()
        .map(one -> one.getAsJsonObject().get("kind").getAsString())
        .toList();
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    CommandLineHarness.Outcome outcome =
        commandLine.run("tune", "bundled", "--keep-coverage", "ctv=95");

    assertEquals(2, outcome.exitCode());
    assertTrue(outcome.err().contains("ctv is not ptv, gtv or minimum"));
  }
}
