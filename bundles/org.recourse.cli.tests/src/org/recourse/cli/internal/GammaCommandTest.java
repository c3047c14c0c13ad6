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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recourse.dicom.write.DicomUid;
import org.recourse.dicom.write.DoseSpec;
import org.recourse.dicom.write.DoseWriter;
import org.recourse.dicom.write.EffectiveDoseSpec;
import org.recourse.dicom.write.EffectiveDoseWriter;
import org.recourse.dicom.write.WrittenObject;
import org.recourse.dicom.write.WrittenPatient;
import org.recourse.dicom.write.WrittenStudy;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.model.Sex;

/** Two RTDOSE files from disk. Uniform doses have gamma |difference| / tolerance everywhere. */
class GammaCommandTest {

  /** Doses are stored in steps of 0.1 µGy and compared in double. */
  private static final double GAMMA_TOLERANCE = 1e-4;

  private static final GridGeometry GRID =
      new GridGeometry(6, 5, 4, new Vector3(-3, 2, 7), new Vector3(2, 2, 2));

  @TempDir Path folder;

  private CommandLineHarness commandLine;
  private Path reference;
  private Path evaluated;

  @BeforeEach
  void write() throws Exception {
    commandLine = new CommandLineHarness(folder.resolve("cache"));
    reference = uniform("reference.dcm", "frame", 100, 1);
    evaluated = uniform("evaluated.dcm", "frame", 101.5f, 2);
  }

  private Path uniform(String file, String frame, float doseGy, int instance) throws Exception {
    return write(file, frame, instance, uniform(doseGy));
  }

  private static DoseGrid uniform(float doseGy) {
    DoseGrid.Builder dose = DoseGrid.builder(GRID);
    float[] slice = new float[GRID.sliceVoxelCount()];
    Arrays.fill(slice, doseGy);
    for (int z = 0; z < GRID.sizeZ(); z++) {
      dose.slice(z, slice);
    }
    return dose.build();
  }

  private Path write(String file, String frame, int instance, DoseGrid dose) throws Exception {
    var study =
        new WrittenStudy(
            new WrittenPatient("G-1", "Gamma^Test", Optional.empty(), Sex.UNKNOWN),
            DicomUid.ofName("gamma test"),
            "G1",
            "Gamma",
            LocalDate.of(2026, 1, 2),
            true);
    var plan =
        new WrittenObject(
            folder.resolve("plan.dcm"),
            "1.2.840.10008.5.1.4.1.1.481.5",
            DicomUid.ofName("plan"),
            DicomUid.ofName("plan series"),
            DicomUid.ofName(frame));
    Path path = folder.resolve(file);
    new DoseWriter(study)
        .write(path, DoseSpec.ofPlan(1, instance, file), dose, plan, new NullProgressMonitor());
    return path;
  }

  private CommandLineHarness.Outcome gamma(Path other, String... more) {
    var arguments = new ArrayList<String>();
    arguments.addAll(List.of("gamma", reference.toString(), other.toString(), "--quiet"));
    arguments.addAll(List.of(more));
    return commandLine.run(arguments.toArray(String[]::new));
  }

  private static final String[] USUAL = {"--dose-percent", "3", "--distance-mm", "2", "--json", "-"};

  @Test
  void hasTheKeysThatScriptsRelyOn() {
    CommandLineHarness.Outcome outcome = gamma(evaluated, USUAL);

    assertEquals(0, outcome.exitCode(), outcome.err());
    assertTrue(outcome.err().isEmpty());
    JsonObject result = outcome.json();
    assertEquals("recourse/gamma/1", result.get("schema").getAsString());
    assertEquals(2, result.getAsJsonArray("inputs").size());
    assertEquals(GRID.voxelCount(), result.get("evaluatedVoxels").getAsInt());
    assertEquals(100, result.get("passPercent").getAsDouble());
    assertEquals(0.5, result.get("meanGamma").getAsDouble(), GAMMA_TOLERANCE);
    assertEquals(0.5, result.get("maxGamma").getAsDouble(), GAMMA_TOLERANCE);
    JsonObject criteria = result.getAsJsonObject("criteria");
    assertEquals("GLOBAL", criteria.get("normalisation").getAsString());
    assertEquals(10, criteria.get("thresholdPercent").getAsDouble());
    assertEquals(100, criteria.get("globalDoseGy").getAsDouble(), GAMMA_TOLERANCE);
  }

