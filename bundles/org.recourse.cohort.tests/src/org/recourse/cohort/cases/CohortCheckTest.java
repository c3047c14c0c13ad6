/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.recourse.grid.finding.Finding;

class CohortCheckTest {

  private static CohortPatient patient(String id, String split, String age) {
    return new CohortPatient(
        id,
        "north",
        split,
        "",
        Map.of("ageYears", age, "nStage", "2", "whoType", "3", "diabetes", "0", "male", "1"),
        Map.of("necrosis", new PatientOutcome(false, 12)));
  }

  private static List<Finding> check(CohortPatient... patients) {
    return new CohortCheck().check(new CohortTable(List.of(patients)), Map.of());
  }

  private static void assertError(List<Finding> findings, String part) {
    assertTrue(
        findings.stream()
            .anyMatch(f -> f.severity() == Finding.Severity.ERROR && f.text().contains(part)),
        () -> part + " not in " + findings);
  }

  @Test
  void aSoundCohortHasNoFindings() {
    assertEquals(List.of(), check(patient("a", "train", "40"), patient("b", "test", "50")));
  }

  @Test
  void aPatientInTwoSplitsIsLeakage() {
    assertError(
        check(patient("a", "train", "40"), patient("a", "test", "41")), "has seen its test");
    assertError(check(patient("a", "train", "40"), patient("a", "train", "41")), "twice");
  }

  @Test
  void equalRowsUnderTwoNamesAreFound() {
    assertError(
        check(patient("a", "train", "40"), patient("b", "test", "40")), "may have seen its test");
    List<Finding> within = check(patient("a", "train", "40"), patient("b", "train", "40"));
    assertEquals(Finding.Severity.WARNING, within.getFirst().severity());
  }

  @Test
  void aSharedImageIsFound() {
    var cohort = new CohortTable(List.of(patient("a", "train", "40"), patient("b", "test", "50")));
    assertError(
        new CohortCheck().check(cohort, Map.of("a", Set.of("x", "y"), "b", Set.of("y"))),
        "an image in common");
  }

  @Test
  void equalFeaturesAreFound() {
    var cohort = new CohortTable(List.of(patient("a", "train", "40"), patient("b", "test", "50")));
    var features = new FeatureTable(List.of("a", "b"), List.of("x"), new double[][] {{1.5}, {1.5}});
    assertError(new CohortCheck().checkFeatures(cohort, features), "the same features");
    var few = new FeatureTable(List.of("a"), List.of("x"), new double[][] {{1.5}});
    assertEquals(
        Finding.Severity.WARNING,
        new CohortCheck().checkFeatures(cohort, few).getFirst().severity());
  }

  @Test
  void implausibleValuesAreNamed() {
    assertError(check(patient("a", "train", "400")), "ageYears is 400");
    assertError(check(patient("a", "train", "forty")), "no number");
    var days =
        new CohortPatient(
            "a", "c", "", "", Map.of(), Map.of("necrosis", new PatientOutcome(true, 3000)));
    assertError(check(days), "days");
  }

  @Test
  void missingValuesAreCounted() {
    var without = new CohortPatient("b", "", "test", "", Map.of(), Map.of());
    List<Finding> findings = check(patient("a", "train", "40"), without);
    assertTrue(
        findings.stream().anyMatch(f -> f.text().contains("outcome necrosis is missing in 1 of 2")),
        findings::toString);
    assertError(check(without), "No patient has an outcome");
    assertError(new CohortCheck().check(new CohortTable(List.of()), Map.of()), "no patients");
  }
}
