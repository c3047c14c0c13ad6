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
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recourse.dicom.registration.SpatialMap;
import org.recourse.dicom.registration.SpatialRegistrationFile;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.model.PatientCase;
import org.recourse.model.course.RegistrationForm;
import org.recourse.model.store.CaseStore;
import org.recourse.testing.SharedData;

/** The command on a real CT and the same moved by a known transform. */
class RegisterRealCaseTest {

  /** The aim for finer voxels; 0.28 mm was measured with these of 3.9 mm. */
  private static final double DEFORMABLE_MEAN_MM = 0.35;

  /** What the writer adds to descriptions of made-up studies. */
  private static final String MARK = " (SYNTHETIC, research only)";

  @TempDir private Path folder;

  private CommandLineHarness commandLine;
  private MovedCase moved;
  private Path caseFolder;

  private void makeCase(boolean deformed) throws Exception {
    Path real = SharedData.orSkip("head-neck-case");
    commandLine = new CommandLineHarness(folder.resolve("cache"));
    Path dicom = folder.resolve("dicom");
    caseFolder = folder.resolve("case");
    try (SliceExecutor executor = SliceExecutor.ofThreads(2)) {
      moved =
          MovedCase.of(
              real, Files.createDirectories(folder.resolve("scratch")), deformed, executor);
      moved.write(dicom, executor);
    }
    CommandLineHarness.Outcome imported =
        commandLine.run("import", dicom.toString(), "--case", caseFolder.toString());
    assertEquals(0, imported.exitCode(), imported.out() + imported.err());
  }

  private Path landmarks() throws Exception {
    var text = new StringBuilder("name,fixed x,fixed y,fixed z,moving x,moving y,moving z\n");
    for (Vector3 p : points()) {
      Vector3 q = moved.truth(p);
      text.append(
          String.format(
              Locale.ROOT,
              "p%.0f_%.0f_%.0f,%f,%f,%f,%f,%f,%f%n",
              p.x(),
              p.y(),
              p.z(),
              p.x(),
              p.y(),
              p.z(),
              q.x(),
              q.y(),
              q.z()));
    }
    return Files.writeString(folder.resolve("landmarks.csv"), text);
  }

  /** Inside the head. */
  private List<Vector3> points() {
    var points = new ArrayList<Vector3>();
    for (int x = -40; x <= 40; x += 20) {
      for (int y = -40; y <= 40; y += 20) {
        for (int z = -40; z <= 40; z += 40) {
          points.add(moved.middleMm().plus(new Vector3(x, y - 20, z)));
        }
      }
    }
    return points;
  }

  private static JsonObject check(JsonObject json, String id) {
    for (JsonElement element : json.getAsJsonArray("checks")) {
      if (element.getAsJsonObject().get("id").getAsString().equals(id)) {
        return element.getAsJsonObject();
      }
    }
    throw new AssertionError("no check " + id + " in " + json);
  }

  private CommandLineHarness.Outcome register(String... more) {
    var arguments =
        new ArrayList<>(
            List.of(
                "register",
                "fixed" + MARK,
                "moving" + MARK,
                "--case",
                caseFolder.toString(),
                "--json",
                "-",
                "--quiet"));
    arguments.addAll(List.of(more));
    return commandLine.run(arguments.toArray(String[]::new));
  }

  @Test
  void findsAKnownDeformationAndJudgesItByLandmarksAndContours() throws Exception {
    assumeTrue(
        Boolean.getBoolean("recourse.full"),
        "searches of a whole head in both directions take minutes: only with recourse.full");
    makeCase(true);

    CommandLineHarness.Outcome outcome =
        register("--deformable", "--landmarks", landmarks().toString());

    assertEquals(0, outcome.exitCode(), outcome.out() + outcome.err());
    JsonObject json = outcome.json();
    assertEquals("recourse/register/1", json.get("schema").getAsString());
    assertTrue(json.getAsJsonObject("transform").get("deformable").getAsBoolean());
    assertTrue(json.get("limitsSource").getAsString().contains("10.1002/mp.12256"));
    JsonObject marked = check(json, "landmarks");
    assertEquals(points().size(), marked.getAsJsonArray("points").size());
    assertTrue(marked.get("meanMm").getAsDouble() < DEFORMABLE_MEAN_MM, marked.toString());
    JsonArray structures = check(json, "contours").getAsJsonArray("structures");
    assertTrue(structures.size() >= 4, structures.toString());
    for (JsonElement structure : structures) {
      JsonObject one = structure.getAsJsonObject();
      assertFalse(one.get("name").getAsString().startsWith("PTV"), one.toString());
      assertTrue(one.get("dice").getAsDouble() > 0.8, one.toString());
      assertTrue(one.get("meanDistanceMm").getAsDouble() < 1.5, one.toString());
    }
    assertEquals("PASSED", json.get("verdict").getAsString(), json.toString());
    theFilesSayTheSame(json);
    theCaseKeepsBoth();
    aSecondSearchReplacesBoth();
  }

