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
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recourse.dicom.imports.DicomImport;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.model.Beam;
import org.recourse.model.ControlPoint;
import org.recourse.model.Plan;
import org.recourse.model.store.CaseStore;

/** The plan command on the bundled case, with few beams and iterations on a coarse grid. */
class PlanCommandTest {

  private static final List<String> KEYS =
      List.of(
          "schema",
          "software",
          "created",
          "inputs",
          "findings",
          "iterations",
          "end",
          "engineId",
          "machineId",
          "objective",
          "objectiveDelivered",
          "sequencingLossPercent",
          "nonZeros",
          "greatestExcessGy",
          "beams",
          "structures");

  /** Leaf positions have 16 characters in the file. */
  private static final double LEAF_TOLERANCE_MM = 1e-6;

  private static CommandLineHarness commandLine;

  @TempDir private Path folder;

  @BeforeAll
  static void start() {
    commandLine = new CommandLineHarness(SharedCache.FOLDER);
  }

  @Test
  void aPlanIsComputedSequencedAndWrittenIntoACopy() throws Exception {
    JsonObject result = plan("0,90/0/20,270", "--levels=6").json();

    KEYS.forEach(key -> assertTrue(result.has(key), key));
    assertEquals("recourse/plan/1", result.get("schema").getAsString());
    double first = objective(result.getAsJsonArray("iterations").get(0));
    double last = objective(result.getAsJsonArray("iterations").asList().getLast());
    assertTrue(last < first, first + " -> " + last);
    assertTrue(
        result.get("objectiveDelivered").getAsDouble() >= result.get("objective").getAsDouble());
    assertTrue(structure(result, "PTVnx").get("d50Gy").getAsDouble() > 40);

    Plan plan = plannedOf(folder.resolve("planned"));
    assertEquals(3, plan.getBeams().size());
    assertEquals(4, plan.getDoses().size(), "the plan and three beams");
    Beam turned = plan.getBeams().get(1);
    assertEquals(90, turned.getControlPoints().getFirst().getGantryAngleDeg());
    assertEquals(20, turned.getControlPoints().getFirst().getCollimatorAngleDeg());
    int segments =
        result.getAsJsonArray("beams").get(1).getAsJsonObject().get("segments").getAsInt();
    assertEquals(2 * segments, turned.getControlPoints().size());
  }

  /** What is written as RTPLAN comes back through the import: weights and leaves of every shape. */
  @Test
  void theLeavesOfEverySegmentComeBackFromTheFile() throws Exception {
    plan("0,120", "--levels=5");
    Plan written = plannedOf(folder.resolve("planned"));
    Path again = folder.resolve("again");
    try (SliceExecutor executor = SliceExecutor.ofThreads(2)) {
      var imported =
          new DicomImport()
              .importFolder(
                  folder.resolve("planned/dicom"), again, executor, new NullProgressMonitor());
      Plan read =
          imported.patientCase().getCourses().stream()
              .flatMap(course -> course.getPlans().stream())
              .filter(plan -> plan.getLabel().equals(written.getLabel()))
              .findFirst()
              .orElseThrow();
      for (int b = 0; b < written.getBeams().size(); b++) {
        assertSame(written.getBeams().get(b), read.getBeams().get(b));
      }
    }
  }

  private static void assertSame(Beam written, Beam read) {
    assertEquals(written.getControlPoints().size(), read.getControlPoints().size());
    assertEquals(written.getMonitorUnits(), read.getMonitorUnits(), 1e-6);
    for (int p = 0; p < written.getControlPoints().size(); p++) {
      ControlPoint mine = written.getControlPoints().get(p);
      ControlPoint theirs = read.getControlPoints().get(p);
      assertEquals(mine.getCumulativeWeightFraction(), theirs.getCumulativeWeightFraction(), 1e-9);
      assertFalse(theirs.getLeafPositionsMm().isEmpty());
      assertEquals(mine.getLeafPositionsMm().size(), theirs.getLeafPositionsMm().size());
      for (int i = 0; i < mine.getLeafPositionsMm().size(); i++) {
        assertEquals(
            mine.getLeafPositionsMm().get(i),
            theirs.getLeafPositionsMm().get(i),
            LEAF_TOLERANCE_MM);
      }
    }
  }

