/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.recourse.cohort.evaluation.CellMetric;
import org.recourse.cohort.evaluation.MadeUpCohort;
import org.recourse.cohort.evaluation.PreparedCohort;
import org.recourse.cohort.learned.LearnedModelPackage;
import org.recourse.cohort.learned.SystemResult;
import org.recourse.learning.performance.DeLong;

class SignatureTrainingTest {

  private static final SignatureTraining QUICK =
      new SignatureTraining(SignatureSettings.quick(7), SignatureOutcomes.standard());

  private final PreparedCohort cohort = new MadeUpCohort(10, 1.5, 0).patients(200, 80, 60, 11);

  @Test
  void findsTheThreeFeaturesThatCarryTheOutcome() throws Exception {
    SystemResult result = QUICK.run(cohort, new NullProgressMonitor());

    var model = ((LearnedModelPackage) result.models().getFirst()).model();
    List<String> inputs = model.score().inputs();
    assertEquals(6, inputs.size());
    for (String sequence : List.of("T1", "T1C", "T2")) {
      long carriers =
          inputs.stream()
              .filter(
                  n ->
                      n.equals(sequence + "/original_test_F0")
                          || n.equals(sequence + "/original_test_F1"))
              .count();
      assertEquals(1, carriers, inputs.toString()); // the copy has |r| 0.995 and is dropped
      assertFalse(inputs.contains(sequence + "/original_test_F2"), "depends on the reader");
    }
    assertTrue(auc(result, "test") > 0.75, "a strong signal is found in new centres");
    assertTrue(result.audits().getFirst().result().permutationCount() >= 3);
  }

  @Test
  void reportsEveryAnalysisOfThePaper() throws Exception {
    SystemResult result = QUICK.run(cohort, new NullProgressMonitor());

    List<String> titles = result.tables().stream().map(t -> t.title()).toList();
    assertEquals(18, result.tables().getFirst().rows().size());
    assertTrue(titles.contains("High and low risk by the signature"), titles.toString());
    assertTrue(titles.contains("Signature against clinical variables"), titles.toString());
    assertTrue(titles.contains("Signature: decision curve"), titles.toString());
    assertTrue(titles.contains("Signature in subgroups"), titles.toString());
    assertTrue(titles.contains("Nomogram of the hazard of necrosis"), titles.toString());
    assertTrue(
        result.cells().stream()
            .anyMatch(c -> c.row().equals("signature+dose") && c.metric() == CellMetric.AUC));
    assertTrue(
        result.findings().stream()
            .anyMatch(f -> f.text().contains("does not depend on the planned")));
  }

  /** Permuting the training outcomes leaves nothing to find in patients that were kept apart. */
  @Test
  void scoresOfTestPatientsDoNotDependOnTheirOutcomes() throws Exception {
    PreparedCohort other = new MadeUpCohort(10, 1.5, 0).patients(200, 80, 60, 11);
    var patients = new java.util.ArrayList<>(other.patients().patients());
    for (int i = 200; i < patients.size(); i++) {
      var p = patients.get(i);
      patients.set(
          i,
          new org.recourse.cohort.cases.CohortPatient(
              p.id(),
              p.centre(),
              p.split(),
              p.caseFolder(),
              p.clinical(),
              cohort.patients().patient(200 + (i + 7) % 140).outcomes()));
    }
    var shuffled =
        new PreparedCohort(
            new org.recourse.cohort.cases.CohortTable(patients),
            other.features(),
            other.readings(),
            true);

    SystemResult first = QUICK.run(cohort, new NullProgressMonitor());
    SystemResult second = QUICK.run(shuffled, new NullProgressMonitor());

    var a = first.scores("signature", "test").orElseThrow().scores();
    var b = second.scores("signature", "test").orElseThrow().scores();
    for (int i = 0; i < a.size(); i++) {
      assertEquals(a.score(i), b.score(i), 0);
    }
  }

  @Test
  void stopsWhenCancelled() {
    var monitor = new NullProgressMonitor();
    monitor.setCanceled(true);
    assertThrows(OperationCanceledException.class, () -> QUICK.run(cohort, monitor));
  }

  private static double auc(SystemResult result, String sample) {
    return DeLong.areaUnderCurve(result.scores("signature", sample).orElseThrow().scores(), 0.95)
        .asOptional()
        .orElseThrow();
  }
}
