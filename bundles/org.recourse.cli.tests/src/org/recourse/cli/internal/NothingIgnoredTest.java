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
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.model.Course;
import org.recourse.model.CourseKind;
import org.recourse.model.PatientCase;
import org.recourse.model.Plan;
import org.recourse.model.Structure;
import org.recourse.model.store.CaseStore;
import org.recourse.phantom.BundledCase;

/**
 * What a user entered, or left out, is never ignored in silence: a number that needs it is missing
 * and a finding of the result says so.
 */
class NothingIgnoredTest {

  private static final Path CACHE = SharedCache.FOLDER;

  private static Path bundled;

  private Path caseFolder;

  @AfterEach
  void delete() {
    if (caseFolder != null) { // not every test makes a case
      CaseFolder.delete(caseFolder);
    }
  }

  @BeforeAll
  static void start() throws Exception {
    try (var executor = SliceExecutor.ofThreads(2)) {
      bundled = BundledCase.ensure(CACHE, executor, new NullProgressMonitor());
    }
  }

  /** Makes a case that differs from the bundled one; its DICOM files are those of the other. */
  private String changed(Consumer<PatientCase> change) throws Exception {
    var store = new CaseStore();
    PatientCase patientCase = store.load(bundled);
    change.accept(patientCase);
    caseFolder = Files.createTempDirectory(CACHE, "changed-");
    Files.createSymbolicLink(caseFolder.resolve("dicom"), bundled.resolve("dicom"));
    store.save(patientCase, caseFolder);
    return caseFolder.toString();
  }

  private static CommandLineHarness.Outcome run(String... arguments) {
    CommandLineHarness.Outcome outcome = new CommandLineHarness(CACHE).run(arguments);
    assertTrue(outcome.exitCode() <= 1, outcome::err);
    return outcome;
  }

  private static CommandLineHarness.Outcome accumulate(String caseFolder) {
    return run("accumulate", caseFolder, "--no-bands", "--json", "-", "--quiet");
  }

  private static Course course(PatientCase patientCase, CourseKind kind) {
    return patientCase.getCourses().stream()
        .filter(course -> course.getKind() == kind && !course.getPlans().isEmpty())
        .findFirst()
        .orElseThrow();
  }

  private static Plan plan(PatientCase patientCase, CourseKind kind) {
    return course(patientCase, kind).getPlans().getFirst();
  }

  private static Structure cord(PatientCase patientCase) {
    return patientCase.getStructureSets().stream()
        .flatMap(set -> set.getStructures().stream())
        .filter(structure -> structure.getName().equals("SpinalCord"))
        .findFirst()
        .orElseThrow();
  }

  private static boolean hasStructure(JsonObject result, String name) {
    return result.getAsJsonArray("structures").asList().stream()
        .map(JsonElement::getAsJsonObject)
        .anyMatch(structure -> structure.get("name").getAsString().equals(name));
  }

  private static List<String> findings(JsonObject result, Predicate<JsonObject> wanted) {
    return result.getAsJsonArray("findings").asList().stream()
        .map(JsonElement::getAsJsonObject)
        .filter(wanted)
        .map(finding -> finding.get("text").getAsString())
        .toList();
  }