  @Test
  void importedBeamsAreWeightedWithoutAnEngine() throws Exception {
    JsonObject result = plan("imported").json();

    assertTrue(result.get("objective").getAsDouble() < result.get("objectiveBefore").getAsDouble());
    JsonArray beams = result.getAsJsonArray("beams");
    assertEquals(9, beams.size());
    Map<Integer, Double> weights =
        beams.asList().stream()
            .map(JsonElement::getAsJsonObject)
            .collect(
                Collectors.toMap(
                    one -> one.get("number").getAsInt(), one -> one.get("weight").getAsDouble()));
    for (Beam beam : plannedOf(folder.resolve("planned")).getBeams()) {
      assertEquals(weights.get(beam.getNumber()), beam.getWeight());
    }
    // the dose of the case that was written is the dose that was reported
    JsonObject dvh =
        commandLine
            .run("dvh", folder.resolve("planned").toString(), "--json", "-", "--quiet")
            .json();
    assertEquals(
        structure(result, "PTVnx").get("dMeanGy").getAsDouble(),
        structure(dvh, "PTVnx").get("dMeanGy").getAsDouble(),
        1e-3);
  }

  /** The previous course of the bundled case lies in another frame; paper is named as left out. */
  @Test
  void previousCoursesCountInEveryPlaceThatIsNamed() throws Exception {
    Path certain = cumulative("certain", "");
    Path shifted =
        cumulative("shifted", ",\"shiftsMm\":[[0,0,0],[0,8,0],[0,-8,0],[8,0,0],[-8,0,0]]");
    JsonObject one = planWith(certain, "one");
    JsonObject worst = planWith(shifted, "worst");
    assertTrue(
        worst.get("objective").getAsDouble() > one.get("objective").getAsDouble(),
        "the worst place is worse than the middle");
    assertTrue(one.get("findings").toString().contains("known from paper only"), "paper course");
  }

  private Path cumulative(String name, String more) throws Exception {
    String json =
        """
        {"schema":"recourse/objectives/1","fractionCount":27,"targets":["PTVnx"],
         "objectives":[
          {"structure":"PTVnx","kind":"deviation","doseGy":60,"weight":100},
          {"structure":"Brainstem","kind":"overdose","doseGy":20,"weight":10,
           "dose":"cumulativeEqd2","alphaBetaGy":2,"judgement":"worst"}]%s}
        """
            .formatted(more);
    return Files.writeString(folder.resolve(name + ".json"), json);
  }

  private JsonObject planWith(Path objectives, String to) {
    CommandLineHarness.Outcome outcome =
        commandLine.run(
            "plan",
            "bundled",
            "--beams=0/0,120/0",
            "--objectives=" + objectives,
            "--to=" + folder.resolve(to),
            "--spacing-mm=6",
            "--iterations=8",
            "--json=-",
            "--quiet");
    assertTrue(outcome.exitCode() <= 1, outcome.err());
    return outcome.json();
  }

  @Test
  void aSecondRunReadsTheInfluenceFromDiskAndGivesTheSamePlan() throws Exception {
    JsonObject first = plan("40/0", "--levels=5").json();
    Path cache = SharedCache.FOLDER.resolve("influence");
    try (Stream<Path> files = Files.list(cache)) {
      assertTrue(files.allMatch(file -> file.toString().endsWith(".influence")));
    }
    CommandLineHarness.Outcome second = run("second", "40/0", "--levels=5");
    assertEquals(first.get("objective"), second.json().get("objective"));
  }

  @Test
  void whatCannotBePlannedIsRefusedInOneLine() throws Exception {
    assertRefused("no dose engine", run("x", "0/0", "--engine=com.example.none"));
    assertRefused("names no beams", run("x", "left"));
    assertRefused("--beams is missing", commandLine.run("plan", "bundled", "--quiet"));
    Path wishes = wishes("Nobody");
    assertRefused(
        "there is no target Nobody",
        commandLine.run(
            "plan",
            "bundled",
            "--beams=1",
            "--objectives=" + wishes,
            "--to=" + folder.resolve("x"),
            "--quiet"));
    assertFalse(Files.exists(folder.resolve("x")));
    try (Stream<Path> left = Files.list(folder)) {
      assertTrue(left.noneMatch(path -> path.toString().endsWith(".part")));
    }
  }