  private void theFilesSayTheSame(JsonObject json) throws Exception {
    JsonObject files = json.getAsJsonObject("registrationFiles");
    Path rigid = caseFolder.resolve(files.get("rigid").getAsString());
    Path deformable = caseFolder.resolve(files.get("deformable").getAsString());
    JsonObject beside =
        JsonParser.parseString(Files.readString(rigid.resolveSibling("quality.json")))
            .getAsJsonObject();
    assertEquals(json, beside);
    SpatialMap map = SpatialRegistrationFile.read(deformable).maps().getFirst();
    double sumMm = 0;
    for (Vector3 p : points()) {
      sumMm += map.apply(p).orElseThrow().distanceTo(moved.truth(p));
    }
    assertTrue(sumMm / points().size() < DEFORMABLE_MEAN_MM, "mean of the file: " + sumMm);
    SpatialRegistrationFile.read(rigid);
  }

  private void theCaseKeepsBoth() throws Exception {
    PatientCase after = new CaseStore().load(caseFolder);
    assertEquals(2, after.getRegistrations().size());
    assertFalse(RegistrationForm.isDeformable(after.getRegistrations().getFirst()));
    assertTrue(RegistrationForm.isDeformable(after.getRegistrations().getLast()));
    assertTrue(after.getRegistrations().getLast().getMatrix().isEmpty());
  }

  private void aSecondSearchReplacesBoth() throws Exception {
    CommandLineHarness.Outcome again = register("--deformable");
    assertEquals(0, again.exitCode(), again.err());
    assertTrue(again.out().contains("taken out of the case"), again.out());
    assertEquals(2, new CaseStore().load(caseFolder).getRegistrations().size());
  }

  @Test
  void findsAKnownShiftAndFailsOnWrongLandmarks() throws Exception {
    makeCase(false);

    JsonObject json = register("--landmarks", landmarks().toString()).json();

    assertTrue(check(json, "landmarks").get("meanMm").getAsDouble() < 0.2, json.toString());
    for (JsonElement structure : check(json, "contours").getAsJsonArray("structures")) {
      assertTrue(structure.getAsJsonObject().get("dice").getAsDouble() > 0.95, json.toString());
    }
    Path wrong =
        Files.writeString(
            folder.resolve("wrong.json"),
            "[{\"name\": \"C2\", \"fixedMm\": [0, 0, 0], \"movingMm\": [30, 0, 0]}]");
    CommandLineHarness.Outcome failed = register("--landmarks", wrong.toString());
    assertEquals(1, failed.exitCode());
    assertEquals("FAILED", failed.json().get("verdict").getAsString());
    assertFalse(failed.json().get("kept").getAsBoolean());
    assertTrue(failed.out().contains("TG-132"), failed.out());
  }

  @Test
  void landmarksThatCannotBeReadAreRefused() throws Exception {
    commandLine = new CommandLineHarness(folder);
    Path file = Files.writeString(folder.resolve("bad.csv"), "C2,1,2,3,4,five,6\n");

    CommandLineHarness.Outcome outcome =
        commandLine.run(
            "register", "a", "b", "--case", folder.toString(), "--landmarks", file.toString());

    assertEquals(2, outcome.exitCode());
    assertTrue(outcome.err().contains("line 1: five is no number"), outcome.err());
  }
}
