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
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recourse.dicom.voxels.DicomVoxels;
import org.recourse.dicom.voxels.DoseFile;
import org.recourse.grid.exchange.VolumeFiles;

/** The contract of the result files, on the case that is in the product. */
class BundledCaseCommandsTest {

  private static final String INTERVAL = "registrationInterval";

  private static final List<String> ENVELOPE =
      List.of("schema", "software", "created", "inputs", "findings");

  private static final List<String> DVH_KEYS =
      List.of(
          "name",
          "roiNumber",
          "volumeCm3",
          "dMeanGy",
          "dMinGy",
          "dMaxGy",
          "d99Gy",
          "d98Gy",
          "d95Gy",
          "d50Gy",
          "d5Gy",
          "d2Gy",
          "d1Gy",
          "d0_03ccGy",
          "d0_1ccGy",
          "d1ccGy",
          "dvh",
          "shape",
          "coveredFraction",
          "numericalErrors");

  /** Doses are stored in steps of 0.1 µGy and kept as float. */
  private static final double DOSE_TOLERANCE_GY = 1e-5;

  private static CommandLineHarness commandLine;

  @BeforeAll
  static void start() {
    commandLine = new CommandLineHarness(SharedCache.FOLDER);
  }

  @Test
  void dvhHasTheKeysThatScriptsRelyOn() {
    JsonObject result = run("dvh", "bundled", "--json", "-", "--quiet");

    assertHas(result, ENVELOPE);
    assertEquals("recourse/dvh/1", result.get("schema").getAsString());
    assertEquals("2026-01-02T03:04:05Z", result.get("created").getAsString());
    assertTrue(input(result, 0).has("sha256"));
    assertTrue(input(result, 1).has("sopInstanceUid"));
    JsonObject brainstem = named(result.getAsJsonArray("structures"), "name", "Brainstem");
    assertHas(brainstem, DVH_KEYS);
    JsonObject errors = brainstem.getAsJsonObject("numericalErrors");
    for (String key : DVH_KEYS.subList(3, 16)) {
      assertTrue(errors.getAsJsonObject(key).get("errorGy").getAsDouble() >= 0, key);
      assertTrue(errors.getAsJsonObject(key).has("method"), key);
    }
    assertTrue(brainstem.has("d2ccGy"));
    assertEquals("INTERPOLATED", brainstem.get("shape").getAsString());
    JsonObject curve = brainstem.getAsJsonObject("dvh");
    assertEquals(0.01, curve.get("binGy").getAsDouble());
    JsonArray volumes = curve.getAsJsonArray("cumulativeVolumeCm3");
    assertEquals(brainstem.get("dMaxGy").getAsDouble() / 0.01, volumes.size(), 3); // to just beyond
    assertEquals(0, volumes.get(volumes.size() - 1).getAsDouble());
  }

  @Test
  void csvHasOneRowPerStructure() {
    CommandLineHarness.Outcome outcome = commandLine.run("dvh", "bundled", "--csv", "-", "--quiet");

    List<String> lines = outcome.out().lines().toList();
    assertTrue(lines.get(0).startsWith("name,roiNumber,volumeCm3,dMeanGy"));
    assertTrue(lines.get(0).contains(",shape,dMeanErrorGy,dMeanErrorMethod,"));
    assertTrue(lines.get(0).endsWith(",d2ccErrorGy,d2ccErrorMethod"));
    int columns = lines.get(0).split(",", -1).length;
    assertTrue(lines.stream().allMatch(line -> line.split(",", -1).length == columns));
  }

  @Test
  void oneDoseGridCanBeNamed() {
    JsonObject all = run("dvh", "bundled", "--json", "-", "--quiet");
    String uid =
        input(all, all.getAsJsonArray("inputs").size() - 1).get("sopInstanceUid").getAsString();

    JsonObject one = run("dvh", "bundled", "--dose", uid, "--json", "-", "--quiet");

    assertNotEquals(
        named(all.getAsJsonArray("structures"), "name", "Brainstem").get("dMeanGy"),
        named(one.getAsJsonArray("structures"), "name", "Brainstem").get("dMeanGy"));
    assertEquals(2, commandLine.run("dvh", "bundled", "--dose", "1.2.3", "--json", "-").exitCode());
  }

