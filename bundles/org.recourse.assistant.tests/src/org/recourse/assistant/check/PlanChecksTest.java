/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recourse.assistant.cases.OpenCase;
import org.recourse.assistant.numbers.NumbersComputation;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.PlanSnapshot;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.model.Course;
import org.recourse.model.Plan;
import org.recourse.model.Prescription;
import org.recourse.model.Registration;
import org.recourse.model.Structure;
import org.recourse.model.StructureSet;
import org.recourse.model.store.CaseStore;
import org.recourse.phantom.BundledCase;
import org.recourse.risk.ContributedRiskCatalogue;

/**
 * The built-in checks on the bundled case as it is and as it should not be, and vendors' mistakes.
 */
class PlanChecksTest {

  @TempDir static Path folder;

  private static SliceExecutor executor;
  private static Path caseFolder;

  @BeforeAll
  static void start() throws Exception {
    executor = SliceExecutor.ofAllCores();
    caseFolder = BundledCase.ensure(folder, executor, new NullProgressMonitor());
  }

  @AfterAll
  static void stop() {
    executor.close();
  }

  /** An edit of the model before its numbers are computed. */
  private interface Edit {
    void of(OpenCase open);
  }

  private static PlanNumbers numbers(Edit edit) throws Exception {
    OpenCase open = OpenCase.load(caseFolder, new CaseStore(), executor);
    edit.of(open);
    return new NumbersComputation(open.voxels(), new ContributedRiskCatalogue(List.of()), executor)
        .compute(PlanSnapshot.of(open.patientCase(), 1), new NullProgressMonitor());
  }

  private static List<Finding> found(Edit edit) throws Exception {
    return BuiltInPlanChecks.catalogue().check(numbers(edit), new NullProgressMonitor());
  }

  private static boolean says(List<Finding> findings, String part, String about) {
    return findings.stream().anyMatch(f -> f.text().contains(part) && f.affected().contains(about));
  }

  @Test
  void theBundledCaseHasNoError() throws Exception {
    List<Finding> findings = found(open -> {});

    assertFalse(
        findings.stream().anyMatch(f -> f.severity() == Finding.Severity.ERROR),
        findings.toString());
  }

  @Test
  void anOrganWithoutNameIsMissed() throws Exception {
    List<Finding> findings =
        found(
            open -> {
              for (StructureSet set : open.patientCase().getStructureSets()) {
                for (Structure structure : set.getStructures()) {
                  if ("Brainstem".equals(structure.getName())) {
                    structure.setName("Something");
                    structure.setTg263Name("");
                  }
                }
              }
            });

    assertTrue(says(findings, "Brainstem", "structures"), findings.toString());
  }

  @Test
  void aCourseWithoutFractionsIsAnError() throws Exception {
    List<Finding> findings = found(open -> lastPrescription(open).unsetFractionCount());

    assertTrue(says(findings, "number of fractions", ""), findings.toString());
  }

  @Test
  void aPrescriptionThatIsNotTheDoseIsDoubted() throws Exception {
    List<Finding> findings =
        found(open -> ((Plan) lastPrescription(open).eContainer()).setNormalisationPercent(50));

    assertTrue(says(findings, "60.0 Gy are prescribed", ""), findings.toString());
  }

  @Test
  void aRegistrationWithoutUncertaintyIsNamed() throws Exception {
    List<Finding> findings =
        found(
            open ->
                open.patientCase().getRegistrations().forEach(Registration::unsetUncertaintyMm));

    assertTrue(says(findings, "3.0 mm are assumed", ""), findings.toString());
  }

  @Test
  void aVendorsMistakesAreFindingsThatNameTheBundle() throws Exception {
    PlanNumbers numbers = numbers(open -> {});
    PlanCheck good = (n, monitor) -> List.of(Finding.info("Fine.", ""));
    PlanCheck throwing =
        (n, monitor) -> {
          throw new IllegalStateException("broken");
        };
    PlanCheck silent = (n, monitor) -> null;
    var catalogue =
        new ContributedPlanChecks(
            List.of(
                contribution("throwing", throwing),
                contribution("silent", silent),
                contribution("good", good),
                contribution("good", good)));

    List<Finding> findings = catalogue.check(numbers, new NullProgressMonitor());

    assertEquals(4, findings.size(), findings.toString());
    assertTrue(says(findings, "broken", "com.example"));
    assertTrue(says(findings, "returned nothing", "com.example"));
    assertTrue(says(findings, "The plan check good of the bundle com.example", "com.example"));
    assertTrue(says(findings, "Fine.", ""));
  }

  @Test
  void aCheckThatHangsIsGivenUp() throws Exception {
    PlanCheck hanging =
        (n, monitor) -> {
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return List.of();
        };
    var catalogue =
        new ContributedPlanChecks(
            List.of(contribution("hanging", hanging)), Duration.ofMillis(100));

    List<Finding> findings = catalogue.check(numbers(open -> {}), new NullProgressMonitor());

    assertEquals(1, findings.size(), findings.toString());
    assertTrue(says(findings, "given up", "com.example"));
  }

  @Test
  void stopsWhenCancelled() throws Exception {
    PlanNumbers numbers = numbers(open -> {});
    var monitor = new NullProgressMonitor();
    monitor.setCanceled(true);

    assertThrows(
        OperationCanceledException.class,
        () -> BuiltInPlanChecks.catalogue().check(numbers, monitor));
  }

  private static PlanCheckContribution contribution(String id, PlanCheck check) {
    return new PlanCheckContribution(id, id, "com.example", () -> check);
  }

  private static Prescription lastPrescription(OpenCase open) {
    return open.patientCase().getCourses().stream()
        .map(Course::getPlans)
        .filter(plans -> !plans.isEmpty())
        .reduce((first, last) -> last)
        .orElseThrow()
        .getFirst()
        .getPrescription();
  }
}