  @Test
  void everyOptionReachesTheResult() {
    JsonObject result =
        gamma(
                evaluated,
                "--dose-percent=1",
                "--distance-mm=1",
                "--local",
                "--in-plane",
                "--threshold-percent=5",
                "--max-gamma=1.2",
                "--global-dose-gy=50",
                "--json=-")
            .json();

    assertEquals(1.2, result.get("maxGamma").getAsDouble(), GAMMA_TOLERANCE);
    assertEquals(0, result.get("passPercent").getAsDouble());
    JsonObject criteria = result.getAsJsonObject("criteria");
    assertEquals("LOCAL", criteria.get("normalisation").getAsString());
    assertEquals("IN_PLANE", criteria.get("search").getAsString());
    assertEquals(5, criteria.get("thresholdPercent").getAsDouble());
    assertEquals(50, criteria.get("globalDoseGy").getAsDouble());
  }

  @Test
  void nothingAboveTheThresholdIsAnErrorWithoutANumber() {
    CommandLineHarness.Outcome outcome =
        gamma(
            evaluated,
            "--dose-percent=3",
            "--distance-mm=2",
            "--global-dose-gy=5000",
            "--json=-");

    assertEquals(1, outcome.exitCode());
    assertFalse(outcome.json().has("passPercent"));
    assertTrue(outcome.out().contains("there is no pass rate"));
  }

  @Test
  void otherFramesAreComparedWithAWarning() throws Exception {
    CommandLineHarness.Outcome outcome = gamma(uniform("other.dcm", "other", 100, 3), USUAL);

    assertEquals(0, outcome.exitCode());
    assertTrue(outcome.out().contains("different frames of reference"));
  }

  @Test
  void physicalDoseIsNotComparedWithEqd2() throws Exception {
    Path eqd2 = folder.resolve("eqd2.dcm");
    var spec =
        new EffectiveDoseSpec(
            "EQD2",
            "test",
            reference,
            List.of(reference),
            LocalDate.of(2026, 1, 2).atStartOfDay(),
            true);
    new EffectiveDoseWriter().write(eqd2, spec, uniform(100), new NullProgressMonitor());

    assertRefused(gamma(eqd2, USUAL), "(3004,0004)");
  }

  @ParameterizedTest
  @CsvSource({
    "--dose-percent=0, above 0",
    "--dose-percent=-3, above 0",
    "--dose-percent=NaN, above 0",
    "--distance-mm=0, above 0",
    "--threshold-percent=101, 0 to 100",
    "--max-gamma=0, above 0",
    "--dose-percent=three, three"
  })
  void criteriaThatMakeNoSenseAreRefused(String option, String part) {
    var arguments = new ArrayList<>(List.of("--json=-", option));
    if (!option.startsWith("--dose-percent")) {
      arguments.add("--dose-percent=3");
    }
    if (!option.startsWith("--distance-mm")) {
      arguments.add("--distance-mm=2");
    }

    assertRefused(gamma(evaluated, arguments.toArray(String[]::new)), part);
  }

  @Test
  void theCriteriaMustBeNamed() {
    assertRefused(gamma(evaluated, "--json=-"), "--dose-percent");
  }

  @Test
  void aMissingFileIsNamed() {
    assertRefused(gamma(folder.resolve("nowhere.dcm"), USUAL), "nowhere.dcm");
  }

  @Test
  void anotherKindOfFileIsNamed() throws Exception {
    assertRefused(gamma(Files.writeString(folder.resolve("a.txt"), "x"), USUAL), "a.txt");
  }

  @Test
  void aReferenceOfZeroIsRefused() throws Exception {
    reference = uniform("zero.dcm", "frame", 0, 4);

    assertRefused(gamma(evaluated, USUAL), "above 0 Gy");
  }

  private static void assertRefused(CommandLineHarness.Outcome outcome, String part) {
    assertEquals(2, outcome.exitCode(), outcome.out());
    assertEquals(1, outcome.errLines(), outcome.err());
    assertTrue(outcome.err().contains(part), outcome.err());
    assertTrue(outcome.out().isEmpty());
  }
}