  @Test
  void accumulateNamesRatioConventionAndUpperBound() {
    JsonObject result = run("accumulate", "bundled", "--no-bands", "--json", "-", "--quiet");

    assertHas(result, ENVELOPE);
    assertEquals("recourse/accumulate/1", result.get("schema").getAsString());
    assertEquals(3, result.getAsJsonArray("courses").size());
    JsonObject cord = named(result.getAsJsonArray("structures"), "name", "SpinalCord");
    assertHas(
        cord,
        List.of(
            "name",
            "alphaBetaGy",
            "recovery",
            "eqd2MaxGy",
            "eqd2D0_1ccGy",
            "eqd2MeanGy",
            "upperBound"));
    assertEquals("NONE", cord.getAsJsonObject("recovery").get("convention").getAsString());
    assertTrue(
        cord.getAsJsonObject("upperBound").get("eqd2MaxGy").getAsDouble()
            > cord.get("eqd2MaxGy").getAsDouble());
  }

  @Test
  void accumulateShowsPartsBoundsAndWhatRemains() {
    JsonObject result = run("accumulate", "bundled", "--no-bands", "--json", "-", "--quiet");

    JsonObject first = result.getAsJsonArray("courses").get(0).getAsJsonObject();
    assertEquals("STATED", first.get("uncertaintyBasis").getAsString());
    for (JsonElement element : result.getAsJsonArray("structures")) {
      JsonObject structure = element.getAsJsonObject();
      double maxGy = structure.get("eqd2MaxGy").getAsDouble();
      double partsGy = 0;
      for (JsonElement part : structure.getAsJsonArray("parts")) {
        JsonObject figures = part.getAsJsonObject();
        partsGy += figures.has("eqd2MaxGy") ? figures.get("eqd2MaxGy").getAsDouble() : 0;
      }
      assertTrue(maxGy <= partsGy + 1e-3, structure::toString); // the maxima lie elsewhere
      JsonObject displaced = structure.getAsJsonObject("displacedMaximum");
      assertTrue(displaced.get("highestEqd2Gy").getAsDouble() >= maxGy - 1e-3, structure::toString);
      assertTrue(displaced.get("lowestEqd2Gy").getAsDouble() <= maxGy, structure::toString);
    }
    JsonObject cord = named(result.getAsJsonArray("structures"), "name", "SpinalCord");
    JsonObject left = cord.getAsJsonArray("remaining").get(0).getAsJsonObject();
    assertEquals(67.75, left.get("limitEqd2Gy").getAsDouble());
    assertEquals(27, left.get("fractionCount").getAsInt());
    assertTrue(left.get("dosePerFractionGy").getAsDouble() > 0);
  }

  /** The written sum is read back and gives the numbers of the ledger. */
  /** Every cumulative figure has its interval, and names the registrations it depends on. */
  @Test
  void accumulateAndAssessGiveTheIntervalsOfTheRegistrations() {
    JsonObject result = run("accumulate", "bundled", "--json", "-", "--quiet");

    JsonObject first = named(result.getAsJsonArray("courses"), "label", "First course 2019");
    String id = first.getAsJsonArray("transformIds").get(0).getAsString();
    JsonObject used = named(result.getAsJsonArray("registrations"), "transformId", id);
    assertEquals("RIGID", used.get("kind").getAsString());
    for (JsonElement element : result.getAsJsonArray("structures")) {
      JsonObject structure = element.getAsJsonObject();
      JsonObject interval = structure.getAsJsonObject(INTERVAL);
      JsonObject mean = interval.getAsJsonObject("eqd2Mean");
      double nominalGy = mean.get("nominalGy").getAsDouble();
      assertEquals(structure.get("eqd2MeanGy").getAsDouble(), nominalGy, 1e-3);
      assertTrue(mean.get("worstLowGy").getAsDouble() <= nominalGy);
      assertTrue(mean.get("worstHighGy").getAsDouble() >= nominalGy);
      assertTrue(
          mean.get("percentile97_5Gy").getAsDouble() >= mean.get("percentile2_5Gy").getAsDouble());
      assertEquals(id, interval.getAsJsonArray("transformIds").get(0).getAsString());
      JsonObject dvh = interval.getAsJsonObject("dvh");
      assertEquals(1, dvh.getAsJsonArray("worstHighVolumeFraction").get(0).getAsDouble(), 1e-9);
    }
    JsonArray plain =
        run("accumulate", "bundled", "--no-bands", "--json", "-", "--quiet")
            .getAsJsonArray("structures");
    result.getAsJsonArray("structures").forEach(s -> s.getAsJsonObject().remove(INTERVAL));
    assertEquals(result.getAsJsonArray("structures"), plain); // the rest is the same
    JsonObject assessed = run("assess", "bundled", "--json", "-", "--quiet");
    JsonObject cord = named(assessed.getAsJsonArray("goals"), "structure", "SpinalCord");
    assertEquals("AS_REGISTERED", cord.get("judgedAt").getAsString());
    assertHas(
        cord.getAsJsonObject(INTERVAL),
        List.of("nominalGy", "worstHighGy", "standing", "verdictAtUnfavourableEnd"));
    JsonObject lobe =
        named(assessed.getAsJsonArray("risks"), "modelId", "org.recourse.risk.temporalLobe.lyman");
    JsonObject moved = lobe.getAsJsonObject(INTERVAL);
    assertEquals(lobe.get("probability").getAsDouble(), moved.get("nominal").getAsDouble(), 1e-4);
    assertTrue(moved.get("worstHigh").getAsDouble() > moved.get("worstLow").getAsDouble());
  }

