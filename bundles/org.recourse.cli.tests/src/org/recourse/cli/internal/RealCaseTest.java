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
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recourse.testing.SharedData;

/**
 * Import and histograms of a real head-and-neck patient against the table in the README of the data
 * set (OpenKBP pt_99; whole voxels, no interpolation). Skipped where the data set is absent.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // the import runs only once
class RealCaseTest {

  /** The contours run along the edges of the voxels that the table counts. */
  private static final double VOLUME_TOLERANCE = 1e-6;

  private static final double MEAN_TOLERANCE_GY = 0.5;

  /**
   * The table takes the dose of the centre for a whole voxel, we interpolate up to its edge, where
   * the targets lose dose fastest. {@code org.recourse.dosimetry.dvh.RealCaseTest} compares with a
   * supersampling that interpolates too: there the tolerance is 0.1 Gy.
   */
  private static final double D95_TOLERANCE_GY = 0.7;

  @TempDir private static Path folder;

  private Map<String, JsonObject> structures = Map.of();

  @ParameterizedTest(name = "{0}: {1} cc, mean {2} Gy, D95 {3} Gy")
  @CsvSource({
    "PTV_7000, 158.290, 70.939, 69.267",
    "PTV_6300, 427.954, 63.963, 61.668",
    "PTV_5600, 969.686, 59.380, 56.790",
    "Brainstem, 30.323, 18.258, 5.121",
    "SpinalCord, 22.733, 20.021, 0.000",
    "Parotid_L, 37.227, 35.209, 13.100",
    "Parotid_R, 41.727, 27.019, 11.478",
    "Bone_Mandible, 83.951, 42.830, 25.054",
    "Larynx, 7.895, 59.573, 57.239",
    "Esophagus, 11.404, 31.912, 0.000",
    "External, 9828.950, 29.501, 1.770"
  })
  void agreesWithThePublishedTable(String name, double volumeCm3, double meanGy, double d95Gy) {
    JsonObject structure = imported().get(name);

    assertEquals(
        volumeCm3,
        structure.get("volumeCm3").getAsDouble(),
        Math.max(volumeCm3 * VOLUME_TOLERANCE, 1e-3));
    assertEquals(meanGy, structure.get("dMeanGy").getAsDouble(), MEAN_TOLERANCE_GY);
    assertEquals(d95Gy, structure.get("d95Gy").getAsDouble(), D95_TOLERANCE_GY);
    assertEquals("PRISMS", structure.get("shape").getAsString());
  }

  @Test
  void everyRiskModelSaysWhatItLacksAndGivesNoNumber() {
    imported();

    JsonObject result =
        commandLine()
            .run("assess", folder.resolve("case").toString(), "--json", "-", "--quiet")
            .json();

    for (JsonElement element : result.getAsJsonArray("risks")) {
      JsonObject risk = element.getAsJsonObject();
      assertFalse(risk.get("applies").getAsBoolean());
      assertFalse(risk.getAsJsonArray("lacks").isEmpty());
      assertFalse(risk.has("probability"));
      assertFalse(risk.has("category"));
    }
  }

  private static CommandLineHarness commandLine() {
    return new CommandLineHarness(folder.resolve("cache"));
  }

  private Map<String, JsonObject> imported() {
    Path data = SharedData.orSkip("head-neck-case");
    if (structures.isEmpty()) {
      String caseFolder = folder.resolve("case").toString();
      CommandLineHarness.Outcome imported =
          commandLine().run("import", data.toString(), "--case", caseFolder, "--quiet");
      assertTrue(imported.exitCode() <= 1, imported::err);
      structures =
          commandLine()
              .run("dvh", caseFolder, "--json", "-", "--quiet")
              .json()
              .getAsJsonArray("structures")
              .asList()
              .stream()
              .map(JsonElement::getAsJsonObject)
              .collect(Collectors.toMap(s -> s.get("name").getAsString(), s -> s));
    }
    return structures;
  }
}