  private static void assertRefused(String why, CommandLineHarness.Outcome outcome) {
    assertEquals(2, outcome.exitCode(), outcome.err());
    assertTrue(outcome.err().contains(why), outcome.err());
    assertEquals(1, outcome.errLines(), outcome.err());
  }

  @Test
  void enginesAreListed() {
    CommandLineHarness.Outcome lines = commandLine.run("plan", "engines", "--quiet");
    assertEquals(0, lines.exitCode(), lines.err());
    assertTrue(lines.out().startsWith("org.recourse.planning.pencilBeam\t"), lines.out());
    JsonObject json = commandLine.run("plan", "engines", "--json=-", "--quiet").json();
    assertEquals(1, json.getAsJsonArray("engines").size());
  }

  @Test
  void theGenericMachineIsComparedWithItsMeasurements() throws Exception {
    Path report = folder.resolve("machine.md");
    CommandLineHarness.Outcome outcome =
        commandLine.run("plan", "machine", "--json=-", "--report=" + report, "--quiet");
    assertEquals(0, outcome.exitCode(), outcome.err());
    JsonObject result = outcome.json();
    assertTrue(result.get("passed").getAsBoolean());
    assertEquals(11, result.getAsJsonArray("scans").size());
    assertTrue(Files.readString(report).contains("| scan | part of the fit |"));
  }

  @Test
  void aMachineIsFittedToMeasurementsAndCanBeRead() throws Exception {
    Path machine = folder.resolve("own.json");
    CommandLineHarness.Outcome fitted =
        commandLine.run("plan", "machine", "--fit=" + machine, "--json=-", "--quiet");
    assertEquals(0, fitted.exitCode(), fitted.err());
    assertTrue(fitted.json().get("passed").getAsBoolean(), fitted.out());
    JsonObject again =
        commandLine.run("plan", "machine", "--machine=" + machine, "--json=-", "--quiet").json();
    assertTrue(again.get("passed").getAsBoolean());
  }

  private CommandLineHarness.Outcome plan(String beams, String... more) throws Exception {
    CommandLineHarness.Outcome outcome = run("planned", beams, more);
    assertTrue(outcome.exitCode() == 0, outcome.err());
    return outcome;
  }

  private CommandLineHarness.Outcome run(String to, String beams, String... more) throws Exception {
    List<String> arguments =
        new java.util.ArrayList<>(
            List.of(
                "plan",
                "bundled",
                "--beams=" + beams,
                "--objectives=" + wishes("PTVnx"),
                "--to=" + folder.resolve(to),
                "--spacing-mm=6",
                "--iterations=8",
                "--json=-",
                "--quiet"));
    arguments.addAll(List.of(more));
    return commandLine.run(arguments.toArray(String[]::new));
  }

  private Path wishes(String target) throws Exception {
    String json =
        """
        {"schema":"recourse/objectives/1","fractionCount":27,"targets":["%1$s"],
         "objectives":[
          {"structure":"%1$s","kind":"deviation","doseGy":60,"weight":100},
          {"structure":"Brainstem","kind":"overdose","doseGy":20,"weight":10},
          {"structure":"Brain","kind":"mean","weight":1}]}
        """
            .formatted(target);
    return Files.writeString(folder.resolve(target + ".json"), json);
  }

  private static Plan plannedOf(Path caseFolder) throws Exception {
    return new CaseStore().load(caseFolder).getCourses().getLast().getPlans().getFirst();
  }

  private static double objective(JsonElement iteration) {
    return iteration.getAsJsonObject().get("objective").getAsDouble();
  }

  private static JsonObject structure(JsonObject result, String name) {
    return result.getAsJsonArray("structures").asList().stream()
        .map(JsonElement::getAsJsonObject)
        .filter(one -> one.get("name").getAsString().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