  @Test
  void accumulateWritesEffectiveDoseAndRemainingDose(@TempDir Path folder) throws Exception {
    JsonObject result =
        run(
            "accumulate",
            "bundled",
            "--no-bands",
            "--json",
            "-",
            "--to",
            folder.toString(),
            "--quiet");

    for (JsonElement element : result.getAsJsonArray("volumes")) {
      JsonObject volume = element.getAsJsonObject();
      Path file = Path.of(volume.get("path").getAsString());
      assertTrue(volume.get("synthetic").getAsBoolean());
      if (file.toString().endsWith(".dcm")) {
        DoseFile read = new DicomVoxels().readDoseFile(file, new NullProgressMonitor());
        assertEquals("EFFECTIVE", read.doseType());
        assertEquals(volume.get("sopInstanceUid").getAsString(), read.sopInstanceUid());
        assertEquals(
            volume.get("eqd2MaxGy").getAsDouble(), read.doseGy().maximumGy(), DOSE_TOLERANCE_GY);
        boolean sum = volume.get("kind").getAsString().equals("SUM");
        assertEquals(sum ? "MULTI_PLAN" : "PLAN", read.summation());
      } else {
        assertTrue(VolumeFiles.read(file).findings().isEmpty());
        String header = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertTrue(header.contains("SYNTHETIC - research only"));
      }
    }
    assertTrue(Files.exists(folder.resolve("eqd2-sum-ab2.dcm")));
    assertTrue(Files.exists(folder.resolve("eqd2-part2-ab10.dcm")));
    assertTrue(Files.exists(folder.resolve("remaining-SpinalCord-Dmax-67.75.nrrd")));
  }

  @Test
  void accumulateNeedsAResult() {
    assertEquals(2, commandLine.run("accumulate", "bundled", "--quiet").exitCode());
  }

  @Test
  void assessGivesEveryModelWithValuesOrWhatItLacks() {
    JsonObject result = run("assess", "bundled", "--no-bands", "--json", "-", "--quiet");

    assertHas(result, ENVELOPE);
    assertEquals("recourse/assess/1", result.get("schema").getAsString());
    assertTrue(result.has("goals"));
    JsonArray risks = result.getAsJsonArray("risks");
    assertEquals(4, risks.size());
    for (JsonElement element : risks) {
      JsonObject risk = element.getAsJsonObject();
      assertHas(
          risk,
          List.of(
              "modelId",
              "modelVersion",
              "outcome",
              "applies",
              "lacks",
              "calibrated",
              "trainedOn",
              "planDependent",
              "inDomain",
              "computeMs"));
      boolean applies = risk.get("applies").getAsBoolean();
      boolean calibrated = risk.get("calibrated").getAsBoolean();
      assertEquals(applies && calibrated, risk.has("probability"), risk::toString);
      assertEquals(applies, risk.has("reasons"));
      assertFalse(!applies && risk.has("score"));
    }
    assertTrue(risks.asList().stream().anyMatch(risk -> risk.getAsJsonObject().has("interval95")));
  }

  @Test
  void onlyTheModelsNamedAreShown() {
    JsonObject all = run("assess", "bundled", "--no-bands", "--json", "-", "--quiet");
    String id = all.getAsJsonArray("risks").get(1).getAsJsonObject().get("modelId").getAsString();

    JsonObject one =
        run("assess", "bundled", "--models", id, "--no-bands", "--json", "-", "--quiet");

    assertEquals(1, one.getAsJsonArray("risks").size());
  }

  private static JsonObject run(String... arguments) {
    CommandLineHarness.Outcome outcome = commandLine.run(arguments);
    assertTrue(outcome.exitCode() <= 1, outcome::err);
    assertTrue(outcome.err().isEmpty(), outcome::err);
    return outcome.json();
  }

  private static JsonObject input(JsonObject result, int index) {
    return result.getAsJsonArray("inputs").get(index).getAsJsonObject();
  }

  private static JsonObject named(JsonArray array, String key, String value) {
    return array.asList().stream()
        .map(JsonElement::getAsJsonObject)
        .filter(object -> object.get(key).getAsString().equals(value))
        .findFirst()
        .orElseThrow();
  }

  private static void assertHas(JsonObject object, List<String> keys) {
    for (String key : keys) {
      assertTrue(object.has(key), () -> key + " is missing");
    }
  }
}