  private static void assertFinding(JsonObject result, String severity, String part) {
    assertTrue(
        findings(result, f -> f.get("severity").getAsString().equals(severity)).stream()
            .anyMatch(text -> text.contains(part)),
        () -> severity + " " + part + " in " + result.get("findings"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PREVIOUS", "PLANNED"})
  void withoutFractionNumberThereIsNoEqd2(String kind) throws Exception {
    String changed =
        changed(c -> plan(c, CourseKind.valueOf(kind)).getPrescription().unsetFractionCount());

    CommandLineHarness.Outcome outcome = accumulate(changed);

    assertEquals(1, outcome.exitCode());
    assertFinding(outcome.json(), "ERROR", "number of fractions of");
    assertTrue(outcome.json().getAsJsonArray("structures").isEmpty());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -2})
  void anAlphaBetaThatIsNotAboveZeroGivesNoEqd2(double alphaBetaGy) throws Exception {
    CommandLineHarness.Outcome outcome =
        accumulate(changed(c -> cord(c).setAlphaBetaGy(alphaBetaGy)));

    assertFalse(hasStructure(outcome.json(), "SpinalCord"));
    assertTrue(hasStructure(outcome.json(), "Brainstem"));
    assertFinding(outcome.json(), "WARNING", "not above 0 Gy");
  }

  @Test
  void aDoseInRelativeUnitsIsNeverSummed() throws Exception {
    String changed =
        changed(
            c -> plan(c, CourseKind.PREVIOUS).getDoses().forEach(dose -> dose.setRelative(true)));

    CommandLineHarness.Outcome outcome = accumulate(changed);

    assertEquals(1, outcome.exitCode());
    assertFinding(outcome.json(), "ERROR", "relative units");
    // The course is named as missing, or there is no sum at all; a sum without it is never shown
    // as complete.
    for (JsonElement element : outcome.json().getAsJsonArray("structures")) {
      assertFalse(element.getAsJsonObject().getAsJsonArray("missingCourses").isEmpty());
    }
  }

  @Test
  void aGoalThatIsNoMetricSaysWhatWasExpected() throws Exception {
    String changed = changed(c -> c.getGoals().getFirst().setMetric("D95"));

    CommandLineHarness.Outcome outcome =
        run("assess", changed, "--no-bands", "--json", "-", "--quiet");

    JsonObject goal = outcome.json().getAsJsonArray("goals").get(0).getAsJsonObject();
    assertEquals("NOT_APPLICABLE", goal.get("verdict").getAsString());
    assertTrue(goal.get("reason").getAsString().contains("needs % or cc"), goal::toString);
  }

  /** Two fractions a day are not one: whatever is assumed about repair is said. */
  @Test
  void twiceDailyIsNeverTakenForOnceDailyInSilence() throws Exception {
    String changed =
        changed(
            c -> {
              plan(c, CourseKind.PLANNED).getPrescription().setFractionsPerDay(2);
              plan(c, CourseKind.PLANNED).getPrescription().setHoursBetweenFractions(6);
            });

    CommandLineHarness.Outcome outcome = accumulate(changed);

    assertFinding(outcome.json(), "WARNING", "fractions a day");
    JsonObject planned =
        outcome.json().getAsJsonArray("courses").asList().getLast().getAsJsonObject();
    assertEquals(2, planned.get("fractionsPerDay").getAsInt());
    assertEquals(6, planned.get("hoursBetweenFractions").getAsDouble());
  }

  /**
   * With a half-time the sums with incomplete repair stand beside the plain ones, and are higher.
   */
  @Test
  void aHalfTimeOfRepairIsUsed() throws Exception {
    String changed =
        changed(
            c -> {
              plan(c, CourseKind.PLANNED).getPrescription().setFractionsPerDay(2);
              plan(c, CourseKind.PLANNED).getPrescription().setHoursBetweenFractions(6);
            });

    JsonObject result =
        run(
                "accumulate",
                changed,
                "--no-bands",
                "--repair-half-time",
                "4",
                "--json",
                "-",
                "--quiet")
            .json();

    JsonObject lobe =
        result.getAsJsonArray("structures").asList().stream()
            .map(JsonElement::getAsJsonObject)
            .filter(s -> s.get("name").getAsString().equals("Lobe_Temporal_R"))
            .findFirst()
            .orElseThrow();
    JsonObject repaired = lobe.getAsJsonObject("incompleteRepair");
    assertEquals("WITHIN_DAY", repaired.get("variant").getAsString());
    assertTrue(repaired.get("eqd2MaxGy").getAsDouble() > lobe.get("eqd2MaxGy").getAsDouble() + 1);
  }

  @Test
  void aHalfTimeWithoutHoursBetweenFractionsIsRefused() throws Exception {
    String changed =
        changed(c -> plan(c, CourseKind.PLANNED).getPrescription().setFractionsPerDay(2));

    CommandLineHarness.Outcome outcome =
        run(
            "accumulate",
            changed,
            "--no-bands",
            "--repair-half-time",
            "4",
            "--json",
            "-",
            "--quiet");

    assertEquals(1, outcome.exitCode());
    assertFinding(outcome.json(), "ERROR", "hours between the fractions of a day");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "NaN"})
  void aHalfTimeThatMakesNoSenseIsRefused(String hours) {
    CommandLineHarness.Outcome outcome =
        new CommandLineHarness(CACHE)
            .run("accumulate", "bundled", "--repair-half-time=" + hours, "--json", "-");

    assertEquals(2, outcome.exitCode());
    assertTrue(outcome.err().contains("--repair-half-time"), outcome.err());
  }

  @Test
  void aRegistrationWithoutStatedUncertaintyCountsAsThreeMillimetres() throws Exception {
    String changed = changed(c -> c.getRegistrations().forEach(r -> r.unsetUncertaintyMm()));

    JsonObject result = accumulate(changed).json();

    JsonObject first = result.getAsJsonArray("courses").get(0).getAsJsonObject();
    assertEquals(3, first.get("uncertaintyMm").getAsDouble());
    assertEquals("ASSUMED", first.get("uncertaintyBasis").getAsString());
    JsonObject brainstem =
        result.getAsJsonArray("structures").asList().stream()
            .map(JsonElement::getAsJsonObject)
            .filter(s -> s.get("name").getAsString().equals("Brainstem"))
            .findFirst()
            .orElseThrow();
    assertEquals(3, brainstem.getAsJsonObject("displacedMaximum").get("radiusMm").getAsDouble());
  }

  @Test
  void aProtocolThatIsNotInstalledIsNamed() throws Exception {
    JsonObject result = accumulate(changed(c -> c.getProtocolIds().add("no.such.protocol"))).json();

    assertFinding(result, "WARNING", "no.such.protocol");
  }
}
