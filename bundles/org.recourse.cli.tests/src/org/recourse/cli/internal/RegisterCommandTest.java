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

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.model.PatientCase;
import org.recourse.model.Registration;
import org.recourse.model.RegistrationSource;
import org.recourse.model.store.CaseStore;
import org.recourse.phantom.BundledCase;

/** MR to CT of the bundled case, whose true transform is known. */
class RegisterCommandTest {

  /** A fifth of the smallest voxel edge, 1 mm, at 60 mm from the centre of rotation. */
  private static final double TOLERANCE_MM = 0.2;

  @TempDir private static Path folder;

  private static Path caseFolder;
  private static CommandLineHarness commandLine;

  @BeforeAll
  static void copyTheBundledCase() throws Exception {
    commandLine = new CommandLineHarness(folder);
    Path bundled;
    try (SliceExecutor executor = SliceExecutor.ofThreads(2)) {
      bundled = BundledCase.ensure(folder, executor, new NullProgressMonitor());
    }
    caseFolder = folder.resolve("copy");
    List<Path> all;
    try (Stream<Path> walk = Files.walk(bundled)) {
      all = walk.toList();
    }
    for (Path path : all) {
      Path target = caseFolder.resolve(bundled.relativize(path).toString());
      if (Files.isDirectory(path)) {
        Files.createDirectories(target);
      } else {
        Files.copy(path, target);
      }
    }
  }

  private static AffineTransform matrix(Registration registration) {
    return AffineTransform.ofMatrix4x4(
        registration.getMatrix().stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static Registration mrToCt(PatientCase patientCase) {
    return patientCase.getRegistrations().stream()
        .filter(r -> r.getFrom().getLabel().contains("MR"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void findsTheTransformJudgesItAndKeepsItInTheCase() throws Exception {
    AffineTransform truth = matrix(mrToCt(new CaseStore().load(caseFolder)));

    CommandLineHarness.Outcome outcome =
        commandLine.run(
            "register",
            "PLANNING_CT",
            "T1",
            "--case",
            caseFolder.toString(),
            "--json",
            "-",
            "--quiet");

    assertEquals(0, outcome.exitCode(), outcome.err());
    JsonObject json = outcome.json();
    assertEquals("recourse/register/1", json.get("schema").getAsString());
    assertEquals("PASSED", json.get("verdict").getAsString());
    assertEquals("MUTUAL_INFORMATION", json.get("similarity").getAsString());
    JsonArray checks = json.getAsJsonArray("checks");
    assertEquals("secondRegistration", checks.get(2).getAsJsonObject().get("id").getAsString());
    assertTrue(checks.get(2).getAsJsonObject().get("correctionMm").getAsDouble() < 1);
    assertTrue(json.get("kept").getAsBoolean());
    Path file =
        caseFolder.resolve(json.getAsJsonObject("registrationFiles").get("rigid").getAsString());
    assertTrue(Files.exists(file));
    assertTrue(Files.readString(file.resolveSibling("quality.json")).contains("PASSED"));

    PatientCase after = new CaseStore().load(caseFolder);
    assertEquals(2, after.getRegistrations().size()); // the one before gave way
    Registration kept = mrToCt(after);
    assertEquals(RegistrationSource.COMPUTED, kept.getSource());
    assertTrue(kept.getUncertaintyMm() >= 0.5);
    for (Vector3 p : List.of(Vector3.ZERO, new Vector3(40, 0, -45), new Vector3(-30, 50, 20))) {
      assertEquals(0, matrix(kept).apply(p).distanceTo(truth.apply(p)), TOLERANCE_MM);
    }
  }

  @Test
  void searchesADeformationOnTheBundledCaseAndNeverChangesIt() throws Exception {
    CommandLineHarness.Outcome outcome =
        commandLine.run(
            "register",
            "PLANNING_CT",
            "T1",
            "--case",
            "bundled",
            "--deformable",
            "--json",
            "-",
            "--quiet");

    assertEquals(0, outcome.exitCode(), outcome.err());
    JsonObject json = outcome.json();
    assertEquals("recourse/register/1", json.get("schema").getAsString());
    assertTrue(json.getAsJsonObject("transform").get("deformable").getAsBoolean());
    // The truth is rigid and the images do not determine a deformation: the searches in both
    // directions disagree, and the verdict says so.
    assertEquals("NEEDS_REVIEW", json.get("verdict").getAsString(), outcome.out());
    JsonObject reverse = json.getAsJsonArray("checks").get(2).getAsJsonObject();
    assertEquals("reverseSearch", reverse.get("id").getAsString());
    assertFalse(reverse.get("passed").getAsBoolean());
    assertEquals(
        reverse.get("percentile95Mm").getAsDouble(),
        json.getAsJsonObject("uncertainty").get("radiusMm").getAsDouble(),
        1e-9);
    JsonObject jacobian = json.getAsJsonArray("checks").get(0).getAsJsonObject();
    assertEquals("jacobian", jacobian.get("id").getAsString());
    // The truth is rigid; in tissue without texture MR to CT invents changes (0.43 was measured).
    assertTrue(jacobian.get("leastFactor").getAsDouble() > 0.1, jacobian.toString());
    assertFalse(json.get("kept").getAsBoolean());
  }

  @Test
  void anEnsembleGivesTheUncertaintyAndIsRigid() throws Exception {
    CommandLineHarness.Outcome outcome =
        commandLine.run(
            "register",
            "PLANNING_CT",
            "T1",
            "--case",
            "bundled",
            "--ensemble",
            "4",
            "--json",
            "-",
            "--quiet");

    JsonObject uncertainty = outcome.json().getAsJsonObject("uncertainty");
    assertEquals("ENSEMBLE", uncertainty.get("source").getAsString(), outcome.err());
    assertEquals(4, uncertainty.get("members").getAsInt());
    assertEquals(3, uncertainty.getAsJsonArray("semiAxesMm").size());
    assertTrue(uncertainty.get("radiusMm").getAsDouble() < 3, uncertainty.toString());
    CommandLineHarness.Outcome refused =
        commandLine.run(
            "register", "CT", "T1", "--case", "bundled", "--ensemble", "4", "--deformable");
    assertEquals(2, refused.exitCode());
    assertTrue(refused.err().contains("--ensemble is for rigid"), refused.err());
  }

  @Test
  void anUnknownImageIsRefusedWithTheOnesThereAre() throws IOException {
    CommandLineHarness.Outcome outcome =
        commandLine.run("register", "PLANNING_CT", "PET", "--case", caseFolder.toString());

    assertEquals(2, outcome.exitCode());
    assertTrue(outcome.err().contains("no image is called PET"), outcome.err());
    assertTrue(outcome.err().contains("T1C"), outcome.err());
  }
}
